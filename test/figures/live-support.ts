import {
  drawField,
  type LandscapeData,
  landscapeData,
  landscapeLayout,
} from "../../src/figures/landscape.ts";
import { planeLayout } from "../../src/figures/layout.ts";
import { LiveMemory, liveNodes, type LiveNodes, type LivePlan, planLive } from "../../src/figures/live.ts";
import type { Raster } from "../../src/figures/scene.ts";
import { type ResolvedLandscape, resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { QUANTITIES } from "../../src/spec/quantities.ts";
import { kernelsHere } from "../plane/fast/support.ts";
import { paintedPixels } from "./painted-pixels.ts";

const memory = new LiveMemory(await kernelsHere());

/** Nothing but colours. */
export const BARE = { isolines: 0, region: false, arrows: 0, boundary: "none" } as const;

export interface Both {
  readonly figure: ResolvedLandscape;
  readonly exact: LandscapeData;
  readonly raster: Raster;
  readonly pixels: Uint32Array;
  readonly live: Pick<LivePlan, "domain" | "perPixel"> & LiveNodes;
}

/** A landscape drawn exactly, and as it is while it is dragged, on the same nodes. */
export function both(spec: LandscapeSpec): Both {
  const figure = resolveLandscape(spec);
  const exact = landscapeData(figure);
  const layout = landscapeLayout(figure, exact);
  const field = drawField(exact, planeLayout(layout, figure.axes), QUANTITIES[figure.quantity].scale);
  const [image] = field.type === "group" ? field.children : [];
  if (image?.type !== "image") throw new Error("a field without a bitmap");
  const plan = planLive({ figure, layout, nodes: figure.samples }, memory);
  const { domain, perPixel } = plan;
  return {
    figure,
    exact,
    raster: image.raster,
    pixels: paintedPixels(plan, memory),
    live: { domain, perPixel, ...liveNodes(plan) },
  };
}

/** Share of pixels that are off by more than `most` in red, green or blue. */
export function offShare({ raster: { indices, palette }, pixels }: Both, most: number): number {
  const bytes = new Uint8Array(pixels.buffer);
  let off = 0;
  indices.forEach((shade, i) => {
    const isOff = [0, 1, 2].some((k) => Math.abs(palette[3 * shade + k] - bytes[4 * i + k]) > most);
    if (isOff || bytes[4 * i + 3] !== 255) off++;
  });
  return off / indices.length;
}
