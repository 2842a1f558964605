import { useEffect, useRef, useState } from "preact/hooks";
import type { Graph, GraphNode } from "lazuli";
import { goToLine } from "../editor/editor.ts";
import { Icon } from "../page/Icon.tsx";
import { curve } from "./edges.ts";
import { graph } from "./graph.ts";
import { type Viewport, readable, reveal, whole, zoom } from "./viewport.ts";

export function GraphPanel() {
  const drawn = graph.value;
  if (!drawn) return <p class="empty">Drawing…</p>;
  if (drawn.nodes.length === 0) return <p class="empty">There is no resource to draw.</p>;
  return <Drawing graph={drawn} />;
}

/** Further than this, a press was a drag and opens nothing. */
const DRAG = 4;

function Drawing({ graph }: { graph: Graph }) {
  const frame = useRef<SVGSVGElement>(null);
  const [viewport, setViewport] = useState<Viewport>({ x: 0, y: 0, scale: 1 });
  const drag = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);

  const size = () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 });
  const fit = () => setViewport(whole(graph, size()));
  const zoomMiddle = (factor: number) => {
    const { width, height } = size();
    setViewport((before) => zoom(before, factor, { x: width / 2, y: height / 2 }));
  };
  // Another drawing is shown from its top; a finding more or less leaves the view as it is.
  useEffect(() => setViewport(readable(graph, graph.nodes[0], size())), [graph.width, graph.height, graph.nodes.length]);
  useEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    // Listened to by hand, because only so the browser is told that it must not scroll.
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setViewport((before) => zoom(before, Math.exp(-event.deltaY / 400), at));
    };
    svg.addEventListener("wheel", turn, { passive: false });
    return () => svg.removeEventListener("wheel", turn);
  }, []);

  return (
    <div class="graph">
      <div class="graph-tools" role="group" aria-label="View">
        <ToolButton label="Larger" icon="add" run={() => zoomMiddle(1.25)} />
        <ToolButton label="Smaller" icon="minus" run={() => zoomMiddle(0.8)} />
        <ToolButton label="Show all" icon="whole" run={fit} />
      </div>
      <svg
        ref={frame}
        role="group"
        aria-label={`${graph.nodes.length} resources and their dependencies`}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={(event) => {
          const start = drag.current;
          if (!start || event.buttons === 0) return;
          const x = event.clientX - start.x;
          const y = event.clientY - start.y;
          if (!start.moved && Math.hypot(x, y) < DRAG) return;
          if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY, moved: true };
          setViewport((before) => ({ ...before, x: before.x + x, y: before.y + y }));
        }}
      >
        <defs>
          <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path class="graph-head" d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        <g transform={`translate(${viewport.x} ${viewport.y}) scale(${viewport.scale})`}>
          <Edges graph={graph} />
          {graph.nodes.map((node, index) => (
            <Box
              key={index}
              node={node}
              open={() => !drag.current?.moved && goToLine(node.path, node.line)}
              focus={() => setViewport((before) => reveal(before, node, size()))}
            />
          ))}
        </g>
      </svg>
    </div>
  );
}

function ToolButton({ label, icon, run }: { label: string; icon: "add" | "minus" | "whole"; run: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  );
}

function Edges({ graph: { nodes, edges } }: { graph: Graph }) {
  return (
    <g>
      {edges.map(({ from, to, key }, index) => {
        const [start, end] = [nodes[from], nodes[to]];
        return (
          start &&
          end && (
            <path key={index} class="graph-edge" d={curve(start, end)} marker-end="url(#head)">
              <title>{key}</title>
            </path>
          )
        );
      })}
    </g>
  );
}

function Box({ node, open, focus }: { node: GraphNode; open: () => void; focus: () => void }) {
  const { x, y, width, height, type, name, ownName, path, line, findings, worst } = node;
  const found = findings === 0 ? "" : `, ${findings} found`;
  return (
    <g
      class={`graph-node graph-node-${worst ?? "clean"}`}
      transform={`translate(${x} ${y})`}
      role="link"
      tabIndex={0}
      aria-label={`${ownName} ${type}${found}, ${name}, ${path} line ${line}`}
      onClick={open}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && focus()}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open();
      }}
    >
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="6" />
      <text class="graph-name" y="-4">
        {ownName}
      </text>{" "}
      <text class="graph-type" y="12">
        {type}
      </text>
    </g>
  );
}
