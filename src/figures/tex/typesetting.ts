import { InputError } from "../../losses/errors.ts";
import { outlineOf, type Typeset } from "./outline.ts";
import { keepOutline, texOutline } from "./registry.ts";
import { excerpt, keyOf, partsOf } from "./source.ts";
import { LOSS_MACRO } from "./loss-macro.ts";

/** A formula and where it stands, as `words.caption`. */
export interface Mention {
  readonly path: string;
  readonly tex: string;
}

/** All TeX in the labels of a figure. */
export function texIn(value: unknown, path = ""): Mention[] {
  if (typeof value === "string")
    return partsOf(value).flatMap(({ kind, text }) => (kind === "tex" ? [{ path, tex: text }] : []));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) =>
    texIn(each, isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}

export const isUntypeset = ({ tex }: Mention): boolean => texOutline(tex) === undefined;

/**
 * Makes the outlines of formulae and keeps them for `parseLabel`. The common ones come from a table; MathJax is loaded
 * for others only. Throws `InputError` that names the place, the formula and what is wrong with it.
 */
export async function typeset(mentions: readonly Mention[]): Promise<void> {
  const waiting = mentions.filter(isUntypeset);
  if (waiting.length === 0) return;
  const [{ formulaIn }, { default: table }] = await Promise.all([
    import("./table.ts"),
    import("./prerendered.json"),
  ]);
  for (const { path, tex } of waiting) {
    const known = formulaIn(table, keyOf(tex));
    keepOutline(tex, outlineOf(known ?? (await fresh(path, tex))));
  }
}

async function fresh(path: string, tex: string): Promise<Typeset> {
  const refused = (problem: string): InputError =>
    new InputError(`invalid ${path}: $${excerpt(tex)}$; ${problem}`);
  if (keyOf(tex) === LOSS_MACRO) throw refused("expected it in a label of one loss");
  const { typesetTex } = await import("./mathjax.ts");
  try {
    return await typesetTex(keyOf(tex));
  } catch (error) {
    throw error instanceof InputError ? refused(error.message) : error;
  }
}
