import type * as v from "valibot";
import { InputError, shown } from "../losses/errors.ts";
import { boundariesSchema, resolveBoundaries } from "./boundaries.ts";
import { resolveCurves } from "./curves.ts";
import { curvesSchema } from "./curves-schema.ts";
import { differenceSchema, resolveDifference } from "./difference.ts";
import type { Readable } from "./entries.ts";
import { resolveLandscape } from "./landscape.ts";
import { landscapeSchema } from "./landscape-schema.ts";
import { resolvePairs } from "./pairs.ts";
import { pairsSchema } from "./pairs-schema.ts";
import { checked } from "./parse.ts";
import { resolveScatter, scatterSchema } from "./scatter.ts";
import { resolveSurface } from "./surface.ts";
import { surfaceSchema } from "./surface-schema.ts";

/** Every kind of figure that can stand alone or in a panel: one line each. */
export const SINGLE_KINDS = {
  landscape: { schema: landscapeSchema, resolve: resolveLandscape },
  surface: { schema: surfaceSchema, resolve: resolveSurface },
  curves: { schema: curvesSchema, resolve: resolveCurves },
  boundaries: { schema: boundariesSchema, resolve: resolveBoundaries },
  difference: { schema: differenceSchema, resolve: resolveDifference },
  scatter: { schema: scatterSchema, resolve: resolveScatter },
  pairs: { schema: pairsSchema, resolve: resolvePairs },
};

export type SingleKind = keyof typeof SINGLE_KINDS;

type SpecOf<Kind extends SingleKind> = Readable<v.InferOutput<(typeof SINGLE_KINDS)[Kind]["schema"]>>;
type ResolvedOf<Kind extends SingleKind> = ReturnType<(typeof SINGLE_KINDS)[Kind]["resolve"]>;

/** A figure of one frame, as somebody wrote it. */
export type SingleSpec = { [Kind in SingleKind]: SpecOf<Kind> }[SingleKind];
/** The same with nothing left to guess. */
export type ResolvedSingle = { [Kind in SingleKind]: ResolvedOf<Kind> }[SingleKind];

interface KindEntry {
  readonly schema: v.GenericSchema<unknown, SingleSpec>;
  readonly resolve: (spec: SingleSpec) => ResolvedSingle;
}

const entryOf = (kind: SingleKind): KindEntry => SINGLE_KINDS[kind] as unknown as KindEntry;

export const isSingleKind = (kind: unknown): kind is SingleKind =>
  typeof kind === "string" && Object.hasOwn(SINGLE_KINDS, kind);

/** What a value says of its kind; a figure that says nothing is a landscape. */
export function kindIn(value: unknown): unknown {
  const { kind } = (typeof value === "object" && value !== null ? value : {}) as { kind?: unknown };
  return kind ?? "landscape";
}

/** A figure of one frame from a value; `path` stands before what is wrong. Throws `InputError`. */
export function parseSingle(value: unknown, path = ""): SingleSpec {
  const kind = kindIn(value);
  if (!isSingleKind(kind))
    throw new InputError(
      `invalid ${path ? `${path}.` : ""}kind: ${shown(kind)}; expected one of ${Object.keys(SINGLE_KINDS).join(", ")}`,
    );
  return checked(entryOf(kind).schema, value, path);
}

/** Fills in every default. Pure and idempotent. Throws `InputError` for a loss or parameters that are not legal. */
export const resolveSingle = (spec: SingleSpec): ResolvedSingle =>
  entryOf(spec.kind ?? "landscape").resolve(spec);
