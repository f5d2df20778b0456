import * as v from "valibot";
import type { Counts } from "../losses/types.ts";
import type { Axes } from "./axes.ts";
import {
  anyFigure,
  axes,
  counts,
  type Filled,
  flag,
  listOf,
  loss,
  objectOf,
  oneOf,
  type Readable,
  similarity,
  whole,
  within,
} from "./entries.ts";
import { InputError } from "../losses/errors.ts";
import {
  resolvedAxes,
  resolvedCounts,
  type ResolvedHead,
  resolvedHead,
  type ResolvedLoss,
  resolvedLoss,
} from "./resolve.ts";

/** Whether the similarities themselves follow the field, or a unit embedding behind each. */
export const CLOUD_SPACES = ["plane", "sphere"] as const;

const spread = v.strictTuple(
  [similarity, within(0, 1)],
  "expected a mean from -1 to 1 and a standard deviation from 0 to 1",
);
const aPoint = v.strictTuple([similarity, similarity], "expected [s_n, s_p], both from -1 to 1");

const cloud = objectOf({
  pairs: v.exactOptional(whole(1, 5000)),
  seed: v.exactOptional(whole(0, 2 ** 32 - 1)),
  start: v.exactOptional(objectOf({ sn: v.exactOptional(spread), sp: v.exactOptional(spread) })),
  /** A step is this times the gradient of `loss.gradient`. */
  learningRate: v.exactOptional(within(1e-9, 1e3)),
  /** In similarity; longer steps are shortened. */
  longestStep: v.exactOptional(within(1e-4, 1)),
  steps: v.exactOptional(whole(1, 10_000)),
  /** Standard deviation of a random step besides each step of descent, in similarity. */
  noise: v.exactOptional(within(0, 0.1)),
  space: v.exactOptional(oneOf(CLOUD_SPACES)),
});

/** Many pairs in the plane of one loss: a simulated cloud with where it crossed the boundary, or given points. */
export const scatterSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("scatter", "expected scatter"),
    loss,
    counts: v.exactOptional(counts),
    axes: v.exactOptional(axes),
    cloud: v.exactOptional(cloud),
    /** Data instead of a cloud, [s_n, s_p] each. */
    points: v.exactOptional(listOf(aPoint, 10_000, "points", 1)),
    /** Between which quantiles of the crossings the passage lies. */
    passage: v.exactOptional(
      v.pipe(
        v.strictTuple([within(0, 1), within(0, 1)], "expected two numbers from 0 to 1"),
        v.check(([low, high]) => low < high, "expected two rising numbers from 0 to 1"),
      ),
    ),
    /** The s_n at which the facts say what s_p the boundary demands. */
    readings: v.exactOptional(listOf(similarity, 40, "similarities")),
    layers: v.exactOptional(
      objectOf({
        starts: v.exactOptional(flag),
        ends: v.exactOptional(flag),
        boundary: v.exactOptional(flag),
        passage: v.exactOptional(flag),
        guides: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
  },
  "expected a figure: an object with version 1",
);

export type ScatterSpec = Readable<v.InferOutput<typeof scatterSchema>>;

type CloudSpec = NonNullable<ScatterSpec["cloud"]>;
export type ResolvedCloud = Filled<Omit<CloudSpec, "start">> & {
  readonly start: Filled<NonNullable<CloudSpec["start"]>>;
};

/** A scatter with nothing left to guess: a cloud or points, never both. */
export interface ResolvedScatter extends ResolvedHead {
  readonly kind: "scatter";
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
  readonly axes: Axes;
  readonly cloud?: ResolvedCloud;
  readonly points?: readonly (readonly [number, number])[];
  readonly passage: readonly [number, number];
  readonly readings: readonly number[];
  readonly layers: Filled<NonNullable<ScatterSpec["layers"]>>;
}

const CLOUD: ResolvedCloud = {
  pairs: 1000,
  seed: 1,
  start: { sn: [0.45, 0.1], sp: [0.45, 0.1] },
  learningRate: 1e-3,
  longestStep: 0.01,
  steps: 1000,
  noise: 0,
  space: "plane",
};

const LAYERS: ResolvedScatter["layers"] = {
  starts: true,
  ends: true,
  boundary: true,
  passage: true,
  guides: true,
  caption: true,
};

/** A link must not keep a page busy for long: a step of a pair takes about a tenth of a microsecond and more. */
const MOST_STEPS = 4e6;

function resolvedCloud(wanted: CloudSpec = {}): ResolvedCloud {
  const filled = { ...CLOUD, ...wanted, start: { ...CLOUD.start, ...wanted.start } };
  const most = Math.floor(MOST_STEPS / filled.pairs);
  if (filled.steps > most)
    throw new InputError(
      `invalid cloud.steps: ${filled.steps}; expected at most ${most} with ${filled.pairs} pairs`,
    );
  return filled;
}

/**
 * Fills in every default. Throws `InputError` for an illegal loss, where both a cloud and points are given, and for a
 * cloud of too many steps in all.
 */
export function resolveScatter(spec: ScatterSpec): ResolvedScatter {
  const { cloud: wanted, points } = spec;
  if (wanted !== undefined && points !== undefined)
    throw new InputError("invalid cloud: beside points; expected one of them");
  const { version, ...head } = resolvedHead(spec);
  return {
    version,
    kind: "scatter",
    ...head,
    loss: resolvedLoss(spec.loss),
    counts: resolvedCounts(spec.counts),
    axes: resolvedAxes(spec.axes),
    ...(points === undefined
      ? { cloud: resolvedCloud(wanted) }
      : { points: points.map(([sn, sp]) => [sn, sp] as const) }),
    passage: spec.passage ?? [0.01, 0.99],
    readings: [...(spec.readings ?? [])],
    layers: { ...LAYERS, ...spec.layers },
  };
}
