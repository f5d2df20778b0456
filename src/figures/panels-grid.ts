import type { ResolvedPanels } from "../spec/panels.ts";
import type { Size } from "../spec/resolve.ts";
import { parseLabel } from "./label.ts";
import type { Scene } from "./scene.ts";
import { extraRoom } from "./tex/room.ts";
import { typeSizes } from "./theme.ts";

/** The panels of each row. */
export type Rows = readonly (readonly number[])[];

export const acrossOf = (rows: Rows): number => Math.max(...rows.map(({ length }) => length));

/** Where the panels of a grid stand. All have the same size, whether a legend stands beside them or not. */
export interface Grid {
  readonly cell: Size;
  readonly rows: Rows;
  /** The left edge of each panel, and the upper one of the first row. */
  readonly lefts: readonly number[];
  readonly top: number;
  readonly gap: number;
  readonly sizes: ReturnType<typeof typeSizes>;
  /** The type of the panels. */
  readonly cellSizes: ReturnType<typeof typeSizes>;
}

/** What a bare figure leaves to the right of its frame, and what a legend needs there; in widths of the type. */
const MARGIN = 1.4;
export const LEGEND_GAP = 1.2;
const LEGEND_ROOM = 5.8;

const LEAST_SIDE = 90;

/** What takes room beside the panels. */
export interface GridNeeds {
  readonly captionLines: number;
  /** Panels with a legend of their own. */
  readonly beside: readonly boolean[];
  /** The last row of each legend that rows share. */
  readonly ofRows: readonly { readonly last: number }[];
}

export const NOTHING_BESIDE: GridNeeds = { captionLines: 0, beside: [], ofRows: [] };

export function panelGrid({ size, title }: ResolvedPanels, rows: Rows, needs: GridNeeds): Grid {
  const columns = acrossOf(rows);
  const isFull = ({ length }: Rows[number]): boolean => length === columns;
  const columnLegends = Array.from({ length: columns }, (_, column) =>
    rows.some((row) => needs.beside[row[column]]),
  );
  const rowLegends = needs.ofRows.some(({ last }) => isFull(rows[last]));
  const sizes = typeSizes(size);
  const gap = sizes.base * 0.4;
  const tall = extraRoom(parseLabel(title, "strong"), sizes.title, size.width - 2 * sizes.base);
  const top =
    title === "" ? sizes.base * 0.4 : sizes.base * 1.2 + sizes.title * 1.3 + tall.above + tall.below;
  const { captionLines } = needs;
  // a caption stands a gap below the last row
  const bottom =
    captionLines === 0 ? sizes.base * 0.4 : gap + captionLines * sizes.small * 1.4 + sizes.base * 0.9;
  const legends = columnLegends.filter(Boolean).length + (rowLegends ? 1 : 0);
  const widthFor = (legend: number): number =>
    Math.max(LEAST_SIDE, (size.width - legends * legend - gap * (columns + 1)) / columns);
  // the legend's room depends on the panels' type, and theirs on the room
  const height = Math.max(LEAST_SIDE, (size.height - top - bottom - gap * (rows.length - 1)) / rows.length);
  const typeOf = (width: number): number => panelType(size.type ?? 0, { width, height });
  const legendOf = (width: number): number =>
    typeSizes({ width, type: typeOf(width) }).base * (LEGEND_GAP + LEGEND_ROOM - MARGIN);
  const legend = legendOf(widthFor(legendOf(size.width / columns)));
  const width = widthFor(legend);
  const cell = { width, height, type: typeOf(width) };
  const edges = columnLegends.reduce<readonly number[]>(
    (xs, hasLegend, i) => [...xs, (xs[i] ?? gap) + cell.width + gap + (hasLegend ? legend : 0)],
    [gap],
  );
  // a row that leaves a gap stands in the middle, unless a legend stands in the gap
  const lefts = rows.flatMap((row, r) => {
    const isMiddle = !isFull(row) && needs.ofRows.every(({ last }) => last !== r);
    const shift = isMiddle ? (edges[columns] - edges[row.length]) / 2 : 0;
    return row.map((_, column) => edges[column] + shift);
  });
  return {
    cell,
    rows,
    sizes,
    cellSizes: typeSizes(cell),
    lefts,
    top,
    gap,
  };
}

/** Letters that a panel has room for, and the smallest that print: 8 pixels are 6 points. */
const WIDTHS_OF_TYPE = 24;
const HEIGHTS_OF_TYPE = 22;
const LEAST_TYPE = 8;

/** The type of a panel, where the figure's is given: it becomes smaller in a small panel. */
const panelType = (type: number, { width, height }: Size): number =>
  type === 0
    ? 0
    : Math.min(type, Math.max(LEAST_TYPE, Math.min(width / WIDTHS_OF_TYPE, height / HEIGHTS_OF_TYPE)));

/** What a bare figure leaves below its frame, in widths of its type. */
const FOOT = 3.7;

/** A panel drawn, and how far below the top of its row: the frames of a row stand on one line. */
export interface PlacedScene {
  readonly scene: Scene;
  readonly down: number;
}

/**
 * The upper edge of each row, and of what comes below the last. Square frames may leave room below them that a figure
 * of this height has but no panel uses: the rows close up.
 */
export function rowTops({ rows, top, gap, cellSizes }: Grid, scenes: readonly PlacedScene[]): number[] {
  const tops = [top];
  for (const [r, row] of rows.entries()) {
    const used = row.map((i) => {
      const { frame, foot = 0, height } = scenes[i].scene;
      return scenes[i].down + Math.min(height, frame.y + frame.height + FOOT * cellSizes.base + foot);
    });
    tops.push(tops[r] + Math.max(...used) + gap);
  }
  return tops;
}
