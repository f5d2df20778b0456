import type { LossOnPlane } from "../plane/engine.ts";
import type { Line, Shading } from "../plane/live/kernels.ts";
import { CHANNELS_OF, quantityValues } from "../plane/quantity.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import { boundaryStrokes, hatchGap, hatchStroke } from "./boundary.ts";
import type { ColorDomain } from "./color.ts";
import type { CaptionedLayout } from "./frame.ts";
import { shownLevels } from "./landscape.ts";
import { type PlaneLayout, planeLayout } from "./layout.ts";
import { type LiveBoundary, liveBoundaries } from "./live-boundaries.ts";
import type { LiveMemory } from "./live-memory.ts";
import { lineOf, shadingOf } from "./live-shading.ts";
import { lookDomain } from "./look-domain.ts";
import { type Look, lookOf } from "./theme.ts";

/** A landscape while one of its numbers is dragged, in the frame of the one that was drawn before. */
export interface LiveRequest {
  readonly figure: ResolvedLandscape;
  readonly layout: CaptionedLayout;
  /** Nodes along each axis, which are the pixels; the first and the last lie on the edges of the frame. */
  readonly nodes: number;
}

/** All of a picture but its pixels, for whoever paints them. */
export interface LivePlan {
  readonly figure: ResolvedLandscape;
  readonly nodes: number;
  readonly on: LossOnPlane;
  readonly layout: PlaneLayout & CaptionedLayout;
  readonly look: Look;
  readonly domain: ColorDomain;
  readonly boundaries: readonly LiveBoundary[];
  /** Pixels of the picture to one of the scene. */
  readonly perPixel: number;
  readonly shading: Shading;
  readonly hatching: { readonly line: Line; readonly gap: number };
  /** A boundary's casing, and the line itself. */
  readonly strokes: readonly Line[];
}

/** The colours, legend and levels are the exact figure's: by its nodes, in double precision. */
export function planLive({ figure, layout: plain, nodes }: LiveRequest, memory: LiveMemory): LivePlan {
  const { axes, quantity, counts, samples, look: wanted } = figure;
  const { params, gradient } = figure.loss;
  const on: LossOnPlane = { loss: figureLoss(figure.loss), params, counts, gradient };
  const layout = planeLayout(plain, axes);
  const look = lookOf(figure);
  const perPixel = (nodes - 1) / layout.frame.width;
  const size = { nodes: samples, channels: CHANNELS_OF[quantity], precision: 64 } as const;
  const field = memory.field("domain", on, axes, size);
  const values = quantityValues(field, quantity, memory.numbers("domain", samples));
  const domain = lookDomain(values, QUANTITIES[quantity], wanted);
  const levels = shownLevels(figure, { domain });
  return {
    figure,
    nodes,
    on,
    layout,
    look,
    domain,
    boundaries: liveBoundaries(figure, on.loss),
    perPixel,
    shading: shadingOf(domain, QUANTITIES[quantity].scale, levels, look.weight * perPixel),
    hatching: { line: lineOf(hatchStroke(look), perPixel), gap: hatchGap(layout) * perPixel },
    strokes: boundaryStrokes(look).map((stroke) => lineOf(stroke, perPixel)),
  };
}
