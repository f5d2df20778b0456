/** A line through a grid: x0, y0, x1, y1 … in units of columns and rows. A closed one repeats its first point. */
export type GridLine = Float64Array;

/**
 * Isolines by marching squares. Cells with a corner that is not finite are left out; a node exactly at the level
 * counts as above it. Lines run from edge to edge of the grid or are closed.
 */
export function traceLevel(values: Float64Array, columns: number, rows: number, level: number): GridLine[] {
  const tracer = new Tracer(values, columns, rows, level);
  tracer.connect();
  return tracer.lines();
}

/** Far above any level, yet four of it still have a finite sum. */
const OUTSIDE = Number.MAX_VALUE / 8;

/** The outlines of {values < level}, closed along the edges of the grid; cells that are not finite are outside. */
export function traceBelow(values: Float64Array, columns: number, rows: number, level: number): GridLine[] {
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

class Tracer {
  /** For every grid edge the two edges that it is joined to, or −1. Horizontal edges come first. */
  readonly #joined: Int32Array;
  readonly #crossed: number[] = [];
  readonly #firstVertical: number;

  constructor(
    private readonly values: Float64Array,
    private readonly columns: number,
    private readonly rows: number,
    private readonly level: number,
  ) {
    this.#firstVertical = columns * rows;
    this.#joined = scratch(4 * columns * rows);
  }

  connect(): void {
    const { values, columns, rows, level } = this;
    for (let row = 0; row + 1 < rows; row++) {
      for (let column = 0, at = row * columns; column + 1 < columns; column++, at++) {
        const a = values[at];
        const b = values[at + 1];
        const c = values[at + columns + 1];
        const d = values[at + columns];
        const situation =
          (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
        if (situation === 0 || situation === 15) continue;
        const sum = a + b + c + d;
        if (sum - sum !== 0) continue;
        const joins =
          situation === 5 || situation === 10 ? saddle(situation, sum >= 4 * level) : JOINS[situation];
        for (const [from, to] of joins) this.#join(this.#edge(at, from), this.#edge(at, to));
      }
    }
  }

  lines(): GridLine[] {
    const joined = this.#joined;
    const lines: GridLine[] = [];
    const isEnd = (edge: number): boolean => joined[2 * edge] !== -1 && joined[2 * edge + 1] === -1;
    for (const edge of this.#crossed) if (isEnd(edge)) lines.push(this.#follow(edge));
    for (const edge of this.#crossed) if (joined[2 * edge] !== -1) lines.push(this.#follow(edge));
    return lines;
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
    if (joined[2 * edge] === -1) {
      joined[2 * edge] = to;
      this.#crossed.push(edge);
    } else joined[2 * edge + 1] = to;
  }

  /** Walks from an edge to the end of its line, taking the joins away on the way. */
  #follow(start: number): GridLine {
    const joined = this.#joined;
    const points: number[] = [];
    let edge = start;
    for (;;) {
      this.#cross(edge, points);
      const next = joined[2 * edge] === -1 ? joined[2 * edge + 1] : joined[2 * edge];
      joined[2 * edge] = joined[2 * edge + 1] = -1;
      if (next === -1) break;
      if (joined[2 * next] === edge) joined[2 * next] = -1;
      else joined[2 * next + 1] = -1;
      edge = next;
    }
    return Float64Array.from(points);
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

let joinsInUse = new Int32Array(0);

/** Memory for the joins, all −1: every walk leaves it as it found it, so it is filled only when it grows. */
function scratch(length: number): Int32Array {
  if (joinsInUse.length < length) joinsInUse = new Int32Array(length).fill(-1);
  return joinsInUse;
}
