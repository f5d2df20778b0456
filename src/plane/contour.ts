import type { Numbers } from "./field.ts";

/** A line through a grid: x0, y0, x1, y1 … in units of columns and rows. A closed one repeats its first point. */
export type GridLine = Float64Array;

/**
 * Isolines by marching squares. Cells with a corner that is not finite are left out; a node exactly at the level
 * counts as above it. Lines run from edge to edge of the grid or are closed.
 */
export const traceLevel = (values: Numbers, columns: number, rows: number, level: number): GridLine[] =>
  traceLevels(values, columns, rows, [level])[0];

/** The isolines of several levels, given in rising order; the grid is looked through only once. */
export function traceLevels(
  values: Numbers,
  columns: number,
  rows: number,
  levels: readonly number[],
): GridLine[][] {
  const crossed = crossedCells(values, columns, rows, levels);
  return levels.map((level, i) => new Tracer(values, columns, rows, level).lines(crossed[i]));
}

/** For every level the cells that it runs through, by their first corner. */
function crossedCells(values: Numbers, columns: number, rows: number, levels: readonly number[]): number[][] {
  const below = levelsBelow(values, levels);
  const crossed = levels.map((): number[] => []);
  for (let row = 0; row + 1 < rows; row++) {
    for (let at = row * columns; at + 1 < (row + 1) * columns; at++) {
      const a = below[at];
      const b = below[at + 1];
      const c = below[at + columns + 1];
      const d = below[at + columns];
      if (a === b && a === c && a === d) continue;
      const low = Math.min(a, b, c, d);
      const high = Math.max(a, b, c, d);
      if (high !== NOT_FINITE) for (let level = low; level < high; level++) crossed[level].push(at);
    }
  }
  return crossed;
}

const NOT_FINITE = 255;
const MOST_LEVELS = 254;

/** How many levels each value has reached. */
function levelsBelow(values: Numbers, levels: readonly number[]): Uint8Array {
  if (levels.length > MOST_LEVELS)
    throw new RangeError(`${levels.length} levels; expected at most ${MOST_LEVELS}`);
  const below = counts(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    let level = 0;
    while (level < levels.length && value >= levels[level]) level++;
    below[i] = value - value === 0 ? level : NOT_FINITE;
  }
  return below;
}

let countsInUse = new Uint8Array(0);

function counts(length: number): Uint8Array {
  if (countsInUse.length < length) countsInUse = new Uint8Array(length);
  return countsInUse;
}

/** Far above any level, yet four of it still have a finite sum. */
const OUTSIDE = Number.MAX_VALUE / 8;

/** The outlines of {values < level}, closed along the edges of the grid; cells that are not finite are outside. */
export function traceBelow(values: Numbers, columns: number, rows: number, level: number): GridLine[] {
  const padded = new Float64Array((columns + 2) * (rows + 2)).fill(OUTSIDE);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column];
      if (value < level) padded[(row + 1) * (columns + 2) + column + 1] = Math.max(value, -OUTSIDE);
      else if (value - value === 0) padded[(row + 1) * (columns + 2) + column + 1] = Math.min(value, OUTSIDE);
    }
  }
  const inside = (x: number, last: number): number => Math.min(last, Math.max(0, x - 1));
  return traceLevel(padded, columns + 2, rows + 2, level).map((line) =>
    line.map((x, i) => inside(x, i % 2 === 0 ? columns - 1 : rows - 1)),
  );
}

/** Which two of a cell's edges (0 bottom, 1 right, 2 top, 3 left) each of its 16 cases joins. */
const JOINS: readonly (readonly (readonly [number, number])[])[] = [
  [], [[3, 0]], [[0, 1]], [[3, 1]], [[1, 2]], [], [[0, 2]], [[3, 2]],
  [[2, 3]], [[2, 0]], [], [[2, 1]], [[1, 3]], [[1, 0]], [[0, 3]], [],
]; // prettier-ignore

const SADDLE_HIGH = [
  [3, 2],
  [1, 0],
] as const;
const SADDLE_LOW = [
  [3, 0],
  [1, 2],
] as const;

/** Two numbers from 1 to 6 in a byte, or 0 for none. */
const FIRST = 0b111;
const SECOND = 3;

class Tracer {
  /** For every grid edge the two edges that it is joined to, each as a place in `#steps`. Horizontal edges come first. */
  readonly #joined: Uint8Array;
  readonly #crossed: number[] = [];
  readonly #firstVertical: number;
  /** How far the other edges of the two cells beside an edge are from it: a horizontal one, a vertical one. */
  readonly #steps: readonly [readonly number[], readonly number[]];

  constructor(
    private readonly values: Numbers,
    private readonly columns: number,
    rows: number,
    private readonly level: number,
  ) {
    const vertical = columns * rows;
    this.#firstVertical = vertical;
    this.#joined = scratch(2 * vertical);
    const beside = [vertical, vertical + 1, columns, vertical - columns, vertical - columns + 1, -columns];
    const across = [-vertical, columns - vertical, 1, -vertical - 1, columns - vertical - 1, -1];
    this.#steps = [beside, across];
  }

  lines(cells: readonly number[]): GridLine[] {
    for (const cell of cells) this.#connect(cell);
    const joined = this.#joined;
    const lines: GridLine[] = [];
    for (const edge of this.#crossed)
      if (joined[edge] !== 0 && joined[edge] >> SECOND === 0) lines.push(this.#follow(edge));
    for (const edge of this.#crossed) if (joined[edge] !== 0) lines.push(this.#follow(edge));
    return lines;
  }

  #connect(at: number): void {
    const { values, columns, level } = this;
    const a = values[at];
    const b = values[at + 1];
    const c = values[at + columns + 1];
    const d = values[at + columns];
    const situation =
      (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
    const joins =
      situation === 5 || situation === 10 ? saddle(situation, a + b + c + d >= 4 * level) : JOINS[situation];
    for (const [from, to] of joins) this.#join(this.#edge(at, from), this.#edge(at, to));
  }

  #edge(at: number, side: number): number {
    switch (side) {
      case 0:
        return at;
      case 1:
        return this.#firstVertical + at + 1;
      case 2:
        return at + this.columns;
      default:
        return this.#firstVertical + at;
    }
  }

  #join(a: number, b: number): void {
    this.#attach(a, b);
    this.#attach(b, a);
  }

  #attach(edge: number, to: number): void {
    const joined = this.#joined;
    const place = this.#stepsOf(edge).indexOf(to - edge) + 1;
    if (joined[edge] === 0) {
      joined[edge] = place;
      this.#crossed.push(edge);
    } else joined[edge] |= place << SECOND;
  }

  #stepsOf(edge: number): readonly number[] {
    return this.#steps[edge < this.#firstVertical ? 0 : 1];
  }

  /** Walks from an edge to the end of its line, taking the joins away on the way. */
  #follow(start: number): GridLine {
    const joined = this.#joined;
    const points: number[] = [];
    let edge = start;
    for (;;) {
      this.#cross(edge, points);
      const place = joined[edge] & FIRST || joined[edge] >> SECOND;
      joined[edge] = 0;
      if (place === 0) break;
      const next = edge + this.#stepsOf(edge)[place - 1];
      this.#part(next, edge);
      edge = next;
    }
    return Float64Array.from(points);
  }

  #part(edge: number, from: number): void {
    const joined = this.#joined;
    const first = joined[edge] & FIRST;
    const isFirst = first !== 0 && this.#stepsOf(edge)[first - 1] === from - edge;
    joined[edge] &= isFirst ? ~FIRST : FIRST;
  }

  #cross(edge: number, points: number[]): void {
    const { values, columns, level } = this;
    const vertical = edge >= this.#firstVertical;
    const at = vertical ? edge - this.#firstVertical : edge;
    const from = values[at];
    const part = (level - from) / (values[at + (vertical ? columns : 1)] - from);
    const column = at % columns;
    const row = (at - column) / columns;
    points.push(vertical ? column : column + part, vertical ? row + part : row);
  }
}

const saddle = (situation: number, highCentre: boolean) =>
  (situation === 5) === highCentre ? SADDLE_HIGH : SADDLE_LOW;

let joinsInUse = new Uint8Array(0);

/** Memory for the joins, all 0: every walk leaves it as it found it. */
function scratch(length: number): Uint8Array {
  if (joinsInUse.length < length) joinsInUse = new Uint8Array(length);
  return joinsInUse;
}
