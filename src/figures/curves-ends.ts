import { markRadius, type PlacedCurve } from "./curves-lines.ts";
import type { FrameLayout } from "./frame.ts";
import { parseLabel, widthOf } from "./label.ts";
import { line } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import { drawMarker, type SeriesStyle } from "./series.ts";
import { text } from "./text.ts";
import type { Look } from "./theme.ts";

type Sizes = FrameLayout["sizes"];

/** From the frame to the sample of a line, and from there to its name, in widths of the base type. */
const LEADER = 1.3;
const SAMPLE = 2.3;
const GAP = 0.45;

/** Pixels that names with samples of their lines need, beside the frame or in a key. */
export const namesWidth = (names: readonly string[], { base, small }: Sizes): number =>
  base * (SAMPLE + GAP) + Math.max(0, ...names.map((name) => widthOf(parseLabel(name), small)));

/** The same beside the frame, with the leaders. */
export const endsWidth = (names: readonly string[], sizes: Sizes): number =>
  namesWidth(names, sizes) + sizes.base * (LEADER + 0.3);

/** A stretch of a line with its mark, and its name. */
export function drawSample(
  x: number,
  y: number,
  name: string,
  sizes: Sizes,
  look: Look,
  { style, markers }: { readonly style: SeriesStyle; readonly markers: boolean },
): SceneNode[] {
  const { base, small } = sizes;
  return [
    { type: "path", d: line(x, y, x + base * SAMPLE, y), stroke: style.stroke },
    ...(markers ? [drawMarker(x + (base * SAMPLE) / 2, y, style, look, markRadius(sizes))] : []),
    text(x + base * (SAMPLE + GAP), y + small * 0.34, name, small, look.ink, "start"),
  ];
}

/** Names beside the ends of their curves, as near as they can be without touching, with a leader from each end. */
export function drawEnds(
  curves: readonly PlacedCurve[],
  { frame, sizes }: FrameLayout,
  look: Look,
  markers: boolean,
): SceneNode {
  const bottom = frame.y + frame.height;
  const right = frame.x + frame.width;
  const ends = curves.map(({ stretches }) => {
    const last = stretches[stretches.length - 1] ?? [];
    const [x, y] = last.length > 0 ? last.slice(-2) : [right, bottom];
    return { x, y, held: Math.min(bottom, Math.max(frame.y, y)) };
  });
  const step = sizes.small * 1.35;
  const places = spread(
    ends.map(({ held }) => held),
    step,
    [frame.y + step / 2, bottom - step / 2],
    ends.map(({ y }) => y),
  );
  const children = curves.flatMap(({ name, style }, i): SceneNode[] => {
    const x = right + sizes.base * LEADER;
    const reaches = ends[i].x > right - 1 && ends[i].y === ends[i].held;
    const leader: SceneNode = {
      type: "path",
      d: line(right + sizes.base * 0.25, ends[i].y, x - sizes.base * 0.2, places[i]),
      stroke: { color: style.color, width: 0.75 * look.weight },
    };
    return [...(reaches ? [leader] : []), ...drawSample(x, places[i], name, sizes, look, { style, markers })];
  });
  return { type: "group", name: "names", children };
}

/** Places as near to the wanted ones as a distance of `step` and the two ends allow, in the order of `keys`. */
export function spread(
  wanted: readonly number[],
  step: number,
  [low, high]: readonly [number, number],
  keys = wanted,
): readonly number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => keys[a] - keys[b] || a - b);
  // neighbours that touch become one block round the mean of what they wanted
  const blocks: { members: number[]; middle: number }[] = [];
  const half = ({ members }: { members: readonly number[] }): number => ((members.length - 1) * step) / 2;
  const held = (block: { members: number[]; middle: number }): { members: number[]; middle: number } => ({
    ...block,
    middle: Math.max(low + half(block), Math.min(high - half(block), block.middle)),
  });
  const mean = (members: readonly number[]): number =>
    members.reduce((sum, i) => sum + wanted[i], 0) / members.length;
  for (const i of order) {
    let block = held({ members: [i], middle: wanted[i] });
    for (let above = blocks.at(-1); above !== undefined; above = blocks.at(-1)) {
      if (above.middle + half(above) + step <= block.middle - half(block) + 1e-9) break;
      blocks.pop();
      const members = [...above.members, ...block.members];
      block = held({ members, middle: mean(members) });
    }
    blocks.push(block);
  }
  const places = wanted.slice();
  for (const block of blocks)
    block.members.forEach((i, k) => (places[i] = block.middle - half(block) + k * step));
  return places;
}
