import type { Severity } from "lazuli";

const WORDS: Record<Severity, [string, string]> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["info", "infos"],
};

export function counted(count: number, severity: Severity): string {
  return `${count} ${WORDS[severity][count === 1 ? 0 : 1]}`;
}
