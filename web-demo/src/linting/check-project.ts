import { sources } from "../project/project.ts";
import { answered, client, report as reportFailure } from "./linter.ts";
import { latest } from "./latest.ts";
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
