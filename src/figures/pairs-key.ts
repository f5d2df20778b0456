import type { ResolvedPairs } from "../spec/pairs.ts";
import { parseLabel, widthOf } from "./label.ts";
import { PAIRS_COLORS } from "./pairs-colors.ts";
import type { PairsData } from "./pairs-data.ts";
import type { DiagramLayout } from "./pairs-diagram.ts";
import { line } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import { text } from "./text.ts";
import { LOOKS } from "./theme.ts";
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
  const look = LOOKS[figure.theme];
  const { pull, push } = PAIRS_COLORS[figure.theme];
  const items: Item[] = [
    ...(largest.pull > 0 ? [{ color: pull, label: `pull ${shortNumber(largest.pull)}` }] : []),
    ...(largest.push > 0 ? [{ color: push, label: `push ${shortNumber(largest.push)}` }] : []),
  ];
  const note = figure.width === "logarithmic" ? "logarithmic" : "linear";
  const widthWith = (em: number): number =>
    items.reduce((sum, { label }) => sum + SAMPLE * em + widthOf(parseLabel(label), em), 0) +
    widthOf(parseLabel(note), em);
  const em = size * Math.min(1, square.width / widthWith(size));
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
  children.push(text(square.x + square.width, y + em * 0.34, note, em, look.soft, "end"));
  return { type: "group", name: "key", children };
}

/** Room for a stretch of line and the gaps beside it, in em. */
const SAMPLE = 3.1;
