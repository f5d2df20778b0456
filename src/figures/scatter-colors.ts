import type { Theme } from "../spec/entries.ts";

/** At least 3 : 1 against the ground; told apart by place and dashes as well. */
interface ScatterColors {
  /** Pairs at the end, or as given. */
  readonly end: string;
  readonly start: string;
  readonly boundary: string;
  readonly passage: string;
}

const ON_WHITE: ScatterColors = { end: "#1f8a4c", start: "#7d8590", boundary: "#d55e00", passage: "#1f5fd0" };

export const SCATTER_COLORS: Readonly<Record<Theme, ScatterColors>> = {
  light: ON_WHITE,
  dark: { end: "#3ddc97", start: "#79828e", boundary: "#ff9440", passage: "#7fb2ff" },
  print: ON_WHITE,
};
