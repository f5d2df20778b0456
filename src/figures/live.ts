import { softplusLink } from "../losses/links.ts";
import type { Counts } from "../losses/types.ts";
import type { LossOnPlane } from "../plane/engine.ts";
import { channelOf, type Numbers } from "../plane/field.ts";
import { isLive } from "../plane/live/field.ts";
import { type PaintedRows, paintTiles } from "../plane/live/kernels.ts";
import { overTile, quantityInTile } from "../plane/live/quantity.ts";
import { CHANNELS_OF, quantityNumbers } from "../plane/quantity.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { LINEAR } from "./bend.ts";
import { hasRegion } from "./live-boundaries.ts";
import type { LiveMemory, LiveSize } from "./live-memory.ts";
import type { LivePlan } from "./live-plan.ts";
import { bendTile, sparesFor } from "./live-shading.ts";

export { LiveMemory } from "./live-memory.ts";
export { type LiveNodes, liveNodes } from "./live-nodes.ts";
export { type LivePlan, type LiveRequest, planLive } from "./live-plan.ts";

/** Whether a figure can be drawn while it is dragged; any other is drawn as ever. */
export const canBeLive = ({ loss, quantity, layers }: ResolvedLandscape): boolean =>
  layers.field && isLive({ loss: figureLoss(loss), params: loss.params }, CHANNELS_OF[quantity]);

/** φ(0) of a loss φ(z) whose link rises everywhere: where the loss is below, z is below zero. */
function lossAtEdge({ loss, params, counts, gradient }: LossOnPlane): number | undefined {
  const form = loss.plane(params, counts, gradient);
  return form.coupling === "coupled" && form.link === softplusLink ? form.link.value(0) : undefined;
}

/** The pixels, nodes × nodes, some rows at a time. */
export function paintPlan(plan: LivePlan, memory: LiveMemory, painted: PaintedRows): void {
  const { figure, nodes, on, domain, boundaries, shading, hatching, strokes } = plan;
  const { axes, quantity, counts, layers } = figure;
  const { bend = LINEAR } = domain;
  const channels = CHANNELS_OF[quantity];
  const field = memory.field("quantity", on, axes, { nodes, channels, precision: 32 });
  const margins = new Map<Counts, Numbers>();
  const zOf = (own: Counts): Numbers => {
    const size: LiveSize = { nodes, channels: ["z"], precision: 32 };
    const name = `z ${own === counts}`;
    const z = margins.get(own) ?? channelOf(memory.field(name, { ...on, counts: own }, axes, size), "z");
    margins.set(own, z);
    return z;
  };
  const isHatched = layers.region && hasRegion(boundaries[0], () => zOf(counts));
  // a double may lie beyond the singles that its quantity does not
  const isReady = field.engine.precision === 64;
  const edge = isHatched && !isReady && quantity === "loss" ? lossAtEdge(on) : undefined;
  const hatched = isHatched && edge === undefined ? [zOf(counts)] : [];
  const traced = boundaries.flatMap(({ isShown, known, counts: own }) =>
    isShown && !known ? [zOf(own)] : [],
  );
  const own = isReady
    ? [quantityNumbers(field, quantity, memory.numbers("quantity", nodes))]
    : channels.map((channel) => channelOf(field, channel));
  const inputs = [...own, ...hatched, ...traced];

  const canvas = { columns: nodes, rows: nodes, inputs, spares: sparesFor(bend) + 1 };
  paintTiles(memory.kernels, canvas, painted, (tile) => {
    const at = isReady ? tile.at[0] : quantityInTile(tile, quantity, axes);
    const beyondEdge = tile.spares[sparesFor(bend)];
    if (edge !== undefined) overTile(tile, "subtract", beyondEdge, at, tile.number(edge), 0b01);
    bendTile(tile, at, bend);
    tile.paint(at, shading);
    if (edge !== undefined) tile.hatch(beyondEdge, hatching.gap, hatching.line);
    const rest = tile.at.slice(own.length);
    for (const z of rest.slice(0, hatched.length)) tile.hatch(z, hatching.gap, hatching.line);
    for (const z of rest.slice(hatched.length)) for (const line of strokes) tile.stroke(z, 0, line);
  });
}
