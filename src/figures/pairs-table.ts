import { numbers, type Table, words } from "./figure-table.ts";
import type { PairsData } from "./pairs-data.ts";

/** A row to each edge: two nodes that the loss sees together. */
export function pairsTable({ edges }: PairsData): Table {
  return {
    columns: [
      words(
        "anchor",
        "node that the edge starts from",
        edges.map(({ from }) => from.name),
      ),
      words(
        "other",
        "node that it leads to",
        edges.map(({ to }) => to.name),
      ),
      words(
        "kind",
        "positive or negative: what the other is to the anchor; between: a positive and a negative",
        edges.map(({ from, to }) => (from.role === "anchor" ? to.role : "between")),
      ),
      numbers(
        "similarity",
        "cosine similarity of the two",
        edges.map(({ similarity }) => similarity),
      ),
      numbers(
        "weight",
        "size of the loss's derivative by that similarity",
        edges.map(({ derivative }) => Math.abs(derivative)),
      ),
      numbers(
        "derivative",
        "the same with its sign: descent pulls together below zero, and pushes apart above",
        edges.map(({ derivative }) => derivative),
      ),
    ],
  };
}
