import { signal } from "@preact/signals";

/** How much of the width the editor has, in hundredths. */
export const editorShare = signal(58);
const LEAST = 25;
const MOST = 80;

export function Splitter() {
  const set = (value: number) => (editorShare.value = Math.min(Math.max(value, LEAST), MOST));
  return (
    <div
      class="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the editor"
      aria-valuenow={Math.round(editorShare.value)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const frame = event.currentTarget.parentElement;
        if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const { left, width } = frame.getBoundingClientRect();
        set(((event.clientX - left) / width) * 100);
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
        if (step !== undefined) set(editorShare.value + step);
      }}
    />
  );
}
