import type { Theme } from "../spec/entries.ts";
import { disc, line, polygon } from "./path.ts";
import type { SceneNode, Stroke } from "./scene.ts";
import { type Look, lookOf } from "./theme.ts";

/** How one of several lines in a frame looks: told apart by colour, by dashes and by the shape of its marks. */
export interface SeriesStyle {
  readonly color: string;
  readonly stroke: Stroke;
  readonly marker: MarkerShape;
}

const MARKERS = ["disc", "square", "triangle", "diamond", "cross", "down", "ring"] as const;
export type MarkerShape = (typeof MARKERS)[number];

/** Colours told apart with every kind of colour blindness, at least 3 : 1 against the ground (after Okabe and Ito). */
const ON_WHITE = ["#0072b2", "#d55e00", "#007d58", "#a3397d", "#806000", "#4b3f9e", "#3f474f"];
const COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: ON_WHITE,
  dark: ["#56b4e9", "#ff9440", "#3ddc97", "#f29ac4", "#e6c34a", "#b3a2ff", "#c9d1da"],
  print: ON_WHITE,
};
/** In pixels at a line weight of 1. */
const DASHES: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 2.5],
  [9, 3, 2, 3],
  [14, 4],
  [5, 2],
  [9, 2, 2, 2, 2, 2],
];

/** The look of line number `i`; with more lines than colours, colours meet other dashes. */
export function seriesStyle(i: number, figure: Parameters<typeof lookOf>[0]): SeriesStyle {
  const look = lookOf(figure);
  const colors = COLORS[figure.theme];
  const round = Math.floor(i / colors.length);
  const color = colors[i % colors.length];
  const dash = DASHES[(i + round) % DASHES.length];
  return {
    color,
    stroke: {
      color,
      width: 2 * look.weight,
      ...(dash.length > 0 && { dash: dash.map((each) => each * look.weight) }),
    },
    marker: MARKERS[(i + round) % MARKERS.length],
  };
}

/** A mark with a casing that keeps it apart from the lines under it. */
export function drawMarker(
  x: number,
  y: number,
  { marker, color }: Pick<SeriesStyle, "marker" | "color">,
  look: Look,
  r: number,
): SceneNode {
  const casing = { color: look.casing, width: 0.35 * r * look.weight };
  switch (marker) {
    case "disc":
      return { type: "path", d: disc(x, y, r), fill: color, stroke: casing };
    case "ring":
      return {
        type: "path",
        d: disc(x, y, r),
        fill: look.background,
        stroke: { color, width: 1.5 * look.weight },
      };
    case "square":
      return shape([x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r].map(inner(x, y, 0.9)));
    case "triangle":
      return shape([x, y - r * 1.25, x + r * 1.15, y + r * 0.8, x - r * 1.15, y + r * 0.8]);
    case "down":
      return shape([x, y + r * 1.25, x - r * 1.15, y - r * 0.8, x + r * 1.15, y - r * 0.8]);
    case "diamond":
      return shape([x, y - r * 1.3, x + r * 1.3, y, x, y + r * 1.3, x - r * 1.3, y]);
    case "cross":
      return {
        type: "path",
        d: line(x - r, y - r, x + r, y + r) + line(x - r, y + r, x + r, y - r),
        stroke: { color, width: 1.8 * look.weight },
      };
  }
  function shape(points: readonly number[]): SceneNode {
    return { type: "path", d: polygon(points), fill: color, stroke: casing };
  }
}

/** Shrinks coordinates x0, y0, x1 … towards a centre. */
const inner =
  (x: number, y: number, by: number) =>
  (at: number, i: number): number => {
    const middle = i % 2 === 0 ? x : y;
    return middle + (at - middle) * by;
  };
