import { sources } from "../project/project.ts";
import { answered, reportFailure } from "./failure.ts";
import { latest } from "./latest.ts";
import { client } from "./linter.ts";
import { publish } from "./report.ts";

const ask = latest(
  async (since: number) => ({ report: await client.peek().check(sources()), since }),
  ({ report, since }) => {
    answered();
    publish(report, since);
  },
  reportFailure,
);

/** Checks all files when the editor shows none that it would check itself. */
export function checkProject(): void {
  ask(performance.now());
}
