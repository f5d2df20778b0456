import type { ResolvedDifference } from "../spec/difference.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { DifferenceData } from "./difference-data.ts";
import { pairAt, pairRows, type ReadAt, row, within } from "./reading.ts";

/** The numbers of both losses at a place, and what the colours compare. */
export function differenceReader({ axes, quantity }: ResolvedDifference, data: DifferenceData): ReadAt {
  const of = quantity === undefined ? QUANTITIES.direction.label : QUANTITIES[quantity].label;
  return ({ frame }, x, y) => {
    const at = within(frame, x, y);
    const point = pairAt(axes, frame, at);
    const { a, b, value } = data.at(point);
    return {
      frame,
      at,
      pair: point,
      rows: [
        ...pairRows(point, axes),
        row("a", `${of} of $a$, ${data.a.name}`, a),
        row("b", `of $b$, ${data.b.name}`, b),
        row("value", data.shown.label, value),
      ],
    };
  };
}
