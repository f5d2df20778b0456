import * as v from "valibot";
import { InputError, shown, unknownName } from "../losses/errors.ts";
import { type FigureSpec, figureSchema } from "./schema.ts";

/** A figure from anything: JSON text or a value. Throws `InputError` that names the path, the value and what is legal. */
export function parseFigure(input: unknown): FigureSpec {
  const value = typeof input === "string" ? parsedJson(input) : input;
  const result = v.safeParse(figureSchema, value);
  if (result.success) return result.output;
  throw errorOf(result.issues[0]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`invalid figure: not JSON (${(error as Error).message})`);
  }
}

function errorOf(issue: v.BaseIssue<unknown>): InputError {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  const path = keys.reduce<string>(
    (before, key) =>
      typeof key === "number" ? `${before}[${key}]` : before ? `${before}.${String(key)}` : String(key),
    "",
  );
  if (issue.type === "strict_object" && issue.expected === "never") {
    const parent = issue.path?.at(-1)?.input;
    return unknownName("key", path, legalKeys(keys.slice(0, -1), parent));
  }
  const given = issue.input === undefined ? "nothing" : shown(issue.input, 80);
  const message = issue.type === "strict_object" ? messageAt(keys) : undefined;
  return new InputError(`invalid ${path || "figure"}: ${given}; ${message ?? issue.message}`);
}

/** What the schema at a path says of itself: of a missing key, valibot only repeats what the parent expects. */
const messageAt = (path: readonly unknown[]): string | undefined => messageOf(schemaAt(path));

function messageOf(schema: unknown): string | undefined {
  const { message, wrapped, pipe = [] } = (schema ?? {}) as Described;
  if (typeof message === "string") return message;
  if (wrapped !== undefined) return messageOf(wrapped);
  return pipe
    .filter((each) => each !== schema)
    .map(messageOf)
    .find(Boolean);
}

const schemaAt = (path: readonly unknown[]): unknown =>
  path.reduce<unknown>((schema, key) => entriesOf(schema)[String(key)], figureSchema);

/** The keys of the schema at a path, as whole paths, to suggest one from. */
function legalKeys(path: readonly unknown[], parent: unknown): string[] {
  const entries = entriesOf(schemaAt(path));
  const present = new Set(typeof parent === "object" && parent !== null ? Object.keys(parent) : []);
  const names = Object.keys(entries).filter((key) => !present.has(key));
  return names.map((key) => [...path, key].join("."));
}

interface Described {
  readonly message?: unknown;
  readonly entries?: Record<string, unknown>;
  readonly wrapped?: unknown;
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
