import type { FrameLayout } from "./frame.ts";
import { widthOf } from "./label.ts";
import { line } from "./path.ts";
import { overlap, type Rectangle, type SceneNode } from "./scene.ts";
import type { Pixel, Place, View } from "./surface-camera.ts";
import { text } from "./text.ts";
import type { Look } from "./theme.ts";
import type { Tick } from "./ticks.ts";

/** An edge of the box that carries ticks. */
export interface Edge {
  readonly name: string;
  readonly from: Place;
  readonly to: Place;
  readonly range: readonly [number, number];
  readonly ticks: (count: number) => readonly Tick[];
  readonly label: string;
  /** Instead of the label where that does not fit along both edges of the floor. */
  readonly symbol: string;
  /** Room of a tick along the edge, in widths of the type. */
  readonly tickRoom: number;
}

export type Sizes = FrameLayout["sizes"];

export const at = (x: number, y: number, h: number): Place => ({ x, y, h });

/** The place of a number on an edge. */
export const along = ({ from, to, range }: Edge, value: number): Place => {
  const part = (value - range[0]) / (range[1] - range[0]);
  const between = (a: number, b: number): number => a + (b - a) * part;
  return at(between(from.x, to.x), between(from.y, to.y), between(from.h, to.h));
};

/** In pixels. */
export function lengthOf({ from, to }: Edge, view: View): number {
  const [start, end] = [view.toPixel(from), view.toPixel(to)];
  return Math.hypot(end.x - start.x, end.y - start.y);
}

/** As many ticks as have labels that stand clear of each other; none on an edge that is seen end-on. */
export function shownTicks(edge: Edge, view: View, sizes: Sizes): readonly Tick[] {
  const length = lengthOf(edge, view);
  if (length < 2.5 * sizes.base) return [];
  let count = Math.max(2, Math.floor(length / (sizes.base * edge.tickRoom)));
  let ticks = distinct(edge.ticks(count));
  while (count > 2 && areCrowded(ticks, edge, view, sizes)) ticks = distinct(edge.ticks(--count));
  return ticks;
}

/** Ticks so close together that their labels are rounded to the same words get all their digits. */
function distinct(ticks: readonly Tick[]): readonly Tick[] {
  if (new Set(ticks.map(({ label }) => label)).size === ticks.length) return ticks;
  return ticks.map(({ at: value }) => ({
    at: value,
    label: String(Number(value.toPrecision(15))).replaceAll("-", "−"),
  }));
}

function areCrowded(ticks: readonly Tick[], edge: Edge, view: View, sizes: Sizes): boolean {
  const boxes = ticks.map((tick) => boxOf(tickLabel(tick, edge, view, sizes, "")));
  return boxes.some((box, i) => i > 0 && overlap(box, boxes[i - 1]));
}

function tickLabel(
  { at: value, label }: Tick,
  edge: Edge,
  view: View,
  sizes: Sizes,
  color: string,
): TextNode {
  const out = outwards(edge, view);
  const { x, y } = view.toPixel(along(edge, value));
  const away = sizes.base * 0.75;
  return beside({ x: x + out.x * away, y: y + out.y * away }, out, label, sizes.small, color);
}

/** Ticks, their numbers and the name of an axis, outside the box. */
export function drawEdge(
  edge: Edge,
  inFull: boolean,
  view: View,
  sizes: Sizes,
  look: Look,
  words: Rectangle[],
): SceneNode[] {
  const ticks = shownTicks(edge, view, sizes);
  if (ticks.length === 0) return [];
  const em = sizes.base;
  const out = outwards(edge, view);
  let d = "";
  const nodes: SceneNode[] = [];
  let widest = 0;
  for (const tick of ticks) {
    const { x, y } = view.toPixel(along(edge, tick.at));
    const node = tickLabel(tick, edge, view, sizes, look.ink);
    const box = boxOf(node);
    d += line(x, y, x + out.x * em * 0.4, y + out.y * em * 0.4);
    if (words.some((other) => overlap(other, box))) continue;
    words.push(box);
    widest = Math.max(widest, Math.abs(out.x) * box.width + Math.abs(out.y) * box.height);
    nodes.push(node);
  }
  const name =
    edge.name === "height"
      ? topName(edge, view, sizes, look)
      : sideName(edge, inFull, view, out, widest, sizes, look);
  words.push(boxOf(name));
  return [{ type: "path", d, stroke: { color: look.frame, width: look.weight } }, ...nodes, name];
}

/** The direction on the picture that leads away from the box, at right angles to an edge. */
function outwards(edge: Edge, view: View): Pixel {
  const [from, to] = [view.toPixel(edge.from), view.toPixel(edge.to)];
  const middle = view.toPixel(at(0, 0, edge.name === "height" ? 0.5 : 0));
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  const away = (from.x + to.x) / 2 - middle.x;
  const down = (from.y + to.y) / 2 - middle.y;
  return across.x * away + across.y * down >= 0 ? across : { x: -across.x, y: -across.y };
}

type TextNode = Extract<SceneNode, { type: "text" }>;

/** A label that begins, ends or is centred at a place, so that it leads away from the edge. */
function beside(place: Pixel, out: Pixel, label: string, size: number, color: string): TextNode {
  const anchor = out.x > 0.4 ? "start" : out.x < -0.4 ? "end" : "middle";
  return text(place.x, place.y + size * (0.36 + 0.4 * out.y), label, size, color, anchor);
}

function sideName(
  edge: Edge,
  inFull: boolean,
  view: View,
  out: Pixel,
  widest: number,
  sizes: Sizes,
  look: Look,
): TextNode {
  const em = sizes.base;
  const [from, to] = [view.toPixel(edge.from), view.toPixel(edge.to)];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const shift = (by: number): Pixel => ({ x: middle.x + out.x * by, y: middle.y + out.y * by });
  if (!inFull) return beside(shift(1.1 * em + widest), out, edge.symbol, em, look.ink);
  const turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const rotate = Math.round(turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn);
  const place = shift(1.5 * em + widest);
  const down = (rotate * Math.PI) / 180;
  return {
    ...text(
      place.x - Math.sin(down) * em * 0.34,
      place.y + Math.cos(down) * em * 0.34,
      edge.label,
      em,
      look.ink,
      "middle",
    ),
    rotate,
  };
}

/** The name of the height stands over its axis. */
function topName(edge: Edge, view: View, { base: em }: Sizes, look: Look): TextNode {
  const { x, y } = view.toPixel(edge.to);
  return text(x + em * 0.4, y - em * 0.8, edge.label, em, look.ink, "end");
}

/** What a label covers, turned or not. */
function boxOf({ x, y, runs, size, anchor, rotate = 0 }: TextNode): Rectangle {
  const width = widthOf(runs, size);
  const left = anchor === "start" ? 0 : anchor === "end" ? -width : -width / 2;
  const turn = (rotate * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const corners = [left, left + width].flatMap((dx) =>
    [-0.8 * size, 0.25 * size].map((dy) => ({ x: x + dx * cos - dy * sin, y: y + dx * sin + dy * cos })),
  );
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  return { x: x0, y: y0, width: Math.max(...xs) - x0, height: Math.max(...ys) - y0 };
}
