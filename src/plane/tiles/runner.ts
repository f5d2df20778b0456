/** Fills a grid tile by tile: a stretch of columns, and under it row after row. */
export interface TileRunner {
  /** Most cells in a tile. */
  readonly width: number;
  /** The tiles that follow have `count` cells and begin at this column. */
  readonly begin: (column: number, count: number) => void;
  /** Fills the tile whose first cell is this one; the numbers of its row stand in the bound program's `values`. */
  readonly fill: (cell: number) => void;
}
