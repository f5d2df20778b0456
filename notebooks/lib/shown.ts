import { type FigureSpec, resolveFigure } from "../../src/index.ts";
import type { Surroundings } from "./surroundings.ts";

/** Narrower than this, a panel cannot be read, and fewer stand side by side. */
const NARROWEST_PANEL = 240;
const LEAST = 200;

/** Title and caption are about as high in a small figure as in a large one. */
const WORDS = 110;

/** The figure for the page it stands in: its colours, and no wider than its column. Nothing else is changed. */
export function asShown(spec: FigureSpec, { theme, width }: Surroundings): FigureSpec {
  const { size, ...whole } = resolveFigure(spec);
  if (size.width <= width) return { ...spec, theme };
  const across = Math.max(LEAST, Math.floor(width));
  const sized = (slimmer: number) => ({
    width: across,
    height: Math.min(4000, Math.round(WORDS + ((size.height - WORDS) * across * slimmer) / size.width)),
  });
  if (spec.kind !== "panels" || whole.kind !== "panels") return { ...spec, theme, size: sized(1) };
  const columns = Math.min(whole.columns, Math.max(1, Math.floor(across / NARROWEST_PANEL)));
  const rows = (count: number): number => Math.ceil(whole.panels.length / count);
  const slimmer = (whole.columns / columns) * (rows(columns) / rows(whole.columns));
  return { ...spec, theme, columns, size: sized(slimmer) };
}
