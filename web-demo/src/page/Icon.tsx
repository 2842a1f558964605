// The page's own pictures, drawn on a grid of 16.
const PATHS = {
  add: "M8 3v10M3 8h10",
  arrow: "m6 4 4 4-4 4",
  check: "m3 8.5 3.2 3.2L13 5",
  close: "m4 4 8 8M12 4l-8 8",
  copy: "M6 6h7v7H6zM3 10V3h7",
  download: "M8 2v8m-3-3 3 3 3-3M3 13h10",
  error: "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 11v.2",
  warning: "M8 2.2 14.5 13.5h-13zM8 6.3v3.2M8 11.5v.2",
  info: "M8 2a6 6 0 1 0 .01 0M8 7.2v4M8 4.8V5",
  fix: "M10.5 2.5a3.2 3.2 0 0 0-3 4.3L2.8 11.5a1.2 1.2 0 0 0 1.7 1.7l4.7-4.7a3.2 3.2 0 0 0 4.2-4L11.4 6.5 9.6 6.4l-.1-1.8 2-2z",
  folder: "M2 12.5v-9h4l1.5 2H14v7z",
  graph: "M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5",
  help: "M8 2a6 6 0 1 0 .01 0M6.3 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.9.6-.9 1.3M8 11.4v.2",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6",
  minus: "M3 8h10",
  rename: "M3 13h2.5L13 5.5 10.5 3 3 10.5z",
  sample: "M3 2.5h7l3 3v8H3zM5.5 8h5M5.5 10.5h5M9.5 2.5v3.5h3.5",
  search: "M7 2.5a4.5 4.5 0 1 0 .01 0M10.3 10.3 14 14",
  share: "M6.5 9.5 9.5 6.5M7 4.5 8.5 3a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7",
  sun: "M8 5.2a2.8 2.8 0 1 0 .01 0M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1",
  whole: "M2.5 6v-3.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
