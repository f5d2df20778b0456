import type { ResolvedCurve, ResolvedCurves } from "../spec/curves-resolved.ts";
import { acrossLabel, scaled, upRange } from "./curves-axes.ts";
import type { CurveFunction } from "./curves-functions.ts";
import { curveScales } from "./curves-lines.ts";
import type { SampledCurve } from "./curves-sample.ts";
import { nearest, type ReadAt, row, within } from "./reading.ts";

/** x at a place, the value of every curve there, and which of them is nearest. */
export function curvesReader(
  figure: ResolvedCurves,
  functions: readonly CurveFunction[],
  sampled: readonly SampledCurve[],
): ReadAt {
  const { scale } = figure.y;
  const [start, end] = figure.x.range;
  const draws = functions.map(({ curve }: { readonly curve: ResolvedCurve }) => curve.draw);
  const label = acrossLabel(figure, draws);
  const up = upRange(
    figure,
    sampled.flatMap(({ low, high }) => [low, high]),
  );
  return ({ frame }, x, y) => {
    const here = within(frame, x, y);
    const at = start + ((end - start) * (here.x - frame.x)) / frame.width;
    const scales = curveScales({ frame }, figure.x.range, up);
    const values = functions.map(({ name, at: valueAt }) => ({ name, value: valueAt(at) }));
    const drawn = values.map(({ name, value }) => ({ name, x: here.x, y: scales.y(scaled(scale, value)) }));
    const found = nearest(drawn, here);
    return {
      frame,
      at: found ? within(frame, found.x, found.y) : here,
      rows: [
        row("x", figure.x.of === "line" ? "way" : label.slice(Math.max(0, label.indexOf("$"))), at),
        ...(functions.length > 1 && found ? [row("nearest", "nearest curve", found.name)] : []),
        ...values.map(({ name, value }, i) => row(`curve-${i}`, name, value)),
      ],
    };
  };
}
