import * as v from "valibot";
import { InputError, unknownName } from "../losses/errors.ts";
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
    (before, key) => (typeof key === "number" ? `${before}[${key}]` : before ? `${before}.${String(key)}` : String(key)),
    "",
  );
  if (issue.type === "strict_object" && issue.expected === "never") {
    const parent = issue.path?.at(-1)?.input;
    return unknownName("key", path, legalKeys(keys.slice(0, -1), parent));
  }
  const shown = JSON.stringify(issue.input) ?? "nothing";
  return new InputError(`invalid ${path || "figure"}: ${shown.slice(0, 80)}; ${issue.message}`);
}

/** The keys of the schema at a path, as whole paths, to suggest one from. */
function legalKeys(path: readonly unknown[], parent: unknown): string[] {
  let schema: unknown = figureSchema;
  for (const key of path) schema = entriesOf(schema)[String(key)];
  const entries = entriesOf(schema);
  const present = new Set(typeof parent === "object" && parent !== null ? Object.keys(parent) : []);
  const names = Object.keys(entries).filter((key) => !present.has(key));
  return names.map((key) => [...path, key].join("."));
}

function entriesOf(schema: unknown): Record<string, unknown> {
  let inner = schema as { entries?: Record<string, unknown>; wrapped?: unknown; pipe?: readonly unknown[] } | undefined;
  while (inner && !inner.entries) inner = (inner.wrapped ?? inner.pipe?.[0]) as typeof inner;
  return inner?.entries ?? {};
}
