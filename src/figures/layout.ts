import type { Point } from "../losses/curves.ts";
import { coordinateOf, placed, type PlacedAxis } from "../plane/axis.ts";
import type { Axes } from "../spec/axes.ts";
import type { FrameLayout } from "./frame.ts";
import type { Rectangle } from "./scene.ts";

/** A frame that shows the plane, and how similarities become pixels. */
export interface PlaneLayout extends FrameLayout {
  readonly horizontal: PlacedAxis;
  readonly vertical: PlacedAxis;
  /** Pixel of a pair; NaN outside what an axis can show. */
  readonly toPixel: (point: Point) => { readonly x: number; readonly y: number };
}

/** A layout whose frame shows the plane of these axes. */
export function planeLayout<Layout extends FrameLayout>(layout: Layout, axes: Axes): Layout & PlaneLayout {
  const { horizontal, vertical } = placed(axes);
  return { ...layout, horizontal, vertical, toPixel: planePixels(axes, layout.frame) };
}

/** Pixels of pairs in a frame that shows the plane of these axes. */
export function planePixels(axes: Axes, frame: Rectangle): PlaneLayout["toPixel"] {
  const { horizontal, vertical } = placed(axes);
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
export function pixelLine(points: readonly Point[], toPixel: PlaneLayout["toPixel"]): number[] {
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
