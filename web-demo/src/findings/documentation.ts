import { signal } from "@preact/signals";
import type { RuleDocumentation } from "lazuli";
import { reportFailure } from "../linting/failure.ts";
import { client } from "../linting/linter.ts";
import { tell } from "../notices/notices.ts";
import { showView } from "../page/view.ts";

/** The rule whose documentation is open, and the documentation once it has come. */
export const opened = signal<{ rule: string; documentation?: RuleDocumentation } | undefined>(undefined);

/** Opens the documentation of a rule in the place of the findings. */
export async function explain(rule: string): Promise<void> {
  opened.value = { rule };
  showView("findings");
  try {
    const documentation = await client.peek().explain(rule);
    if (opened.peek()?.rule !== rule) return;
    if (documentation) {
      opened.value = { rule, documentation };
    } else {
      opened.value = undefined;
      tell({ kind: "info", topic: "documentation", text: `There is no documentation of ${rule}.` });
    }
  } catch (error) {
    opened.value = undefined;
    reportFailure(error);
  }
}

export function closeDocumentation(): void {
  opened.value = undefined;
}
