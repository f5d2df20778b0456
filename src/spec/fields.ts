import type * as v from "valibot";
import type { ResolvedFigure } from "./figure.ts";
import { isSingleKind, schemaOf } from "./kinds.ts";
import { panelsSchema } from "./panels.ts";

/** What may stand at a place of a spec, for whoever makes a form of it. */
export type Field =
  | { readonly type: "object"; readonly entries: readonly (readonly [key: string, field: Field])[] }
  | { readonly type: "list"; readonly item: Field; readonly least: number; readonly most: number }
  | { readonly type: "tuple"; readonly items: readonly Field[] }
  | { readonly type: "choice"; readonly options: readonly string[] }
  | { readonly type: "number"; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly type: "text"; readonly longest: number }
  | { readonly type: "flag" }
  /** Only this value is legal. */
  | { readonly type: "fixed" }
  | {
      readonly type: "oneOf";
      readonly fields: readonly Field[];
      readonly schemas: readonly v.GenericSchema[];
    }
  /** Whatever has no control of its own: a piece of JSON. */
  | { readonly type: "json" };

/** What all of valibot's schemas and actions have that we ask for. */
interface Part {
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly wrapped?: Part;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly item?: Part;
  readonly items?: readonly Part[];
  readonly options?: readonly unknown[];
  readonly requirement?: unknown;
}

/** The form of a kind of figure, read off its schema. */
export function fieldsOf(kind: ResolvedFigure["kind"]): Field {
  const schema = isSingleKind(kind) ? schemaOf(kind) : panelsSchema;
  return fieldOf(schema as unknown as Part);
}

function fieldOf(schema: Part): Field {
  if (schema.wrapped) return fieldOf(schema.wrapped);
  const parts = partsOf(schema);
  const core = parts.findLast(({ type }) => Object.hasOwn(READERS, type));
  return core === undefined ? { type: "json" } : READERS[core.type](core, parts);
}

/** A pipe may begin with another pipe. */
const partsOf = (schema: Part): readonly Part[] =>
  schema.pipe === undefined
    ? [schema]
    : schema.pipe.flatMap((part) => (part === schema ? [part] : partsOf(part)));

const numberAt = (parts: readonly Part[], type: string, otherwise: number): number => {
  const found = parts.find((part) => part.type === type)?.requirement;
  return typeof found === "number" ? found : otherwise;
};

const READERS: Readonly<Record<string, (core: Part, parts: readonly Part[]) => Field>> = {
  strict_object: ({ entries = {} }) => ({
    type: "object",
    entries: Object.entries(entries).map(([key, entry]) => [key, fieldOf(entry)] as const),
  }),
  array: ({ item }, parts) => ({
    type: "list",
    item: item === undefined ? { type: "json" } : fieldOf(item),
    least: numberAt(parts, "min_length", 0),
    most: numberAt(parts, "max_length", Infinity),
  }),
  strict_tuple: ({ items = [] }) => ({ type: "tuple", items: items.map(fieldOf) }),
  picklist: ({ options = [] }) => ({ type: "choice", options: options.map(String) }),
  number: (_, parts) => ({
    type: "number",
    min: numberAt(parts, "min_value", -Infinity),
    max: numberAt(parts, "max_value", Infinity),
    whole: parts.some(({ type }) => type === "integer"),
  }),
  string: (_, parts) => ({ type: "text", longest: numberAt(parts, "max_length", Infinity) }),
  boolean: () => ({ type: "flag" }),
  literal: () => ({ type: "fixed" }),
  union: ({ options = [] }) => ({
    type: "oneOf",
    fields: (options as readonly Part[]).map(fieldOf),
    schemas: options as readonly v.GenericSchema[],
  }),
};
