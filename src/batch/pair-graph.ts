import { InputError, shown } from "../losses/errors.ts";
import type { Loss } from "../losses/types.ts";
import { ANCHORS } from "./anchors.ts";
import type { Batch } from "./batch.ts";
import type { CellSet } from "./cells.ts";
import { type BatchOptions, planned } from "./plan.ts";
import { reduced } from "./tally.ts";

export interface Node {
  readonly kind: "sample" | "proxy";
  readonly index: number;
}

/** Two rows that a loss holds together (pull) or apart (push), and how strongly. */
export interface Association {
  readonly from: Node;
  readonly to: Node;
  /** Whether the labels agree. */
  readonly positive: boolean;
  readonly similarity: number;
  /** |∂L/∂s| of the anchor's own loss. */
  readonly weight: number;
  /** `pull`: descent raises the similarity. Without weight, what the label says. */
  readonly sign: "pull" | "push";
  /** The weight as a part of all weights of the same sign; 0 where they are all 0. */
  readonly share: number;
}

export interface PairGraph {
  readonly anchor: Node;
  /** The anchor's own loss, not divided by the number of anchors. */
  readonly value: number;
  readonly associations: readonly Association[];
}

/**
 * What one anchor, a sample or a proxy by its number, is associated with. Where the anchor has several sets (one for
 * each of its positives) they are averaged as in the batch. Throws `InputError` on an anchor that is not there.
 */
export function pairGraph(loss: Loss, batch: Batch, anchor: number, options: BatchOptions = {}): PairGraph {
  const plan = planned(loss, batch, options);
  const { against, byColumn = false } = ANCHORS[plan.rule.anchors];
  const { columns, rows, values } = plan.similarities;
  const count = byColumn ? columns : rows;
  if (!Number.isInteger(anchor) || anchor < 0 || anchor >= count)
    throw new InputError(`invalid anchor: ${shown(anchor)}; expected 0 to ${count - 1}`);
  const sets = [...plan.cut().sets].filter((set) => (set.anchor ?? anchor) === anchor);
  const { value, slopes } = reduced(plan, { count: 1, sets });
  const place = (cell: number) => [Math.floor(cell / columns), cell % columns] as const;
  const cells = [...cellsOf(sets, plan.rule.positiveNegative)];
  const own = plan.rule.anchors === "pairs" ? cells.filter(([cell]) => place(cell).includes(anchor)) : cells;
  const edges = own.map(([cell, positive]) => {
    const [row, column] = place(cell);
    const sample: Node = { kind: "sample", index: row };
    const other: Node = { kind: against === "proxies" ? "proxy" : "sample", index: column };
    const slope = slopes[cell];
    const sign = slope === 0 ? (positive ? "pull" : "push") : slope < 0 ? "pull" : "push";
    const [from, to] = byColumn ? [other, sample] : [sample, other];
    return { from, to, positive, similarity: values[cell], weight: Math.abs(slope), sign } as const;
  });
  const totals = { pull: 0, push: 0 };
  for (const { sign, weight } of edges) totals[sign] += weight;
  return {
    anchor: { kind: byColumn ? "proxy" : "sample", index: anchor },
    value,
    associations: edges.map((edge) => ({
      ...edge,
      share: totals[edge.sign] === 0 ? 0 : edge.weight / totals[edge.sign],
    })),
  };
}

/** Every cell of the sets once, with whether it is a positive one. */
function cellsOf(sets: readonly CellSet[], withThirds: boolean): Map<number, boolean> {
  const cells = new Map<number, boolean>();
  for (const { positives, negatives, thirds } of sets) {
    positives.forEach((cell) => cells.set(cell, true));
    negatives.forEach((cell) => cells.set(cell, false));
    if (withThirds) thirds?.forEach((cell) => cells.set(cell, false));
  }
  return cells;
}
