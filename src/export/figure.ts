import { prepareFigure } from "../figures/figure.ts";
import { dressed } from "../figures/dress.ts";
import { drawLandscape, type LandscapeData, landscapeData } from "../figures/landscape.ts";
import type { Facts } from "../figures/prepared.ts";
import type { Scene } from "../figures/scene.ts";
import { withLossFormulae } from "../figures/tex/loss-macro.ts";
import { type FigureSpec, minimiseFigure, resolveFigure } from "../spec/figure.ts";
import { type ResolvedLandscape, resolveLandscape } from "../spec/landscape.ts";
import type { LandscapeSpec } from "../spec/landscape-schema.ts";
import { toSvg } from "./svg.ts";

/** A landscape drawn: what it shows as numbers, and where every mark stands. */
export interface DrawnLandscape {
  readonly figure: ResolvedLandscape;
  readonly data: LandscapeData;
  readonly scene: Scene;
}

/** Resolves, samples and draws. `reuse` gives back the memory of a figure that is no longer shown. */
export function drawLandscapeSpec(spec: LandscapeSpec, reuse?: DrawnLandscape): DrawnLandscape {
  const figure = resolveLandscape(spec);
  const data = landscapeData(figure, reuse?.data);
  return { figure, data, scene: dressed(drawLandscape(withLossFormulae(figure), data), figure) };
}

/**
 * A figure of any kind, drawn. TeX that `typesetLabels` has not seen is drawn as plain text. Throws `InputError` for a
 * loss or parameters that are not legal.
 */
export const drawFigure = (spec: FigureSpec): Scene =>
  prepareFigure(withLossFormulae(resolveFigure(spec))).draw();

/** The numbers that a figure draws, by name. */
export const figureFacts = (spec: FigureSpec): Facts => prepareFigure(resolveFigure(spec)).facts();

/** The figure as an SVG document that carries its own recipe in `<metadata>`. */
export const figureSvg = (spec: FigureSpec): string => toSvg(drawFigure(spec), { recipe: recipeOf(spec) });

/** The figure as an SVG document for `svgToPng`: no recipe, every run of text in its place. */
export const figureSvgForRaster = (spec: FigureSpec): string => toSvg(drawFigure(spec), { runs: "placed" });

/** The shortest spec of a figure, as the text that its files carry: JSON of characters that XML allows. */
export const recipeOf = (spec: FigureSpec, indent = 0): string =>
  JSON.stringify({ marginscape: __VERSION__, figure: minimiseFigure(spec) }, null, indent).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );

/** The resolved spec as a file. */
export const figureJson = (spec: FigureSpec): string => `${JSON.stringify(resolveFigure(spec), null, 2)}\n`;
