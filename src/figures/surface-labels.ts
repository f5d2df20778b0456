import { QUANTITIES, type Quantity } from "../spec/quantities.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { numberLabel } from "./ticks.ts";

type Height = Pick<ResolvedSurface, "quantity" | "heightScale" | "transform" | "heightLabel">;

const isMathematics = (label: string): boolean => /^\$[^$]*\$$/.test(label);

/** What stands at the height axis: `$|∂ℒ/∂s_n| / 200$`. */
export function heightLabelOf({ quantity, heightScale, transform, heightLabel }: Height): string {
  const { label } = QUANTITIES[quantity];
  if (heightLabel !== "") return heightLabel;
  if (heightScale === "own" && transform === "none") return label;
  const divided =
    heightScale === "own" ? "" : ` / ${heightScale === "normalised" ? "max" : numberLabel(heightScale)}`;
  if (!isMathematics(label)) return `${transform === "none" ? "" : "$−ln$ of "}${label}${divided}`;
  const inner = label.slice(1, -1);
  if (transform === "none") return `$${inner}${divided}$`;
  const sized = inner.startsWith("|") ? inner : `|${inner}|`;
  return divided ? `$−ln (${sized}${divided})$` : `$−ln ${sized}$`;
}

/** The same in words. */
export function heightName({ quantity, heightScale, transform }: Height): string {
  const { name } = QUANTITIES[quantity];
  const divided =
    heightScale === "own" || heightScale === 1
      ? ""
      : heightScale === "normalised"
        ? ", divided by its largest size"
        : `, divided by ${numberLabel(heightScale)}`;
  return `${transform === "none" ? "" : "−ln of the "}${name}${divided}`;
}

const known = new Map<string, Quantity>();

/**
 * What the colours of a surface mean, for a legend. The same words and scale give the same object, so that panels
 * know what they share.
 */
export function colouringOf(figure: ResolvedSurface): Quantity {
  const { colour, quantity, palette, heightScale, transform, heightLabel } = figure;
  const own: Quantity = QUANTITIES[colour];
  const showsHeight = colour === quantity;
  const isOwn = !showsHeight || (heightScale === "own" && transform === "none" && heightLabel === "");
  if (isOwn && palette === "quantity") return own;
  const label = showsHeight ? heightLabelOf(figure) : own.label;
  const name = showsHeight ? heightName(figure) : own.name;
  const scale =
    palette === "height" ? "diverging" : showsHeight && transform !== "none" ? "sequential" : own.scale;
  const isLogarithm = own.logarithm || (showsHeight && transform !== "none");
  const key = JSON.stringify([label, name, scale, isLogarithm]);
  const made = known.get(key) ?? { label, name, scale, ...(isLogarithm && { logarithm: true }) };
  known.set(key, made);
  return made;
}
