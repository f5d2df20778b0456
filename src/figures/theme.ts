import type { Theme } from "../spec/entries.ts";

/** Colours and weights of a figure, resolved: no variables reach a file. */
export interface Look {
  readonly background: string;
  readonly ink: string;
  readonly soft: string;
  readonly frame: string;
  /** Points, and the boundary with its casing. */
  readonly accent: string;
  readonly casing: string;
  readonly boundary: string;
  /** Pixels per line weight: print lines are thinner. */
  readonly weight: number;
}

export const LOOKS: Readonly<Record<Theme, Look>> = {
  light: {
    background: "#ffffff",
    ink: "#1b1e23",
    soft: "#596068",
    frame: "#1b1e23",
    accent: "#e5383b",
    casing: "#ffffff",
    boundary: "#10131a",
    weight: 1,
  },
  dark: {
    background: "#14171c",
    ink: "#e9ecf1",
    soft: "#a3abb6",
    frame: "#c3cad4",
    accent: "#ff6b6b",
    casing: "#10131a",
    boundary: "#ffffff",
    weight: 1,
  },
  print: {
    background: "#ffffff",
    ink: "#000000",
    soft: "#333333",
    frame: "#000000",
    accent: "#c1121f",
    casing: "#ffffff",
    boundary: "#000000",
    weight: 0.75,
  },
};

/** Letters of a screen; where they are larger, lines and marks are as well. */
const SCREEN_TYPE = 13;

/** Colours and weights of a figure: a slide is seen from afar. */
export function lookOf({ theme, size }: { readonly theme: Theme; readonly size: Sized }): Look {
  const look = LOOKS[theme];
  return { ...look, weight: look.weight * Math.max(1, (size.type ?? 0) / SCREEN_TYPE) };
}

interface Sized {
  readonly width: number;
  readonly type?: number;
}

/** 5 points: words are cut or left out rather than set smaller. */
export const LEAST_LETTERS = 6.67;

/** Type sizes: as asked for, else from the width of the figure: 13 px on a screen, 9 px (6.75 pt) in a paper's column. */
export function typeSizes({ width, type = 0 }: Sized): {
  readonly base: number;
  readonly small: number;
  readonly title: number;
} {
  const base = type > 0 ? type : Math.round(Math.min(13, Math.max(9, width / 48)) * 4) / 4;
  return { base, small: base * 0.86, title: base * 1.2 };
}
