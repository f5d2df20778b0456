import type { LossOnPlane } from "../../plane/engine.ts";
import { sampleLoss } from "../../plane/engine.ts";
import { type Channel, channelOf, type Field } from "../../plane/field.ts";

const LINES = 33;

/** How far a field is from the CPU's, at the nodes that were compared. */
export interface Deviation {
  /** Largest difference, as a share of the range of its channel. */
  readonly largest: number;
  /** Nodes that have a finite number in one of the two fields only. */
  readonly unmatched: number;
  readonly nodes: number;
}

/** Compares every eighth row or so, and in it every eighth node, with what the CPU has there in double precision. */
export function deviationOf(field: Field, loss: LossOnPlane): Deviation {
  const { axes, columns, rows } = field;
  const channels = Object.keys(field.channels) as Channel[];
  const chosenRows = spread(rows);
  const chosenColumns = spread(columns);
  const spans = channels.map((channel) => ({ channel, low: Infinity, high: -Infinity, off: 0 }));
  let unmatched = 0;
  for (const row of chosenRows) {
    const exact = sampleLoss(loss, axes, { columns, rows: 1, band: { first: row, of: rows }, channels });
    for (const span of spans) {
      const [ours, theirs] = [channelOf(exact, span.channel), channelOf(field, span.channel)];
      for (const column of chosenColumns) {
        const [x, y] = [ours[column], theirs[row * columns + column]];
        if (Number.isFinite(x) !== Number.isFinite(y)) unmatched++;
        if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
        span.low = Math.min(span.low, x);
        span.high = Math.max(span.high, x);
        span.off = Math.max(span.off, Math.abs(x - y));
      }
    }
  }
  const shares = spans.map(({ low, high, off }) =>
    off === 0 ? 0 : off / (high - low || Math.abs(high) || 1),
  );
  return { largest: Math.max(...shares), unmatched, nodes: chosenRows.length * chosenColumns.length };
}

/** At most `LINES` indices below `count`, both ends among them. */
function spread(count: number): number[] {
  const lines = Math.min(LINES, count);
  return Array.from({ length: lines }, (_, k) => Math.round((k * (count - 1)) / (lines - 1)));
}
