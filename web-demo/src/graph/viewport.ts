/** What of the drawing is to be seen: a shift, and a scale. */
export interface Viewport {
  x: number;
  y: number;
  scale: number;
}

interface Size {
  width: number;
  height: number;
}

const SMALLEST = 0.05;
const LARGEST = 3;
const READABLE = 0.65;
const MARGIN = 16;

export function whole(drawing: Size, frame: Size): Viewport {
  const fitting = Math.min(
    (frame.width - 2 * MARGIN) / Math.max(drawing.width, 1),
    (frame.height - 2 * MARGIN) / Math.max(drawing.height, 1),
  );
  // A small drawing is not blown up.
  const scale = Math.min(Math.max(fitting, SMALLEST), 1);
  return {
    x: (frame.width - drawing.width * scale) / 2,
    y: Math.max(MARGIN, (frame.height - drawing.height * scale) / 2),
    scale,
  };
}

/** As much as can be read of it: all, or what is around the box at its top. */
export function readable(drawing: Size, top: { x: number; y: number } | undefined, frame: Size): Viewport {
  const viewport = whole(drawing, frame);
  if (viewport.scale >= READABLE || !top) return viewport;
  return { x: frame.width / 2 - top.x * READABLE, y: MARGIN, scale: READABLE };
}

/** Larger or smaller, with the given point where it is. */
export function zoom(viewport: Viewport, factor: number, at: { x: number; y: number }): Viewport {
  const scale = Math.min(Math.max(viewport.scale * factor, SMALLEST), LARGEST);
  const ratio = scale / viewport.scale;
  return { x: at.x - (at.x - viewport.x) * ratio, y: at.y - (at.y - viewport.y) * ratio, scale };
}

/** Shifted as little as is needed to see a box. */
export function reveal(viewport: Viewport, box: Size & { x: number; y: number }, frame: Size): Viewport {
  const shift = (place: number, half: number, size: number, offset: number) => {
    const low = (place - half) * viewport.scale + offset;
    const high = (place + half) * viewport.scale + offset;
    if (low < MARGIN) return offset + MARGIN - low;
    return high > size - MARGIN ? offset + size - MARGIN - high : offset;
  };
  return {
    x: shift(box.x, box.width / 2, frame.width, viewport.x),
    y: shift(box.y, box.height / 2, frame.height, viewport.y),
    scale: viewport.scale,
  };
}
