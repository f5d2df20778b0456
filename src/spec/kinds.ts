import type * as v from "valibot";
import { OnDemand } from "../formula/on-demand.ts";
import { InputError, shown } from "../losses/errors.ts";
import type { Readable } from "./entries.ts";
import { resolveLandscape } from "./landscape.ts";
import { landscapeSchema } from "./landscape-schema.ts";
import type * as others from "./other-kinds.ts";
import { checked } from "./parse.ts";

const LANDSCAPE = { schema: landscapeSchema, resolve: resolveLandscape };

/** All kinds but the one that every page begins with. */
export const otherKinds = new OnDemand<typeof others>("kinds of figures");

type Kinds = typeof others.OTHER_KINDS & { readonly landscape: typeof LANDSCAPE };

/** Every kind of figure that can stand alone or in a panel. */
export type SingleKind = keyof Kinds;

const NAMES: Readonly<Record<SingleKind, true>> = {
  landscape: true,
  surface: true,
  curves: true,
  boundaries: true,
  difference: true,
  scatter: true,
  pairs: true,
};
export const SINGLE_KINDS = Object.keys(NAMES) as readonly SingleKind[];

type SpecOf<Kind extends SingleKind> = Readable<v.InferOutput<Kinds[Kind]["schema"]>>;
type ResolvedOf<Kind extends SingleKind> = ReturnType<Kinds[Kind]["resolve"]>;

/** A figure of one frame, as somebody wrote it. */
export type SingleSpec = { [Kind in SingleKind]: SpecOf<Kind> }[SingleKind];
/** The same with nothing left to guess. */
export type ResolvedSingle = { [Kind in SingleKind]: ResolvedOf<Kind> }[SingleKind];

interface KindEntry {
  readonly schema: v.GenericSchema<unknown, SingleSpec>;
  readonly resolve: (spec: SingleSpec) => ResolvedSingle;
}

const entryOf = (kind: SingleKind): KindEntry =>
  (kind === "landscape" ? LANDSCAPE : otherKinds.now.OTHER_KINDS[kind]) as unknown as KindEntry;

export const schemaOf = (kind: SingleKind): KindEntry["schema"] => entryOf(kind).schema;

export const isSingleKind = (kind: unknown): kind is SingleKind =>
  typeof kind === "string" && Object.hasOwn(NAMES, kind);

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
      `invalid ${path ? `${path}.` : ""}kind: ${shown(kind)}; expected one of ${SINGLE_KINDS.join(", ")}`,
    );
  return checked(entryOf(kind).schema, value, path);
}

/** Fills in every default. Pure and idempotent. Throws `InputError` for a loss or parameters that are not legal. */
export const resolveSingle = (spec: SingleSpec): ResolvedSingle =>
  entryOf(spec.kind ?? "landscape").resolve(spec);
