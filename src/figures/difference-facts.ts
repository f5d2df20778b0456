import { nodesOf, placed } from "../plane/axis.ts";
import type { ResolvedDifference } from "../spec/difference.ts";
import type { DifferenceData } from "./difference-data.ts";
import { markedPlace } from "./marks.ts";
import type { Facts } from "./prepared.ts";

/** The extremes and where they are, the mean size, the ratio where it is one number, and the marked points. */
export function differenceFacts(figure: ResolvedDifference, data: DifferenceData): Facts {
  const { quantity } = data;
  return {
    a: sideFacts(figure.a),
    b: sideFacts(figure.b),
    compare: figure.compare,
    quantity: figure.quantity ?? null,
    low: extreme(figure, data, quantity.low),
    high: extreme(figure, data, quantity.high),
    meanAbsolute: meanAbsolute(quantity.values),
    constantRatio: data.constantRatio,
    masked: quantity.masked,
    cells: quantity.values.length,
    points: Object.fromEntries(
      figure.points.flatMap((point) => {
        const place = markedPlace(point, data.a.boundary);
        return place === null ? [] : [[point.name, { sn: place.sn, sp: place.sp, ...data.at(place) }]];
      }),
    ),
  };
}

const sideFacts = ({ loss, counts }: ResolvedDifference["a"]): Facts => ({
  loss: loss.id,
  params: { ...loss.params },
  gradient: loss.gradient,
  counts: { ...counts },
});

/** The number and the first node that has it; null where no cell has a finite one. */
function extreme(
  { axes }: ResolvedDifference,
  { field, quantity }: DifferenceData,
  value: number,
): Facts | null {
  const cell = quantity.values.indexOf(value);
  if (cell < 0) return null;
  const { horizontal, vertical } = placed(axes);
  const across = nodesOf(horizontal, field.columns)[cell % field.columns];
  const up = nodesOf(vertical, field.rows)[Math.floor(cell / field.columns)];
  const [sn, sp] = horizontal.similarity === "negative" ? [across, up] : [up, across];
  return { value, sn, sp };
}

function meanAbsolute(values: ArrayLike<number>): number | null {
  let [sum, count] = [0, 0];
  for (let cell = 0; cell < values.length; cell++) {
    if (!Number.isFinite(values[cell])) continue;
    sum += Math.abs(values[cell]);
    count++;
  }
  return count > 0 ? sum / count : null;
}
