import type { GraphNode } from "lazuli";

/** The curve from a resource to one that it depends on, which stands above it, as a rule. */
export function curve(from: GraphNode, to: GraphNode): string {
  const up = to.y <= from.y;
  const start = from.y + ((up ? -1 : 1) * from.height) / 2;
  const end = to.y + ((up ? 1 : -1) * to.height) / 2;
  const middle = (start + end) / 2;
  return `M${from.x} ${start}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${end}`;
}
