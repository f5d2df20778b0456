import type { ResolvedDifference } from "../spec/difference.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { DifferenceData } from "./difference-data.ts";
import { row, type SayOfPair } from "./reading.ts";

/** The numbers of both losses at a place, and what the colours compare. */
export function differenceReading({ quantity }: ResolvedDifference, data: DifferenceData): SayOfPair {
  const of = quantity === undefined ? QUANTITIES.direction.label : QUANTITIES[quantity].label;
  return (point) => {
    const { a, b, value } = data.at(point);
    return [
      row("a", `${of} of $a$, ${data.a.name}`, a),
      row("b", `of $b$, ${data.b.name}`, b),
      row("value", data.shown.label, value),
    ];
  };
}
