import { InputError } from "../losses/errors.ts";
import { type FigureSpec, resolveFigure } from "../spec/figure.ts";
import { decodeLink, encodeLink } from "../spec/link.ts";
import { LANDSCAPES } from "../spec/presets/landscapes.ts";
import type { Shown } from "./history.ts";
import { words } from "./words/words.ts";

export interface Opened {
  readonly spec: FigureSpec;
  readonly unknown: Shown["unknown"];
  /** Why the link could not be followed. */
  readonly problem: string | null;
}

/** The figure that the page shows where no link says another. */
export const USUAL = LANDSCAPES["circle-region"].spec;

/** The figure of a link; the default figure, and what was wrong, where it cannot be read. */
export function openLink(hash: string, prefersDark: boolean): Opened {
  const usual: FigureSpec = { ...USUAL, ...(prefersDark && { theme: "dark" }) };
  if (hash.replace("#", "") === "") return { spec: usual, unknown: [], problem: null };
  try {
    const { spec, unknown } = decodeLink(hash);
    resolveFigure(spec);
    return { spec, unknown, problem: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { spec: usual, unknown: [], problem: words.told(error.message) };
  }
}

/** The address of this page with the figure in it. */
export function linkOf({ figure, unknown }: Shown): string {
  const address = new URL(location.href);
  address.hash = encodeLink(figure, unknown);
  return address.href;
}
