import { InputError, shown } from "../losses/errors.ts";
import {
  isSingleKind,
  kindIn,
  parseSingle,
  type ResolvedSingle,
  resolveSingle,
  SINGLE_KINDS,
  type SingleSpec,
} from "./kinds.ts";
import type { ResolvedLandscape } from "./landscape.ts";
import type { LandscapeSpec } from "./landscape-schema.ts";
import { minimiseLandscape } from "./minimise.ts";
import { type PanelsSpec, parsePanels, type ResolvedPanels, resolvePanels } from "./panels.ts";
import { fromJson } from "./parse.ts";
import { withoutDefaults } from "./shorten.ts";

/** A figure of any kind as somebody wrote it: a piece of JSON. */
export type FigureSpec = SingleSpec | PanelsSpec;
/** The same with nothing left to guess; itself a legal `FigureSpec`. */
export type ResolvedFigure = ResolvedSingle | ResolvedPanels;

export const FIGURE_KINDS: readonly string[] = [...SINGLE_KINDS, "panels"];

/** A figure from JSON text or a value. Throws `InputError` that names the path, the value and what is legal. */
export function parseFigure(input: unknown): FigureSpec {
  const value = fromJson(input);
  const kind = kindIn(value);
  if (kind === "panels") return parsePanels(value);
  if (isSingleKind(kind)) return parseSingle(value);
  throw new InputError(`invalid kind: ${shown(kind)}; expected one of ${FIGURE_KINDS.join(", ")}`);
}

/** Fills in every default. Pure and idempotent. Throws `InputError` for a loss or parameters that are not legal. */
export const resolveFigure = (spec: FigureSpec): ResolvedFigure =>
  spec.kind === "panels" ? resolvePanels(spec) : resolveSingle(spec);

/** The shortest spec that resolves to the same figure. */
export function minimiseFigure(spec: FigureSpec): FigureSpec {
  if (isLandscape(spec)) return minimiseLandscape(spec);
  if (spec.kind === "panels") return minimisePanels(spec);
  return withoutDefaults(resolveSingle(spec), resolvesLike(spec));
}

/** Each panel by itself, which none of the others can see; then what is said of them all. */
function minimisePanels(spec: PanelsSpec): FigureSpec {
  const { panels, ...head } = resolvePanels(spec);
  const short = panels.map(({ title, figure }) => ({
    ...(title !== "" && { title }),
    figure: minimiseFigure(figure),
  }));
  const isSame = resolvesLike(spec);
  const shortHead = withoutDefaults(head, (shorter) => isSame({ ...shorter, panels: short }));
  return parsePanels({ ...shortHead, panels: short });
}

const resolvesLike = (spec: FigureSpec): ((shorter: object) => boolean) => {
  const whole = JSON.stringify(resolveFigure(spec));
  return (shorter) => {
    try {
      return JSON.stringify(resolveFigure(parseFigure(shorter))) === whole;
    } catch (error) {
      if (error instanceof InputError) return false;
      throw error;
    }
  };
};

export function isLandscape(figure: ResolvedFigure): figure is ResolvedLandscape;
export function isLandscape(spec: FigureSpec): spec is LandscapeSpec;
export function isLandscape({ kind }: FigureSpec): boolean {
  return kind === undefined || kind === "landscape";
}

/** Whether a figure has a batch whose nodes can be moved. */
export const hasNodes = (figure: ResolvedFigure): boolean =>
  figure.kind === "pairs" ||
  (figure.kind === "panels" && figure.panels.some((panel) => panel.figure.kind === "pairs"));
