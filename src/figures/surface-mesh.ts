import { bandsOf, NEAR, type Polygon, type Vertex } from "./surface-bands.ts";
import { placeOf, type SurfaceGrid } from "./surface-grid.ts";
import { type Jump, jumpBetween, type Sample } from "./surface-jumps.ts";

/**
 * What is painted of one quad. Several parts stand one behind the other along `across`, a direction of the floor: the
 * two halves of a bent quad, or the two sides of a jump with the wall between them.
 */
export interface Cell {
  readonly parts: readonly (readonly Polygon[])[];
  readonly across: readonly [x: number, y: number];
}

export interface Mesh {
  /** One per quad, row-major from the front; null where a corner has no finite height. */
  readonly cells: readonly (Cell | null)[];
  readonly columns: number;
  readonly rows: number;
  /** Quads left out. */
  readonly left: number;
}

/** Parts of the range of heights: a smaller step between neighbours is no jump, and a quad bent by less is painted whole. */
const JUMP = 0.02;
const BENT = 0.01;

/** The quads of a surface, cut along its jumps; `step` is the largest span of the colour numbers in one piece. */
export function meshOf(grid: SurfaceGrid, step: number): Mesh {
  const columns = grid.columns - 1;
  const rows = grid.rows - 1;
  const jumps = jumpsOf(grid);
  const cells = Array.from({ length: columns * rows }, (_, i) =>
    cellAt(grid, jumps, i % columns, Math.floor(i / columns), step),
  );
  return { cells, columns, rows, left: cells.filter((cell) => cell === null).length };
}

interface Jumps {
  /** On the edge from node (column, row) to the next along x, and along y. */
  readonly alongX: (column: number, row: number) => Jump | null;
  readonly alongY: (column: number, row: number) => Jump | null;
}

function jumpsOf(grid: SurfaceGrid): Jumps {
  const { columns, rows, range, at } = grid;
  const least = JUMP * (range[1] - range[0]);
  const found = new Map<number, Jump | null>();
  const lookUp = (key: number, look: () => Jump | null): Jump | null => {
    let jump = found.get(key);
    if (jump === undefined) found.set(key, (jump = look()));
    return jump;
  };
  const [perColumn, perRow] = [1 / (columns - 1), 1 / (rows - 1)];
  return {
    alongX: (column, row) =>
      lookUp(2 * (row * columns + column), () =>
        jumpBetween(
          (part) => at((column + part) * perColumn, row * perRow),
          nodeAt(grid, column, row),
          nodeAt(grid, column + 1, row),
          least,
        ),
      ),
    alongY: (column, row) =>
      lookUp(2 * (row * columns + column) + 1, () =>
        jumpBetween(
          (part) => at(column * perColumn, (row + part) * perRow),
          nodeAt(grid, column, row),
          nodeAt(grid, column, row + 1),
          least,
        ),
      ),
  };
}

const nodeAt = ({ heights, colours, columns }: SurfaceGrid, column: number, row: number): Sample => ({
  height: heights[row * columns + column],
  colour: colours[row * columns + column],
});

const reversed = (jump: Jump | null): Jump | null =>
  jump && { part: 1 - jump.part, before: jump.behind, behind: jump.before };

/** Corners of a quad, counter-clockwise from its start. */
const ROUND = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function cellAt(grid: SurfaceGrid, jumps: Jumps, column: number, row: number, step: number): Cell | null {
  const vertex = (p: number, q: number, { height, colour }: Sample): Vertex => {
    const place = placeOf(grid.range, (column + p) / (grid.columns - 1), (row + q) / (grid.rows - 1), height);
    return { ...place, colour };
  };
  const corners = ROUND.map(([p, q]) => nodeAt(grid, column + p, row + q));
  if (!corners.every(({ height }) => Number.isFinite(height))) return null;
  const around = ROUND.map(([p, q], i) => vertex(p, q, corners[i]));
  const edges = [
    jumps.alongX(column, row),
    jumps.alongY(column + 1, row),
    reversed(jumps.alongX(column, row + 1)),
    reversed(jumps.alongY(column, row)),
  ];
  if (edges.filter((jump) => jump !== null).length === 2) return cutCell(around, edges, vertex, step);
  return wholeCell(around, grid, step);
}

/** A quad, or two triangles along the diagonal whose ends differ less. */
function wholeCell(around: readonly Vertex[], { range: [low, high] }: SurfaceGrid, step: number): Cell {
  const [a, b, c, d] = around;
  const whole = { parts: [bandsOf(around, step)], across: [0, 0] } as const;
  if (high === low || Math.abs(a.h - b.h + c.h - d.h) < BENT) return whole;
  const triangles =
    Math.abs(a.h - c.h) <= Math.abs(b.h - d.h) + NEAR
      ? ([
          [a, b, c],
          [a, c, d],
          [-1, 1],
        ] as const)
      : ([
          [a, b, d],
          [b, c, d],
          [1, 1],
        ] as const);
  const [first, second, across] = triangles;
  return { parts: [bandsOf(first, step), bandsOf(second, step)], across };
}

/** The two sides of a jump that crosses two edges, and the upright wall between them. */
function cutCell(
  around: readonly Vertex[],
  edges: readonly (Jump | null)[],
  vertex: (p: number, q: number, sample: Sample) => Vertex,
  step: number,
): Cell {
  const sides: Vertex[][] = [[], []];
  const cuts: (readonly [Vertex, Vertex])[] = [];
  let side = 0;
  ROUND.forEach(([p, q], i) => {
    sides[side].push(around[i]);
    const jump = edges[i];
    if (jump === null) return;
    const [nextP, nextQ] = ROUND[(i + 1) % 4];
    const [cutP, cutQ] = [p + (nextP - p) * jump.part, q + (nextQ - q) * jump.part];
    const ends = [vertex(cutP, cutQ, jump.before), vertex(cutP, cutQ, jump.behind)] as const;
    sides[side].push(ends[0]);
    side = 1 - side;
    sides[side].push(ends[1]);
    cuts.push(side === 1 ? ends : [ends[1], ends[0]]);
  });
  const [[firstA, firstB], [secondA, secondB]] = cuts;
  const wall = [firstA, secondA, secondB, firstB];
  const [from, to] = sides.map(middle);
  const along = [secondA.x - firstA.x, secondA.y - firstA.y];
  // across the wall, from the first side to the second
  const across: Cell["across"] = [along[1], -along[0]];
  const turned = across[0] * (to.x - from.x) + across[1] * (to.y - from.y) < 0;
  return {
    parts: [bandsOf(sides[0], step), bandsOf(wall, step), bandsOf(sides[1], step)],
    across: turned ? [-across[0], -across[1]] : across,
  };
}

const middle = (polygon: Polygon): { readonly x: number; readonly y: number } => ({
  x: polygon.reduce((sum, { x }) => sum + x, 0) / polygon.length,
  y: polygon.reduce((sum, { y }) => sum + y, 0) / polygon.length,
});
