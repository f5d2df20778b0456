import { numbers, type Table, words } from "./figure-table.ts";
import { plainLabel } from "./label.ts";
import type { Facts } from "./prepared.ts";

interface Bar {
  readonly name: string;
  readonly height: number;
  readonly facts: Facts;
}

/** A row to each case, in the order given. */
export function barsTable(bars: readonly Bar[]): Table {
  const told = (key: string): string[] => bars.map(({ facts }) => String(facts[key]));
  const number = (key: string): number[] =>
    bars.map(({ facts }) => (facts[key] === null ? NaN : Number(facts[key])));
  return {
    columns: [
      words(
        "case",
        "name of the case",
        bars.map(({ name }) => plainLabel(name)),
      ),
      words("loss", "id of the loss", told("loss")),
      words("side", "the side that the member is of", told("side")),
      numbers("similarity", "cosine similarity of the member", number("similarity")),
      numbers("weight", "size of the loss's derivative by that similarity", number("weight")),
      numbers("share", "its part of the sum over the side", number("share")),
      numbers(
        "height",
        "what the bar shows",
        bars.map(({ height }) => height),
      ),
    ],
  };
}
