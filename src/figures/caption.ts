import { figureLoss } from "../spec/figure-loss.ts";
import type { Counts, GradientMode, Loss } from "../losses/types.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { pathsNote } from "./paths.ts";
import { numberLabel } from "./ticks.ts";

/** `γ = 256, m = 0.25, K = 4, L = 16`, as a label. */
export function parameterLine(figure: Pick<ResolvedLandscape, "loss" | "counts">): string {
  const { params: specs } = figureLoss(figure.loss);
  const parts = Object.entries(specs).map(([id, spec]) => {
    const value = figure.loss.params[id];
    if (spec.kind === "choice")
      return spec.options.length > 1 && value !== spec.default ? `${spec.label}: ${value}` : "";
    return `$${spec.symbol} = ${numberLabel(Number(value))}$`;
  });
  return [...parts, countsLine(figure.counts)].filter(Boolean).join(", ");
}

export const countsLine = ({ K, L }: Counts): string =>
  K === L ? `$K = L = ${numberLabel(K)}$` : `$K = ${numberLabel(K)}$, $L = ${numberLabel(L)}$`;

/** Which gradient a figure shows; every figure of a loss that detaches says so. */
export function gradientNote(loss: Loss, gradient: GradientMode): string {
  if (!loss.detaches) return "gradient";
  return gradient === "detached"
    ? "detached gradient (weights held constant)"
    : "attached gradient (full derivative)";
}

export interface CaptionFacts {
  readonly masked: number;
  readonly cells: number;
  readonly hasBoundary: boolean;
  /** Whether any of it lies in the frame. */
  readonly showsBoundary: boolean;
  /** What `scaleNote` says of its colours. */
  readonly scale: string;
}

const OF_GRADIENT = new Set([
  "dSp",
  "dSn",
  "absDSp",
  "absDSn",
  "gradientLength",
  "direction",
  "embeddingP",
  "embeddingN",
  "paceRatio",
  "curl",
]);

/** One label that says what every mark of the figure means. */
export function captionOf(figure: ResolvedLandscape, facts: CaptionFacts): string {
  const { masked, cells, hasBoundary, showsBoundary, scale } = facts;
  const { layers, quantity, counts } = figure;
  const loss = figureLoss(figure.loss);
  const gradient = gradientNote(loss, figure.loss.gradient);
  const sentences: string[] = [];
  if (layers.field || layers.isolines > 0) {
    const { name } = QUANTITIES[quantity];
    sentences.push(
      `Colour: ${name}${OF_GRADIENT.has(quantity) && loss.detaches ? `, ${gradient}` : ""}${scale}.`,
    );
  }
  if (layers.arrows > 0) sentences.push(`Arrows: against the ${gradient}${lengthNote(layers.arrowLength)}.`);
  sentences.push(...pathsNote(figure.paths, loss));
  if (layers.pointArrows && figure.points.some((point) => "sp" in point))
    sentences.push(`Arrows at the points: against the ${gradient}, all equally long.`);
  if (figure.guides.length > 0) sentences.push(`Dashed thin: ${guideNote(figure.guides)}.`);
  if (showsBoundary && layers.boundary !== "none") sentences.push(boundaryNote(layers.boundary, counts));
  if (hasBoundary && layers.region)
    sentences.push(`Hatched: target region${oneEach(counts) ? "" : ` for ${countsLine(counts)}`}.`);
  if (!showsBoundary && layers.boundary !== "none")
    sentences.push(hasBoundary ? "No decision boundary in this frame." : "No decision boundary.");
  if (masked > 0) sentences.push(`Grey: no finite value (${masked} of ${cells} nodes).`);
  return sentences.join(" ");
}

const lengthNote = (length: ResolvedLandscape["layers"]["arrowLength"]): string =>
  length === "root" ? ", length by the root of its size" : length === "linear" ? ", length by its size" : "";

/** `$s_p = s_n$ and $s_p = s_n + 0.5$`. */
const guideNote = (guides: ResolvedLandscape["guides"]): string =>
  guides
    .map(({ slope, intercept }) => {
      const sloped = slope === 0 ? "" : `${slope === 1 ? "" : slope === -1 ? "−" : numberLabel(slope)}s_n`;
      if (sloped === "") return `$s_p = ${numberLabel(intercept)}$`;
      if (intercept === 0) return `$s_p = ${sloped}$`;
      return `$s_p = ${sloped} ${intercept < 0 ? "−" : "+"} ${numberLabel(Math.abs(intercept))}$`;
    })
    .join(" and ");

const oneEach = ({ K, L }: Counts): boolean => K === 1 && L === 1;

function boundaryNote(boundary: ResolvedLandscape["layers"]["boundary"], counts: Counts): string {
  const unit = "decision boundary for $K = L = 1$";
  if (boundary === "unit" || oneEach(counts)) return `Line: ${unit}.`;
  const current = `decision boundary for ${countsLine(counts)}`;
  return boundary === "counts"
    ? `Line: ${current}.`
    : `Solid line: ${unit}; dashed: for ${countsLine(counts)}.`;
}
