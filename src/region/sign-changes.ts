import type { Point } from "../losses/curves.ts";
import type { Drift } from "./drift.ts";

interface Cell {
  readonly sn: readonly [number, number];
  readonly sp: readonly [number, number];
}

const CELLS = 64;
const HALVINGS = 28;
/** A curve of zeros has cells without end; so many say enough. */
const MOST = 256;

/** Points inside the plane round which both numbers of a field change sign, to about 1e-9. */
export function* signChanges(field: (sn: number, sp: number) => Drift): Generator<void, Point[]> {
  // nodes that are no round numbers: a zero on a node has no sign on either side of it
  const at = (i: number): number => (i === 0 ? -1 : i === CELLS ? 1 : -1 + (2 * (i + 0.0617)) / CELLS);
  let cells: Cell[] = [];
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const cell: Cell = { sn: [at(column), at(column + 1)], sp: [at(row), at(row + 1)] };
      if (bothChange(field, cell)) cells.push(cell);
    }
    yield;
  }
  for (let halving = 0; halving < HALVINGS && cells.length > 0; halving++) {
    cells = cells.flatMap(quarters).filter((cell) => bothChange(field, cell));
    if (cells.length > MOST) cells = cells.filter((_, i) => i % Math.ceil(cells.length / MOST) === 0);
    yield;
  }
  const points: Point[] = [];
  for (const { sn, sp } of cells) {
    const point = { sn: tidy((sn[0] + sn[1]) / 2), sp: tidy((sp[0] + sp[1]) / 2) };
    const isInside = Math.abs(point.sn) < 1 - 1e-6 && Math.abs(point.sp) < 1 - 1e-6;
    if (isInside && points.every((other) => Math.hypot(other.sn - point.sn, other.sp - point.sp) > 1e-6))
      points.push(point);
  }
  return points;
}

const tidy = (x: number): number => Math.round(x * 1e9) / 1e9 + 0;

function bothChange(field: (sn: number, sp: number) => Drift, { sn, sp }: Cell): boolean {
  const corners = sn.flatMap((x) => sp.map((y) => field(x, y)));
  const changes = (side: "n" | "p"): boolean =>
    corners.some((corner) => corner[side] > 0) && corners.some((corner) => corner[side] < 0);
  return changes("n") && changes("p");
}

/** Cut a little off the middle, for the same reason. */
function quarters({ sn, sp }: Cell): Cell[] {
  const cut = ([low, high]: readonly [number, number]): readonly (readonly [number, number])[] => {
    const middle = low + 0.4937 * (high - low);
    return [
      [low, middle],
      [middle, high],
    ];
  };
  return cut(sn).flatMap((x) => cut(sp).map((y) => ({ sn: x, sp: y })));
}
