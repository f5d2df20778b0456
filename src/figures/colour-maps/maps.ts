import { interpolateCividis, interpolateRainbow, interpolateRdBu, interpolateViridis, rgb } from "d3";
import type { Scale } from "../../spec/quantities.ts";
import type { FigureLook } from "../../spec/resolve.ts";
import { BATLOW, VIK } from "./crameri.ts";

export type ColourMap = FigureLook["sequential"] | FigureLook["diverging"] | "rainbow";

type Bytes = readonly [number, number, number];

/** A colour of each map at parts from 0 to 1. */
export const COLOUR_MAPS: Readonly<Record<ColourMap, (part: number) => Bytes>> = {
  viridis: css(interpolateViridis),
  cividis: css(interpolateCividis),
  batlow: tabulated(BATLOW),
  RdBu: css((part) => interpolateRdBu(1 - part)),
  vik: tabulated(VIK),
  rainbow: css(interpolateRainbow),
};

/** The map of a figure for a kind of scale. */
export const mapFor = (scale: Scale, look: Pick<FigureLook, "sequential" | "diverging">): ColourMap =>
  scale === "cyclic" ? "rainbow" : look[scale];

function css(interpolate: (part: number) => string): (part: number) => Bytes {
  return (part) => {
    const { r, g, b } = rgb(interpolate(part));
    return [Math.round(r), Math.round(g), Math.round(b)];
  };
}

/** Between two entries of a table, the colour between theirs. */
function tabulated(hex: string): (part: number) => Bytes {
  const last = hex.length / 6 - 1;
  const byte = (entry: number, channel: number): number =>
    Number.parseInt(hex.slice(6 * entry + 2 * channel, 6 * entry + 2 * channel + 2), 16);
  return (part) => {
    const at = Math.min(1, Math.max(0, part)) * last;
    const entry = Math.min(last - 1, Math.floor(at));
    const share = at - entry;
    const mixed = (channel: number): number =>
      Math.round((1 - share) * byte(entry, channel) + share * byte(entry + 1, channel));
    return [mixed(0), mixed(1), mixed(2)];
  };
}
