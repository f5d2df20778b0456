import type { Passage } from "../region/cloud.ts";
import { coordinateOf, type PlacedAxis } from "../plane/axis.ts";
import { parseLabel, widthOf } from "./label.ts";
import type { PlaneLayout } from "./layout.ts";
import { overlap, type Rectangle, type SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";
import { numberLabel } from "./ticks.ts";

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * The similarities at the two ends of a passage, beside the guides that show them. A number that would leave the frame
 * or cover another one, an end or the straight line between them is left out: axes and facts have it anyway.
 */
export function guideLabels({ from, to }: Passage, layout: PlaneLayout, look: Look): SceneNode[] {
  const { frame, sizes, toPixel, horizontal, vertical } = layout;
  const size = sizes.small;
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  const across = horizontal.similarity === "negative" ? ("sn" as const) : ("sp" as const);
  const up = across === "sn" ? ("sp" as const) : ("sn" as const);
  const [first, second] = [from, to].toSorted((a, b) => toPixel(a).x - toPixel(b).x);
  const [left, far] = [toPixel(first), toPixel(second)];
  const taken = boxesBetween(left, far, size);
  const nodes: SceneNode[] = [];
  const written = new Set<string>();
  const put = (axis: PlacedAxis, s: number, anchor: "start" | "end", ...places: readonly Pixel[]): void => {
    const label = guideLabel(axis, s);
    const runs = parseLabel(label);
    // both ends of an upright passage have one s_n
    if (written.has(axis.similarity + label)) return;
    const width = widthOf(runs, size);
    for (const { x, y } of places) {
      const box = { x: anchor === "end" ? x - width : x, y: y - size * 0.8, width, height: size };
      if (!holds(frame, box) || taken.some((other) => overlap(other, box))) continue;
      taken.push(box);
      written.add(axis.similarity + label);
      nodes.push({ type: "text", x, y, runs, size, color: look.ink, anchor, halo: look.background });
      return;
    }
  };
  const aside = size * 0.4;
  const [above, below] = [-size * 0.4, size * 1.1];
  put(
    horizontal,
    first[across],
    "end",
    { x: left.x - aside, y: bottom - aside },
    { x: left.x - aside, y: left.y + below },
  );
  put(
    horizontal,
    second[across],
    "start",
    { x: far.x + aside, y: bottom - aside },
    { x: far.x + aside, y: far.y + below * 2 },
  );
  put(
    vertical,
    second[up],
    "end",
    { x: right - aside, y: far.y + above },
    { x: right - aside, y: far.y + below },
  );
  put(
    vertical,
    first[up],
    "end",
    { x: right - aside, y: left.y + below },
    { x: right - aside, y: left.y + above },
  );
  return nodes;
}

/** In the unit of the axis; three digits behind the point, one for degrees. */
function guideLabel({ unit }: PlacedAxis, s: number): string {
  const at = coordinateOf(unit, s);
  return unit === "degrees" ? `${numberLabel(Number(at.toFixed(1)))}°` : numberLabel(Number(at.toFixed(3)));
}

const holds = (frame: Rectangle, box: Rectangle): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

const STEPS = 24;

function boxesBetween(a: Pixel, b: Pixel, size: number): Rectangle[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => ({
    x: a.x + ((b.x - a.x) * i) / STEPS - size * 0.2,
    y: a.y + ((b.y - a.y) * i) / STEPS - size * 0.2,
    width: size * 0.4,
    height: size * 0.4,
  }));
}
