import type { ColorDomain } from "./color.ts";

/** From the lowest to the highest of several scales of one quantity; at least one. */
export function unionOf(domains: readonly ColorDomain[]): ColorDomain {
  const least = (end: "low" | "from"): number => Math.min(...domains.map((domain) => domain[end]));
  const most = (end: "high" | "to"): number => Math.max(...domains.map((domain) => domain[end]));
  return {
    ...bendOf(domains),
    low: least("low"),
    high: most("high"),
    from: least("from"),
    to: most("to"),
    below: domains.some(({ below }) => below),
    above: domains.some(({ above }) => above),
  };
}

/** Map and bend, the same for all but for where a symmetric logarithm becomes linear. */
function bendOf(domains: readonly ColorDomain[]): Pick<ColorDomain, "map" | "bend"> {
  const [{ map, bend }] = domains;
  const within = Math.max(...domains.map((each) => (each.bend?.kind === "symlog" ? each.bend.within : 0)));
  return {
    ...(map && { map }),
    ...(bend && { bend: bend.kind === "symlog" ? { kind: "symlog", within } : bend }),
  };
}
