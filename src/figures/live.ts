import { type KernelModule, paintTiles } from "../plane/live/kernels.ts";
import type { Counts } from "../losses/types.ts";
import type { LossOnPlane } from "../plane/engine.ts";
import { type Channel, channelOf, type Field, type Numbers } from "../plane/field.ts";
import { isLive, liveField } from "../plane/live/field.ts";
import { quantityInTile } from "../plane/live/quantity.ts";
import { CHANNELS_OF, quantityNumbers, quantityValues } from "../plane/quantity.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import { LINEAR } from "./bend.ts";
import { boundaryStrokes, hatchGap, hatchStroke } from "./boundary.ts";
import type { ColorDomain } from "./color.ts";
import type { CaptionedLayout } from "./frame.ts";
import { shownLevels } from "./landscape.ts";
import { planeLayout } from "./layout.ts";
import { hasRegion, liveBoundaries } from "./live-boundaries.ts";
import { liveNodes, type LiveNodes } from "./live-nodes.ts";
import { bendTile, lineOf, shadingOf, sparesFor } from "./live-shading.ts";
import { lookDomain } from "./look-domain.ts";
import { lookOf } from "./theme.ts";

/** A landscape while one of its numbers is dragged, in the frame of the one that was drawn before. */
export interface LiveRequest {
  readonly figure: ResolvedLandscape;
  readonly layout: CaptionedLayout;
  /** Nodes along each axis, which are the pixels; the first and the last lie on the edges of the frame. */
  readonly nodes: number;
}

export interface LivePicture extends LiveNodes {
  readonly domain: ColorDomain;
  /** Pixels of the picture to one of the scene. */
  readonly perPixel: number;
}

/** Whether a figure can be drawn while it is dragged; any other is drawn as ever. */
export const canBeLive = ({ loss, quantity, layers }: ResolvedLandscape): boolean =>
  layers.field && isLive({ loss: figureLoss(loss), params: loss.params }, CHANNELS_OF[quantity]);

/** Draws landscapes to be looked at for a moment, in single precision; its memory is used again and again. */
export class LivePainter {
  readonly #fields = new Map<string, Field>();
  readonly #numbers = new Map<string, Float64Array>();

  constructor(private readonly kernels: KernelModule) {}

  /** Fills `pixels`, nodes × nodes, the first row at the top; what goes over them is returned. */
  paint({ figure, layout: plain, nodes }: LiveRequest, pixels: Uint32Array): LivePicture {
    const { axes, quantity, counts, layers } = figure;
    const { params, gradient } = figure.loss;
    const on: LossOnPlane = { loss: figureLoss(figure.loss), params, counts, gradient };
    const layout = planeLayout(plain, axes);
    const look = lookOf(figure);
    const perPixel = (nodes - 1) / layout.frame.width;
    const domain = this.#domain(figure, on);
    const { bend = LINEAR } = domain;
    const boundaries = liveBoundaries(figure, on.loss);

    const channels = CHANNELS_OF[quantity];
    const field = this.#field("quantity", on, figure, { nodes, channels, precision: 32 });
    const margins = new Map<Counts, Numbers>();
    const zOf = (own: Counts): Numbers => {
      const size = { nodes, channels: ["z"], precision: 32 } as const;
      const known = margins.get(own);
      const z =
        known ?? channelOf(this.#field(`z ${own === counts}`, { ...on, counts: own }, figure, size), "z");
      margins.set(own, z);
      return z;
    };
    const region = layers.region ? zOf(counts) : undefined;
    const hatched = region && hasRegion(boundaries[0], region) ? [region] : [];
    const traced = boundaries.flatMap(({ isShown, known, counts: own }) =>
      isShown && !known ? [zOf(own)] : [],
    );
    // a double may lie beyond the singles that its quantity does not
    const isReady = field.engine.precision === 64;
    const own = isReady
      ? [quantityNumbers(field, quantity, this.#scratch("quantity", nodes))]
      : channels.map((channel) => channelOf(field, channel));
    const inputs = [...own, ...hatched, ...traced];

    const levels = shownLevels(figure, { domain });
    const shading = shadingOf(domain, QUANTITIES[quantity].scale, levels, look.weight * perPixel);
    const hatching = lineOf(hatchStroke(look), perPixel);
    const strokes = boundaryStrokes(look).map((stroke) => lineOf(stroke, perPixel));
    const canvas = { columns: nodes, rows: nodes, inputs, spares: sparesFor(bend) };
    paintTiles(this.kernels, canvas, pixels, (tile) => {
      const at = isReady ? tile.at[0] : quantityInTile(tile, quantity, axes);
      bendTile(tile, at, bend);
      tile.paint(at, shading);
      const rest = tile.at.slice(own.length);
      for (const z of rest.slice(0, hatched.length)) tile.hatch(z, hatchGap(layout) * perPixel, hatching);
      for (const z of rest.slice(hatched.length)) for (const line of strokes) tile.stroke(z, 0, line);
    });
    return { domain, perPixel, ...liveNodes(figure, on, layout, look, domain, boundaries) };
  }

  /** By the nodes that the exact figure has, in double precision: its colours, legend and levels are these. */
  #domain(figure: ResolvedLandscape, on: LossOnPlane): ColorDomain {
    const { quantity, samples: nodes, look } = figure;
    const channels = CHANNELS_OF[quantity];
    const field = this.#field("domain", on, figure, { nodes, channels, precision: 64 });
    const values = quantityValues(field, quantity, this.#scratch("domain", nodes));
    return lookDomain(values, QUANTITIES[quantity], look);
  }

  #scratch(name: string, nodes: number): Float64Array {
    const known = this.#numbers.get(name);
    if (known?.length === nodes ** 2) return known;
    const made = new Float64Array(nodes ** 2);
    this.#numbers.set(name, made);
    return made;
  }

  /** A field in the memory of the last one of this name. */
  #field(name: string, on: LossOnPlane, { axes }: ResolvedLandscape, size: Size): Field {
    const { nodes, channels, precision } = size;
    const options = { columns: nodes, rows: nodes, channels, precision, reuse: this.#fields.get(name) };
    const field = liveField(on, axes, options, this.kernels);
    this.#fields.set(name, field);
    return field;
  }
}

interface Size {
  readonly nodes: number;
  readonly channels: readonly Channel[];
  readonly precision: 32 | 64;
}
