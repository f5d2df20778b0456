import type { ResolvedPairs } from "../spec/pairs.ts";
import { parseLabel, widthOf } from "./label.ts";
import { PAIRS_COLORS } from "./pairs-colors.ts";
import type { PairsData } from "./pairs-data.ts";
import type { DiagramLayout } from "./pairs-diagram.ts";
import { line } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import { text } from "./text.ts";
import { LEAST_LETTERS, lookOf } from "./theme.ts";
import { numberLabel } from "./ticks.ts";

/** Three digits are what a line's width can tell. */
export const shortNumber = (value: number): string => numberLabel(Number(value.toPrecision(3)));

interface Item {
  readonly color: string;
  readonly label: string;
}

/** What the widest edge of each sign stands for, in a line under the diagram. */
export function drawKey(
  figure: ResolvedPairs,
  { largest }: PairsData,
  { square, widths }: DiagramLayout,
  size: number,
): SceneNode {
  const look = lookOf(figure);
  const { pull, push } = PAIRS_COLORS[figure.theme];
  const items: Item[] = [
    ...(largest.pull > 0 ? [{ color: pull, label: `pull ${shortNumber(largest.pull)}` }] : []),
    ...(largest.push > 0 ? [{ color: push, label: `push ${shortNumber(largest.push)}` }] : []),
  ];
  const scale = figure.width === "logarithmic" ? "logarithmic" : "linear";
  const widthWith = (words: string): number =>
    items.reduce((sum, { label }) => sum + SAMPLE + widthOf(parseLabel(label), 1), 0) +
    widthOf(parseLabel(words), 1);
  // the caption names the scale too
  const note = square.width / widthWith(scale) < Math.min(size, LEAST_LETTERS) ? "" : scale;
  const em = Math.min(size, square.width / widthWith(note));
  const y = square.y + square.height + em * 1.5;
  let x = square.x;
  const children: SceneNode[] = [];
  for (const { color, label } of items) {
    children.push(
      { type: "path", d: line(x, y, x + em * 1.6, y), stroke: { color, width: Math.min(widths.most, em) } },
      text(x + em * 2, y + em * 0.34, label, em, look.ink, "start"),
    );
    x += SAMPLE * em + widthOf(parseLabel(label), em);
  }
  if (note !== "") children.push(text(square.x + square.width, y + em * 0.34, note, em, look.soft, "end"));
  return { type: "group", name: "key", children };
}

/** Room for a stretch of line and the gaps beside it, in em. */
const SAMPLE = 3.1;
