import type { FrameLayout } from "./frame.ts";
import { line, pathOf } from "./path.ts";
import type { SampledCurve } from "./curves-sample.ts";
import type { SceneNode } from "./scene.ts";
import { drawMarker, type SeriesStyle } from "./series.ts";
import type { Look } from "./theme.ts";

/** How the units of the two axes become pixels. */
export interface CurveScales {
  readonly x: (at: number) => number;
  readonly y: (at: number) => number;
}

export function curveScales(
  { frame }: Pick<FrameLayout, "frame">,
  across: readonly [number, number],
  up: readonly [number, number],
): CurveScales {
  return {
    x: (at) => frame.x + (frame.width * (at - across[0])) / (across[1] - across[0]),
    y: (at) => frame.y + frame.height * (1 - (at - up[0]) / (up[1] - up[0])),
  };
}

/** One curve in a frame. */
export interface PlacedCurve {
  readonly name: string;
  readonly style: SeriesStyle;
  /** x0, y0, x1, y1 … in pixels. */
  readonly stretches: readonly (readonly number[])[];
}

export const placeCurve = (
  name: string,
  style: SeriesStyle,
  { stretches }: SampledCurve,
  scales: CurveScales,
): PlacedCurve => ({
  name,
  style,
  stretches: stretches.map((points) => points.map((at, i) => (i % 2 === 0 ? scales.x(at) : scales.y(at)))),
});

/** Marks are as large as the type. */
export const markRadius = ({ base }: FrameLayout["sizes"]): number => base * 0.26;

/** Lines are cut off at the frame, marks are not. */
export function drawCurves(
  curves: readonly PlacedCurve[],
  marks: readonly (readonly (readonly [number, number])[])[],
  { frame, sizes }: FrameLayout,
  look: Look,
): SceneNode[] {
  const air = look.weight;
  const clip = {
    x: frame.x,
    y: frame.y - air,
    width: frame.width,
    height: frame.height + 2 * air,
  };
  const held = frame.height * 4;
  const within = (points: readonly number[]): number[] =>
    // far above and below, where no number of pixels is too large
    points.map((at, i) => (i % 2 === 0 ? at : Math.min(frame.y + held, Math.max(frame.y - held, at))));
  return [
    {
      type: "group",
      name: "curves",
      clip,
      children: curves.map(({ stretches, style }): SceneNode => ({
        type: "path",
        d: stretches.map((points) => pathOf(within(points))).join(""),
        stroke: style.stroke,
      })),
    },
    {
      type: "group",
      name: "marks",
      children: marks.flatMap((places, i) =>
        places
          .filter(([, y]) => y >= frame.y - 0.5 && y <= frame.y + frame.height + 0.5)
          .map(([x, y]) => drawMarker(x, y, curves[i].style, look, markRadius(sizes))),
      ),
    },
  ];
}

/** Where y is zero, inside the frame. */
export function drawZeroLine(scales: CurveScales, { frame }: FrameLayout, look: Look): SceneNode[] {
  const y = scales.y(0);
  if (!(y > frame.y + 0.5 && y < frame.y + frame.height - 0.5)) return [];
  return [
    {
      type: "group",
      name: "zero",
      children: [
        {
          type: "path",
          d: line(frame.x, y, frame.x + frame.width, y),
          stroke: { color: look.soft, width: 0.75 * look.weight, opacity: 0.7 },
        },
      ],
    },
  ];
}
