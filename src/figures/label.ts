import FONT_WIDTHS from "./font-widths.json";
import type { Run } from "./scene.ts";
import { shortOf } from "./tex/plain.ts";
import { texOutline } from "./tex/registry.ts";
import { partsOf } from "./tex/source.ts";

/** How much smaller a subscript or superscript is. */
export const SCRIPT_SCALE = 0.72;
const SUB = 0.22;
const SUPER = -0.38;

/**
 * Text with mathematics between dollar signs: `gradient $∂ℒ/∂s_p$`. In mathematics single letters are italic,
 * words such as `sin` are upright, `_x` or `_{xy}` lowers and `^x` raises. Mathematics with a command, as
 * `$\gamma$`, is TeX: one shape where it has been typeset, and until then what it says in this syntax.
 */
export function parseLabel(label: string, font: "text" | "strong" = "text"): Run[] {
  return partsOf(label).flatMap(({ kind, text }) => {
    if (kind === "words") return [{ text, font, shift: 0 }];
    return kind === "tex" ? texRuns(text) : mathRuns(text);
  });
}

function texRuns(tex: string): Run[] {
  const outline = texOutline(tex);
  if (outline === undefined) return mathRuns(shortOf(tex));
  return [{ text: withoutMarks(shortOf(tex)), font: "text", shift: 0, outline, tex }];
}

/** The script L leans over what follows it. */
const THIN_SPACE = "\u200a";

const TOKEN = /([_^])(?:\{([^}]*)\}|(.))|[A-Za-z]{2,}|[A-Za-zΑ-Ωα-ω]|ℒ|[∂∇|]|[^_^A-Za-zΑ-Ωα-ωℒ∂∇|]+/gu;

function mathRuns(math: string, shift = 0): Run[] {
  const runs: Run[] = [];
  for (const [token, mark, braced, single] of math.matchAll(TOKEN)) {
    if (mark) runs.push(...mathRuns(braced ?? single ?? "", mark === "_" ? SUB : SUPER));
    else if (token === "ℒ")
      runs.push({ text: "L", font: "script", shift }, { text: THIN_SPACE, font: "text", shift });
    else runs.push({ text: token, font: fontOf(token), shift });
  }
  return runs;
}

function fontOf(token: string): Run["font"] {
  if (token === "∂" || token === "∇" || token === "|") return "symbol";
  return /^[A-Za-zΑ-Ωα-ω]$/u.test(token) ? "math" : "text";
}

/** Width of runs in pixels, from the advance widths of the figure fonts; unknown letters count 0.6 em. */
export function widthOf(runs: readonly Run[], size: number): number {
  let width = 0;
  for (const { text, font, shift, outline } of runs) {
    const em = (shift === 0 ? size : size * SCRIPT_SCALE) / 1000;
    if (outline) {
      width += em * outline.width;
      continue;
    }
    const table: Record<string, number> = FONT_WIDTHS[font];
    for (const letter of text) width += em * (table[letter] ?? 600);
  }
  return width;
}

/** What a label says without its marks: for titles, descriptions and read-outs. */
export const plainLabel = (label: string): string =>
  partsOf(label)
    .map(({ kind, text }) => withoutMarks(kind === "tex" ? shortOf(text) : text))
    .join("");

const withoutMarks = (text: string): string => text.replaceAll(/[${}]/g, "");

/** How far typeset mathematics reaches above and below the baseline, in pixels; 0 for letters. */
export function texHeights(runs: readonly Run[], size: number): { above: number; below: number } {
  const reach = (side: "above" | "below"): number =>
    Math.max(0, ...runs.map(({ outline, tex }) => (tex !== undefined && outline ? outline[side] : 0))) *
    (size / 1000);
  return { above: reach("above"), below: reach("below") };
}

/** The words of a label; mathematics is one, whatever spaces it has. */
export const LABEL_WORDS = /(?:\$[^$]*\$|[^\s$])+/gu;

/** Breaks a label into lines of at most `width` pixels, between words; mathematics stays whole. */
export function wrapLabel(label: string, size: number, width: number): Run[][] {
  const words = label.match(LABEL_WORDS) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && widthOf(parseLabel(longer), size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((each) => parseLabel(each));
}
