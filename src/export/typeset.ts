import { withLossFormulae } from "../figures/tex/loss-macro.ts";
import { isUntypeset, texIn, typeset } from "../figures/tex/typesetting.ts";
import { texOutline } from "../figures/tex/registry.ts";
import type { Outline, Scene } from "../figures/scene.ts";
import { type FigureSpec, resolveFigure } from "../spec/figure.ts";
import { drawFigure } from "./figure.ts";

/** Whether a figure has mathematics in TeX that would now be drawn as plain text. */
export const needsTypesetting = (spec: FigureSpec): boolean =>
  texIn(spec).length > 0 && texIn(withLossFormulae(resolveFigure(spec))).some(isUntypeset);

/**
 * Typesets the mathematics in the labels of a figure, so that everything that draws it afterwards has its shapes. Most
 * figures have none, and then this is done at once. Throws `InputError` for TeX that is not legal, with its place.
 */
export async function typesetLabels(spec: FigureSpec): Promise<void> {
  if (texIn(spec).length > 0) await typeset(texIn(withLossFormulae(resolveFigure(spec))));
}

/** The shapes that `keepOutline` needs to draw a figure elsewhere without typesetting: in a page that redraws itself. */
export async function outlinesOf(spec: FigureSpec): Promise<Record<string, Outline>> {
  await typesetLabels(spec);
  return Object.fromEntries(
    texIn(withLossFormulae(resolveFigure(spec))).flatMap(({ tex }) => {
      const outline = texOutline(tex);
      return outline ? [[tex, outline]] : [];
    }),
  );
}

/** `drawFigure` with typeset mathematics. */
export async function drawFigureWhenTypeset(spec: FigureSpec): Promise<Scene> {
  await typesetLabels(spec);
  return drawFigure(spec);
}
