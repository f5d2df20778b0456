import { compileLoss, parameterNumbers } from "../formula/compile.ts";
import type { Counts } from "../losses/types.ts";
import { channelOf } from "../plane/field.ts";
import { CHANNELS_OF } from "../plane/quantity.ts";
import type { Overlay, PictureJob } from "../plane/webgpu/pictures.ts";
import type { QuantityId } from "../spec/quantities.ts";
import { LINEAR } from "./bend.ts";
import type { ColorDomain } from "./color.ts";
import { hasRegion } from "./live-boundaries.ts";
import type { LiveMemory } from "./live-memory.ts";
import type { LivePlan } from "./live-plan.ts";
import { bendShader } from "./live-shading.ts";

/** Where gradients are divided by each other although a shader has no digits of them left, or takes them for zero. */
const RATIOS: ReadonlySet<QuantityId> = new Set<QuantityId>(["direction", "paceRatio"]);

/** Where a shader's numbers lose digits, next to zero, and where they end. */
const SINGLES = [1e-30, 1e37] as const;

const isSingle = ({ low, high, bend = LINEAR }: ColorDomain): boolean => {
  const most = Math.max(Math.abs(low), Math.abs(high));
  const least = bend.kind === "log" ? low : bend.kind === "symlog" ? bend.within : most;
  return least >= SINGLES[0] && most <= SINGLES[1];
};

/** A picture's pixels as a job for a GPU; undefined where single precision would not show them. */
export function pictureJob(plan: LivePlan, memory: LiveMemory): PictureJob | undefined {
  const { figure, nodes, on, domain, boundaries, shading, hatching, strokes } = plan;
  const { axes, quantity, counts, layers } = figure;
  if (!isSingle(domain) || RATIOS.has(quantity)) return undefined;
  const sets: Counts[] = [counts];
  const indexOf = (own: Counts): number => {
    const at = sets.findIndex(({ K, L }) => K === own.K && L === own.L);
    return at < 0 ? sets.push(own) - 1 : at;
  };
  const isHatched = layers.region && hasRegion(boundaries[0], () => coarseZ(plan, memory));
  const overlays: Overlay[] = [
    ...(isHatched ? [{ kind: "hatch" as const, of: 0, ...hatching }] : []),
    ...boundaries.flatMap(({ isShown, known, counts: own }) =>
      isShown && !known ? strokes.map((line) => ({ kind: "stroke" as const, of: indexOf(own), line })) : [],
    ),
  ];
  const outputs =
    overlays.length > 0 ? [...new Set([...CHANNELS_OF[quantity], "z" as const])] : CHANNELS_OF[quantity];
  return {
    program: compileLoss(on.loss, on.params, on.gradient, outputs),
    parameters: parameterNumbers(on.loss, on.params),
    counts: sets,
    axes,
    side: nodes,
    quantity,
    bend: bendShader(domain.bend ?? LINEAR),
    shading,
    overlays,
  };
}

/** Enough to see on which sides of zero z lies. */
const COARSE = 64;

function coarseZ({ figure, on }: LivePlan, memory: LiveMemory) {
  const size = { nodes: COARSE, channels: ["z"], precision: 64 } as const;
  return channelOf(memory.field("coarse z", on, figure.axes, size), "z");
}
