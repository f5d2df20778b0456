import * as v from "valibot";
import { InputError, shown } from "../losses/errors.ts";
import type { Counts } from "../losses/types.ts";
import type { Axes } from "./axes.ts";
import {
  anyFigure,
  axes,
  counts,
  type Filled,
  flag,
  loss,
  type MarkedPoint,
  name,
  objectOf,
  oneOf,
  points,
  type Readable,
  whole,
} from "./entries.ts";
import { QUANTITIES, QUANTITY_IDS, type QuantityId } from "./quantities.ts";
import {
  resolvedAxes,
  resolvedCounts,
  type ResolvedHead,
  resolvedHead,
  type ResolvedLoss,
  resolvedLoss,
} from "./resolve.ts";

/** a − b, log₁₀ |a / b|, or the angle between the two gradients in degrees. */
export const COMPARISONS = ["difference", "ratio", "angle"] as const;
export type Comparison = (typeof COMPARISONS)[number];

const side = objectOf({ name: v.exactOptional(name), loss, counts: v.exactOptional(counts) });

/** Two losses over one plane, as one number a cell. */
export const differenceSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("difference", "expected difference"),
    a: side,
    b: side,
    compare: v.exactOptional(oneOf(COMPARISONS)),
    /** Of what the difference or the ratio is. */
    quantity: v.exactOptional(oneOf(QUANTITY_IDS)),
    axes: v.exactOptional(axes),
    /** Nodes of the sampled grid along each axis. */
    samples: v.exactOptional(whole(16, 1024)),
    layers: v.exactOptional(
      objectOf({
        /** About how many isolines; 0 for none. */
        isolines: v.exactOptional(whole(0, 40)),
        isolineLabels: v.exactOptional(flag),
        boundaries: v.exactOptional(flag),
        legend: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
    points: v.exactOptional(points),
  },
  "expected a figure: an object with version 1",
);

export type DifferenceSpec = Readable<v.InferOutput<typeof differenceSchema>>;

export interface ComparedLoss {
  readonly name: string;
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
}

/** A comparison with nothing left to guess; an angle is of no quantity. */
export interface ResolvedDifference extends ResolvedHead {
  readonly kind: "difference";
  readonly a: ComparedLoss;
  readonly b: ComparedLoss;
  readonly compare: Comparison;
  readonly quantity?: QuantityId;
  readonly axes: Axes;
  readonly samples: number;
  readonly layers: Filled<NonNullable<DifferenceSpec["layers"]>>;
  readonly points: readonly MarkedPoint[];
}

const LAYERS: ResolvedDifference["layers"] = {
  isolines: 8,
  isolineLabels: true,
  boundaries: true,
  legend: true,
  caption: true,
};

/** Fills in every default. Throws `InputError` for an illegal loss, and for a quantity that cannot be compared so. */
export function resolveDifference(spec: DifferenceSpec): ResolvedDifference {
  const { version, ...head } = resolvedHead(spec);
  const compare = spec.compare ?? "difference";
  return {
    version,
    kind: "difference",
    ...head,
    a: resolvedSide(spec.a, "a"),
    b: resolvedSide(spec.b, "b"),
    compare,
    ...comparedQuantity(compare, spec.quantity),
    axes: resolvedAxes(spec.axes),
    samples: spec.samples ?? 256,
    layers: { ...LAYERS, ...spec.layers },
    points: (spec.points ?? []).map((point) => ({ ...point })),
  };
}

const resolvedSide = (given: DifferenceSpec["a"], path: string): ComparedLoss => ({
  name: given.name ?? "",
  loss: resolvedLoss(given.loss, `${path}.loss.params`),
  counts: resolvedCounts(given.counts),
});

function comparedQuantity(
  compare: Comparison,
  given: QuantityId | undefined,
): { readonly quantity?: QuantityId } {
  if (compare === "angle") {
    if (given === undefined) return {};
    throw new InputError(
      `invalid quantity: ${shown(given)} beside compare: "angle"; expected none, it is of the gradients`,
    );
  }
  const quantity = given ?? "loss";
  if (compare === "ratio" && QUANTITIES[quantity].scale === "cyclic")
    throw new InputError(
      `invalid compare: "ratio"; expected "difference" for ${quantity}, which is an angle`,
    );
  return { quantity };
}
