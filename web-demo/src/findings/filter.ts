import { signal } from "@preact/signals";
import type { Severity } from "lazuli";

export const visible = signal<Record<Severity, boolean>>({ error: true, warning: true, info: true });

export function toggle(severity: Severity): void {
  visible.value = { ...visible.value, [severity]: !visible.value[severity] };
}
