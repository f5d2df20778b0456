import type { ResolvedFigure } from "../spec/figure.ts";
import { columnsIn, freeHeight, panelsGrow, type ResolvedPanels } from "../spec/panels.ts";

/** The lowest height of a figure in a narrow room, in widths. */
const LEAST_ASPECT: Partial<Record<ResolvedFigure["kind"], number>> = { landscape: 0.95 };
const LEAST_OF_OTHERS = 0.8;

/** A panel narrower than this cannot be read on a screen. */
const LEAST_PANEL = 170;

/** Room that the words take above and below the panels; more of it where lines are shorter. */
const WORDS = 110;
const WORDS_PER_COLUMN = 30;

/** On a narrow screen the figure is laid out anew for it: shrunk letters could not be read. Files keep their size. */
export function fitted<Figure extends ResolvedFigure>(figure: Figure, room: number): Figure {
  const { width, height } = figure.size;
  if (room <= 0 || room >= width) return figure;
  const narrow = Math.max(200, room);
  if (figure.kind === "panels") return { ...figure, ...fewerColumns(figure, narrow) };
  const least = LEAST_ASPECT[figure.kind] ?? LEAST_OF_OTHERS;
  return { ...figure, size: { width: narrow, height: Math.round(narrow * Math.max(least, height / width)) } };
}

/** As many columns as can be read; every panel keeps its proportions, and a height that was free stays free. */
function fewerColumns(figure: ResolvedPanels, width: number): Pick<ResolvedPanels, "size" | "columns"> {
  const { size, columns, panels } = figure;
  const fewer = columnsIn(columns, width, LEAST_PANEL);
  const free = panelsGrow(figure)
    ? freeHeight({ ...figure, columns: fewer, size: { ...size, width } })
    : undefined;
  if (free !== undefined) return { columns: fewer, size: { width, height: free } };
  const rows = (of: number): number => Math.ceil(panels.length / of);
  const aspect = (size.height - WORDS) / rows(columns) / (size.width / columns);
  const words = WORDS + (columns - fewer) * WORDS_PER_COLUMN;
  const height = rows(fewer) * (width / fewer) * aspect + words;
  return { columns: fewer, size: { width, height: Math.min(4000, Math.max(200, Math.round(height))) } };
}
