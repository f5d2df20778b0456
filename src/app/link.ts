import { InputError } from "../losses/errors.ts";
import { decodeLink, encodeLink } from "../spec/link.ts";
import { LANDSCAPES } from "../spec/presets/landscapes.ts";
import { resolveLandscape } from "../spec/landscape.ts";
import type { LandscapeSpec } from "../spec/landscape-schema.ts";
import type { State } from "./store.ts";

export interface Opened {
  readonly spec: LandscapeSpec;
  readonly unknown: State["unknown"];
  /** Why the link could not be followed. */
  readonly problem: string | null;
}

/** The figure of a link; the default figure, and what was wrong, where it cannot be read. */
export function openLink(hash: string, prefersDark: boolean): Opened {
  const usual: LandscapeSpec = { ...LANDSCAPES["circle-region"].spec, ...(prefersDark && { theme: "dark" }) };
  if (hash.replace("#", "") === "") return { spec: usual, unknown: [], problem: null };
  try {
    const { spec, unknown } = decodeLink(hash);
    resolveLandscape(spec);
    return { spec, unknown, problem: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { spec: usual, unknown: [], problem: error.message };
  }
}

/** The address of this page with the figure in it. */
export function linkOf({ figure, unknown }: State): string {
  const address = new URL(location.href);
  address.hash = encodeLink(figure, unknown);
  return address.href;
}
