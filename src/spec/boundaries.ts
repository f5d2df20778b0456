import * as v from "valibot";
import type { Counts } from "../losses/types.ts";
import type { Axes } from "./axes.ts";
import { checkFamily } from "./curves-checks.ts";
import {
  anyFigure,
  axes,
  counts,
  type Filled,
  flag,
  listOf,
  loss,
  type MarkedPoint,
  name,
  objectOf,
  oneOf,
  points,
  type Readable,
  similarity,
  text,
  vary,
} from "./entries.ts";
import { figureLoss } from "./figure-loss.ts";
import {
  resolvedAxes,
  resolvedCounts,
  type ResolvedHead,
  resolvedHead,
  type ResolvedLoss,
  resolvedLoss,
} from "./resolve.ts";

/** Names in a key, on the lines themselves, or nowhere. */
export const BOUNDARY_NAMES = ["key", "lines", "none"] as const;

const entry = objectOf({
  /** What it is called; else what tells it from the others. */
  name: v.exactOptional(name),
  loss,
  counts: v.exactOptional(counts),
  /** A family: one boundary for each value of a parameter. */
  vary: v.exactOptional(vary),
});

/** The decision boundaries of several losses, or of a family, in one plane. */
export const boundariesSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("boundaries", "expected boundaries"),
    entries: listOf(entry, 12, "entries", 1),
    axes: v.exactOptional(axes),
    /** Instead of what an axis is called by itself. */
    labels: v.exactOptional(
      objectOf({ negative: v.exactOptional(text(80)), positive: v.exactOptional(text(80)) }),
    ),
    /** Also the boundary of the other class, s_p and s_n swapped, and the margin between the two. */
    mirror: v.exactOptional(flag),
    points: v.exactOptional(points),
    /** The s_n at which the facts say the s_p of every boundary. */
    readings: v.exactOptional(listOf(similarity, 40, "similarities")),
    layers: v.exactOptional(
      objectOf({
        margin: v.exactOptional(flag),
        region: v.exactOptional(flag),
        names: v.exactOptional(oneOf(BOUNDARY_NAMES)),
        caption: v.exactOptional(flag),
      }),
    ),
  },
  "expected a figure: an object with version 1",
);

export type BoundariesSpec = Readable<v.InferOutput<typeof boundariesSchema>>;

export interface ResolvedBoundaryEntry {
  readonly name: string;
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
  readonly vary?: { readonly param: string; readonly values: readonly number[] };
}

/** Boundaries with nothing left to guess; a label of "" is the axis's own. */
export interface ResolvedBoundaries extends ResolvedHead {
  readonly kind: "boundaries";
  readonly entries: readonly ResolvedBoundaryEntry[];
  readonly axes: Axes;
  readonly labels: { readonly negative: string; readonly positive: string };
  readonly mirror: boolean;
  readonly points: readonly MarkedPoint[];
  readonly readings: readonly number[];
  readonly layers: Filled<NonNullable<BoundariesSpec["layers"]>>;
}

const LAYERS: ResolvedBoundaries["layers"] = { margin: true, region: false, names: "key", caption: true };

/** Fills in every default. Throws `InputError` for an illegal loss, parameter or value of a family. */
export function resolveBoundaries(spec: BoundariesSpec): ResolvedBoundaries {
  const { version, ...head } = resolvedHead(spec);
  return {
    version,
    kind: "boundaries",
    ...head,
    entries: spec.entries.map((each, i) => resolvedEntry(each, `entries[${i}]`)),
    axes: resolvedAxes(spec.axes),
    labels: { negative: "", positive: "", ...spec.labels },
    mirror: spec.mirror ?? false,
    points: (spec.points ?? []).map((point) => ({ ...point })),
    readings: [...(spec.readings ?? [])],
    layers: { ...LAYERS, ...spec.layers },
  };
}

function resolvedEntry(given: BoundariesSpec["entries"][number], path: string): ResolvedBoundaryEntry {
  const own = resolvedLoss(given.loss, `${path}.loss.params`);
  const resolved: ResolvedBoundaryEntry = {
    name: given.name ?? "",
    loss: own,
    counts: resolvedCounts(given.counts),
    ...(given.vary && { vary: { param: given.vary.param, values: [...given.vary.values] } }),
  };
  checkFamily(resolved, figureLoss(own), path);
  return resolved;
}
