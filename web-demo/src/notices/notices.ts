import { signal } from "@preact/signals";

export interface Notice {
  kind: "info" | "error";
  /** A notice takes the place of an earlier one about the same thing. */
  topic: string;
  text: string;
  action?: { label: string; run: () => void };
}

export const notices = signal<readonly Notice[]>([]);

export function tell(notice: Notice): void {
  notices.value = [...notices.value.filter((other) => other.topic !== notice.topic), notice];
}

export function dismiss(topic: string): void {
  const others = notices.value.filter((notice) => notice.topic !== topic);
  if (others.length !== notices.value.length) notices.value = others;
}
