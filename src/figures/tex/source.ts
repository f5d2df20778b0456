/** A stretch of a label: words, mathematics in the short syntax of `label.ts`, or mathematics in TeX. */
export interface Part {
  readonly kind: "words" | "short" | "tex";
  readonly text: string;
}

/** Mathematics that the short syntax cannot say: a command. */
export const isTex = (math: string): boolean => math.includes("\\");

/** What stands between dollar signs and what does not; without a closing one nothing is taken for TeX. */
export function partsOf(label: string): Part[] {
  const parts = label.split("$");
  return parts.flatMap((text, i): Part[] => {
    if (i % 2 === 0) return text === "" ? [] : [{ kind: "words", text }];
    return [{ kind: i < parts.length - 1 && isTex(text) ? "tex" : "short", text }];
  });
}

/** Blanks that make no difference in mathematics are one: the same formula is typeset once. */
export const keyOf = (tex: string): string => tex.trim().replace(/\s+/g, " ");

/** A few letters of a long formula, for messages. */
export const excerpt = (tex: string): string => (tex.length > 60 ? `${tex.slice(0, 57)}…` : tex);
