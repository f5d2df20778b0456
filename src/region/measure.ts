import type { Frame } from "./pieces.ts";

/** Which sets a point of the plane belongs to, one bit each. */
export type Membership = (sn: number, sp: number) => number;

/** How much of a frame a set covers, and where it lies. */
export interface PlaneSet {
  /** Of the frame, 0 to 1. */
  readonly share: number;
  /** The smallest rectangle round it; null of an empty set. */
  readonly box: Frame | null;
  /** Whether it is that rectangle. */
  readonly fillsBox: boolean;
}

/** How closely sets are measured. What is narrower than one `scan`-th of the frame may be missed. */
export interface Detail {
  /** Columns to begin with, and how often the stretch between two may be halved. */
  readonly panels: number;
  readonly deepest: number;
  /** Points of a column, and halvings where a bit changes between two of them. */
  readonly scan: number;
  readonly halvings: number;
  /** Points along an edge of the plane, where rests are looked for. */
  readonly line: number;
}

/** Shares to about 1e-6. */
export const FINE: Detail = { panels: 32, deepest: 18, scan: 64, halvings: 30, line: 2048 };
/** To about 1e-2, for losses whose every pair costs a whole set. */
export const COARSE: Detail = { panels: 16, deepest: 1, scan: 24, halvings: 8, line: 256 };

const MOST_COLUMNS = 4000;
/** Of the frame's area. */
const TOLERANCE = 1e-7;

interface Column {
  readonly sn: number;
  readonly lengths: Float64Array;
  /** Lowest and highest s_p of each set, two numbers a set. */
  readonly ends: Float64Array;
}

/**
 * Shares of `count` sets over a frame: along each column the lengths between the places where a bit changes, each
 * bisected, then Simpson's rule, refined where it is not yet right. Pauses after every column, so that a page can do
 * something else in between.
 */
export function* measureSets(
  membership: Membership,
  count: number,
  frame: Frame,
  detail: Detail = FINE,
): Generator<void, readonly PlaneSet[]> {
  const { panels, deepest } = detail;
  const [left, right] = frame.sn;
  const columns = new ColumnScan(membership, count, frame, detail);
  const sums = new Float64Array(count);
  const boxes = Array.from({ length: count }, () => new Box());
  const at = (i: number): number => (i === 2 * panels ? right : left + ((right - left) * i) / (2 * panels));
  const stack: [Column, Column, Column, number][] = [];
  let before = columns.at(left);
  for (let i = 1; i <= panels; i++) {
    const [middle, end] = [columns.at(at(2 * i - 1)), columns.at(at(2 * i))];
    stack.push([before, middle, end, 0]);
    before = end;
    yield;
  }
  for (let panel = stack.pop(); panel !== undefined; panel = stack.pop()) {
    const [a, m, b, depth] = panel;
    const [q, r] = [columns.at((a.sn + m.sn) / 2), columns.at((m.sn + b.sn) / 2)];
    yield;
    const width = b.sn - a.sn;
    let worst = 0;
    const finer = sums.map((_, k) => {
      const coarse = (width / 6) * (a.lengths[k] + 4 * m.lengths[k] + b.lengths[k]);
      const fine =
        (width / 12) * (a.lengths[k] + 4 * q.lengths[k] + 2 * m.lengths[k] + 4 * r.lengths[k] + b.lengths[k]);
      worst = Math.max(worst, Math.abs(fine - coarse));
      return fine;
    });
    const allowed = (TOLERANCE * columns.height * width * 15) / 2;
    if (worst <= allowed || depth >= deepest || columns.scanned > MOST_COLUMNS) {
      finer.forEach((x, k) => (sums[k] += x));
      boxes.forEach((box, k) => box.add([a, q, m, r, b], k));
    } else stack.push([a, q, m, depth + 1], [m, r, b, depth + 1]);
  }
  for (const [k, box] of boxes.entries()) {
    box.reach((sn) => columns.at(sn).lengths[k] > 0, frame.sn, (right - left) / (2 * panels));
    yield;
  }
  const size = (right - left) * columns.height;
  return Array.from(sums, (area, k) => described(Math.min(1, area / size), boxes[k], frame));
}

function described(share: number, { sn, sp }: Box, frame: Frame): PlaneSet {
  if (sn[0] > sn[1]) return { share: 0, box: null, fillsBox: false };
  const span = ([low, high]: readonly [number, number]): number => high - low;
  const ofFrame = (span(sn) * span(sp)) / (span(frame.sn) * span(frame.sp));
  const fillsBox = share > 1e-5 && Math.abs(ofFrame - share) <= 1e-5;
  return { share, box: { sn: tidySpan(sn), sp: tidySpan(sp) }, fillsBox };
}

/** Refinement ends beside the place it closes in on. */
const tidySpan = ([low, high]: readonly [number, number]): readonly [number, number] => [
  tidy(low),
  tidy(high),
];
const tidy = (x: number): number => Math.round(x * 1e6) / 1e6 + 0;

/** The rectangle round what has an area; a lone column, as a field's zero line may be, has none. */
class Box {
  readonly sn: [number, number] = [Infinity, -Infinity];
  readonly sp: [number, number] = [Infinity, -Infinity];

  add(columns: readonly Column[], k: number): void {
    for (let i = 1; i < columns.length; i++) {
      const pair = [columns[i - 1], columns[i]];
      if (!pair.every(({ lengths }) => lengths[k] > 0)) continue;
      for (const { sn, ends } of pair) {
        this.sn[0] = Math.min(this.sn[0], sn);
        this.sn[1] = Math.max(this.sn[1], sn);
        this.sp[0] = Math.min(this.sp[0], ends[2 * k]);
        this.sp[1] = Math.max(this.sp[1], ends[2 * k + 1]);
      }
    }
  }

  /** Where the set ends between two columns, as at a corner, looks there more closely. */
  reach(has: (sn: number) => boolean, [left, right]: Frame["sn"], step: number): void {
    if (this.sn[0] > this.sn[1]) return;
    const end = (inside: number, outside: number): number => {
      let [a, b] = [inside, outside];
      for (let i = 0; i < 18; i++) {
        const middle = (a + b) / 2;
        if (has(middle)) a = middle;
        else b = middle;
      }
      return a;
    };
    if (this.sn[0] > left) this.sn[0] = end(this.sn[0], Math.max(left, this.sn[0] - step));
    if (this.sn[1] < right) this.sn[1] = end(this.sn[1], Math.min(right, this.sn[1] + step));
  }
}

/** Columns of the frame, and how many were looked at. */
class ColumnScan {
  readonly height: number;
  scanned = 0;
  readonly #membership: Membership;
  readonly #count: number;
  readonly #nodes: Float64Array;

  readonly #detail: Detail;

  constructor(membership: Membership, count: number, { sp: [low, high] }: Frame, detail: Detail) {
    const { scan } = detail;
    this.#detail = detail;
    this.#membership = membership;
    this.#count = count;
    this.height = high - low;
    this.#nodes = Float64Array.from({ length: scan + 1 }, (_, i) =>
      i === scan ? high : low + ((high - low) * i) / scan,
    );
  }

  at(sn: number): Column {
    this.scanned++;
    const nodes = this.#nodes;
    const column = { sn, lengths: new Float64Array(this.#count), ends: new Float64Array(2 * this.#count) };
    let before = this.#membership(sn, nodes[0]);
    for (let i = 1; i <= this.#detail.scan; i++) {
      const after = this.#membership(sn, nodes[i]);
      const [low, high] = [nodes[i - 1], nodes[i]];
      for (let k = 0; k < this.#count; k++) {
        const bit = 1 << k;
        const [was, is] = [before & bit, after & bit];
        if (was && is) this.#add(column, k, low, high);
        else if (was || is) {
          const change = this.#change(sn, bit, low, high, was);
          if (was) this.#add(column, k, low, change);
          else this.#add(column, k, change, high);
        }
      }
      before = after;
    }
    return column;
  }

  #add({ lengths, ends }: Column, k: number, low: number, high: number): void {
    if (high - low <= 1e-9 * this.height) return;
    if (lengths[k] === 0) ends[2 * k] = low;
    lengths[k] += high - low;
    ends[2 * k + 1] = high;
  }

  #change(sn: number, bit: number, low: number, high: number, was: number): number {
    let [a, b] = [low, high];
    for (let i = 0; i < this.#detail.halvings; i++) {
      const middle = (a + b) / 2;
      if ((this.#membership(sn, middle) & bit) === was) a = middle;
      else b = middle;
    }
    return (a + b) / 2;
  }
}
