import { coordinateOf, placed, type PlacedAxis } from "../plane/axis.ts";
import type { Point } from "../losses/curves.ts";
import type { ResolvedFigure } from "../spec/resolve.ts";
import type { Run } from "./scene.ts";
import { type Rectangle, round } from "./scene.ts";
import { typeSizes } from "./theme.ts";

/** Where the parts of a landscape stand, and how similarities become pixels. */
export interface Layout {
  readonly frame: Rectangle;
  readonly horizontal: PlacedAxis;
  readonly vertical: PlacedAxis;
  readonly sizes: ReturnType<typeof typeSizes>;
  /** Left edge of the colour bar; null without legend. */
  readonly legendX: number | null;
  readonly captionY: number;
  /** Pixel of a pair; NaN outside what an axis can show. */
  readonly toPixel: (point: Point) => { readonly x: number; readonly y: number };
}

/** Columns that are needed for the numbers beside a colour bar, in widths of the base type. */
const LEGEND_WIDTH = 6.2;

/** The frame is square and as large as title, caption, axis labels and legend leave room for. */
export function layoutOf(figure: ResolvedFigure, captionLines: readonly (readonly Run[])[]): Layout {
  const { width, height } = figure.size;
  const sizes = typeSizes(width);
  const { horizontal, vertical } = placed(figure.axes);
  const em = sizes.base;
  const left = em * 4.1;
  const right = figure.layers.legend ? em * (1.2 + LEGEND_WIDTH) : em * 1.4;
  const top = em * 0.9 + sizes.title * 1.3 + em * 2.1;
  const captionHeight =
    captionLines.length === 0 ? em * 0.3 : captionLines.length * sizes.small * 1.4 + em * 0.9;
  const bottom = em * 3.4 + captionHeight;
  const side = Math.max(em * 4, Math.min(width - left - right, height - top - bottom));
  const spare = Math.max(0, width - left - right - side);
  const frame = { x: round(left + spare / 2), y: round(top), width: round(side), height: round(side) };
  return {
    frame,
    horizontal,
    vertical,
    sizes,
    legendX: figure.layers.legend ? frame.x + frame.width + em * 1.2 : null,
    captionY: frame.y + frame.height + em * 3.4,
    toPixel: pixelsOf(horizontal, vertical, frame),
  };
}

function pixelsOf(horizontal: PlacedAxis, vertical: PlacedAxis, frame: Rectangle): Layout["toPixel"] {
  const part = ({ unit, range }: PlacedAxis, s: number): number =>
    (coordinateOf(unit, s) - range[0]) / (range[1] - range[0]);
  return ({ sn, sp }) => {
    const [across, up] = horizontal.similarity === "negative" ? [sn, sp] : [sp, sn];
    return {
      x: frame.x + frame.width * part(horizontal, across),
      y: frame.y + frame.height * (1 - part(vertical, up)),
    };
  };
}

/** Points of the plane as pixels x0, y0, x1, y1 … */
export function pixelLine(points: readonly Point[], toPixel: Layout["toPixel"]): number[] {
  return points.flatMap((point) => {
    const { x, y } = toPixel(point);
    return [x, y];
  });
}

/** A line in grid units as pixels: columns from left to right, rows from bottom to top. */
export function gridPixels(
  line: Float64Array,
  columns: number,
  rows: number,
  frame: Rectangle,
): Float64Array {
  const perColumn = frame.width / (columns - 1);
  const perRow = frame.height / (rows - 1);
  const bottom = frame.y + frame.height;
  return line.map((at, i) => (i % 2 === 0 ? frame.x + at * perColumn : bottom - at * perRow));
}
