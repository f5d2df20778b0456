import { drawLandscape, type LandscapeData, landscapeData } from "../figures/landscape.ts";
import type { Scene } from "../figures/scene.ts";
import { minimiseFigure } from "../spec/minimise.ts";
import { type ResolvedFigure, resolveFigure } from "../spec/resolve.ts";
import type { FigureSpec } from "../spec/schema.ts";
import { toSvg } from "./svg.ts";

/** A figure drawn: what it shows as numbers, and where every mark stands. */
export interface DrawnFigure {
  readonly figure: ResolvedFigure;
  readonly data: LandscapeData;
  readonly scene: Scene;
}

/** Resolves, samples and draws. `reuse` gives back the memory of a figure that is no longer shown. */
export function drawFigure(spec: FigureSpec, reuse?: DrawnFigure): DrawnFigure {
  const figure = resolveFigure(spec);
  const data = landscapeData(figure, reuse?.data);
  return { figure, data, scene: drawLandscape(figure, data) };
}

/** The figure as an SVG document that carries its own recipe in `<metadata>`. */
export const figureSvg = (spec: FigureSpec): string =>
  toSvg(drawFigure(spec).scene, { recipe: recipeOf(spec) });

/** The figure as an SVG document for `svgToPng`: no recipe, every run of text in its place. */
export const figureSvgForRaster = (spec: FigureSpec): string =>
  toSvg(drawFigure(spec).scene, { runs: "placed" });

/** The shortest spec of a figure, as the text that its files carry: JSON of characters that XML allows. */
export const recipeOf = (spec: FigureSpec): string =>
  JSON.stringify({ marginscape: __VERSION__, figure: minimiseFigure(spec) }).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );

/** The resolved spec as a file. */
export const figureJson = (spec: FigureSpec): string => `${JSON.stringify(resolveFigure(spec), null, 2)}\n`;
