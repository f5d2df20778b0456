import { InputError } from "../../losses/errors.ts";
import { isRecipe } from "./keys.ts";

/**
 * The recipe in the elements of an XML document whose name, without its prefix, is `name`, or in attributes of that
 * name, into which programs that rewrite XMP turn such elements. Undefined where there is none. Throws `InputError` for
 * a document that is cut off before one is found. One pass: no text takes longer than its length.
 */
export function recipeInXml(xml: string, name: string): string | undefined {
  const last = xml.lastIndexOf("marginscape");
  let inside = 0;
  let text = "";
  for (const { kind, raw, at } of tokens(xml)) {
    if (inside === 0 && at > last) return undefined;
    if (kind === "text" || kind === "data") {
      if (inside > 0) text += kind === "data" ? raw : spoken(raw);
      continue;
    }
    if (isRecipe(text)) return text;
    text = "";
    const isNamed = localName(/^[^\s/>]*/.exec(raw)?.[0] ?? "") === name;
    if (kind === "end") {
      if (isNamed && inside > 0) inside--;
      continue;
    }
    if (isNamed && !raw.endsWith("/")) inside++;
    const attribute = raw.includes("marginscape") ? recipeInAttribute(raw, name) : undefined;
    if (attribute !== undefined) return attribute;
  }
  return undefined;
}

interface Token {
  readonly kind: "text" | "data" | "start" | "end";
  /** Without its brackets. */
  readonly raw: string;
  /** Where it starts. */
  readonly at: number;
}

/** A document piece by piece, without comments, instructions and declarations. */
function* tokens(xml: string): Generator<Token> {
  for (let at = 0; at < xml.length;) {
    const tag = xml.indexOf("<", at);
    if (tag !== at) yield { kind: "text", raw: xml.slice(at, tag < 0 ? xml.length : tag), at };
    if (tag < 0) return;
    const [opening, closing] = BRACKETS.find(([start]) => xml.startsWith(start, tag)) ?? [];
    const start = tag + (opening?.length ?? 0);
    const end = closing === undefined ? endOfTag(xml, tag) : xml.indexOf(closing, start);
    if (end < 0) throw new InputError(`the XML is cut off in ${JSON.stringify(xml.slice(tag, tag + 20))}`);
    if (opening === "<![CDATA[") yield { kind: "data", raw: xml.slice(start, end), at: tag };
    if (opening === undefined && xml[tag + 1] !== "!")
      yield xml[tag + 1] === "/"
        ? { kind: "end", raw: xml.slice(tag + 2, end), at: tag }
        : { kind: "start", raw: xml.slice(tag + 1, end), at: tag };
    at = end + (closing?.length ?? 1);
  }
}

const BRACKETS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** Where a tag or declaration ends: the first `>` that is in no quotes and in no brackets of a declaration. */
export function endOfTag(xml: string, from: number): number {
  const marks = /[>"'[\]]/g;
  marks.lastIndex = from;
  let open = 0;
  const isDeclaration = xml[from + 1] === "!";
  for (let found = marks.exec(xml); found !== null; found = marks.exec(xml)) {
    const [mark] = found;
    if (mark === ">" && open === 0) return found.index;
    if (mark === "[" && isDeclaration) open++;
    if (mark === "]" && open > 0) open--;
    if (mark === '"' || mark === "'") {
      const close = xml.indexOf(mark, found.index + 1);
      if (close < 0) return -1;
      marks.lastIndex = close + 1;
    }
  }
  return -1;
}

function recipeInAttribute(tag: string, name: string): string | undefined {
  for (const [, key, quoted] of tag.matchAll(/\s([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const text = localName(key) === name ? spoken(quoted.slice(1, -1)) : "";
    if (isRecipe(text)) return text;
  }
  return undefined;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Characters with their references put in. */
const spoken = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? NAMED[name] : whole;
    const isHex = name[1] === "x" || name[1] === "X";
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
