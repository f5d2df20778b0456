import type { Family } from "../losses/types.ts";

export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  classification: "Classification",
  pair: "Pairs and tuples",
  contrastive: "Contrastive",
  proxy: "Proxies",
  binary: "Binary",
  rank: "Rank",
};
