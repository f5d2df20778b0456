import * as v from "valibot";
import { InputError, shown, unknownName } from "../losses/errors.ts";

/** A value checked against a schema of `objectOf`. Throws `InputError` that names the path, the value and what is legal. */
export function checked<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  before = "",
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw errorOf(schema, result.issues[0], before);
}

/** JSON text as a value; anything else as it is. Throws `InputError`. */
export function fromJson(input: unknown): unknown {
  return typeof input === "string" ? parsedJson(input) : input;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`invalid figure: not JSON (${(error as Error).message})`);
  }
}

function errorOf(schema: unknown, issue: v.BaseIssue<unknown>, before: string): InputError {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  const path = keys.reduce<string>(
    (above, key) =>
      typeof key === "number" ? `${above}[${key}]` : above ? `${above}.${String(key)}` : String(key),
    before,
  );
  if (issue.type === "strict_object" && issue.expected === "never") {
    const parent = issue.path?.at(-1)?.input;
    return unknownName("key", path, legalKeys(schema, keys.slice(0, -1), parent, before));
  }
  const given = issue.input === undefined ? "nothing" : shown(issue.input, 80);
  const message = issue.type === "strict_object" ? messageAt(schema, keys) : undefined;
  return new InputError(`invalid ${path || "figure"}: ${given}; ${message ?? issue.message}`);
}

/** What the schema at a path says of itself: of a missing key, valibot only repeats what the parent expects. */
const messageAt = (schema: unknown, path: readonly unknown[]): string | undefined =>
  messageOf(schemaAt(schema, path));

function messageOf(schema: unknown): string | undefined {
  const { message, wrapped, pipe = [] } = (schema ?? {}) as Described;
  if (typeof message === "string") return message;
  if (wrapped !== undefined) return messageOf(wrapped);
  return pipe
    .filter((each) => each !== schema)
    .map(messageOf)
    .find(Boolean);
}

const schemaAt = (schema: unknown, path: readonly unknown[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof key === "number" ? itemOf(at) : entriesOf(at)[String(key)]),
    schema,
  );

/** What an array schema has in it, under whatever it is wrapped in. */
function itemOf(schema: unknown): unknown {
  const { item, wrapped, pipe = [] } = (schema ?? {}) as Described;
  return (
    item ??
    (wrapped === undefined
      ? pipe
          .filter((each) => each !== schema)
          .map(itemOf)
          .find(Boolean)
      : itemOf(wrapped))
  );
}

/** The keys of the schema at a path, as whole paths, to suggest one from. */
function legalKeys(schema: unknown, path: readonly unknown[], parent: unknown, before: string): string[] {
  const entries = entriesOf(schemaAt(schema, path));
  const present = new Set(typeof parent === "object" && parent !== null ? Object.keys(parent) : []);
  const names = Object.keys(entries).filter((key) => !present.has(key));
  return names.map((key) => [...(before ? [before] : []), ...path, key].join("."));
}

interface Described {
  readonly message?: unknown;
  readonly entries?: Record<string, unknown>;
  readonly wrapped?: unknown;
  readonly item?: unknown;
  readonly pipe?: readonly unknown[];
}

/** The keys that an object schema has, under whatever it is wrapped in. */
function entriesOf(schema: unknown): Record<string, unknown> {
  const { entries, wrapped, pipe = [] } = (schema ?? {}) as Described;
  if (entries) return entries;
  if (wrapped !== undefined) return entriesOf(wrapped);
  return Object.assign({}, ...pipe.filter((each) => each !== schema).map(entriesOf)) as Record<
    string,
    unknown
  >;
}
