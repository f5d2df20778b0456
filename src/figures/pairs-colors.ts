import type { Theme } from "../spec/entries.ts";

interface PairsColors {
  readonly pull: string;
  readonly push: string;
  /** Names on nodes of these two colours. */
  readonly onFill: string;
  /** What the caption calls the colour of proxies, which are as dark as the ink, and of nodes that are not used. */
  readonly proxy: string;
  readonly unused: string;
}

const ON_WHITE: PairsColors = {
  pull: "#d93338",
  push: "#3f6fc0",
  onFill: "#ffffff",
  proxy: "black",
  unused: "white",
};

export const PAIRS_COLORS: Readonly<Record<Theme, PairsColors>> = {
  light: ON_WHITE,
  dark: { pull: "#ff6b6b", push: "#7ba7ff", onFill: "#14171c", proxy: "white", unused: "empty" },
  print: ON_WHITE,
};
