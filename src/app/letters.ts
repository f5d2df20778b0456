/** Those of the page, and those of its formulas. */
export const WORDS = ["400 1em Inter", "600 1em Inter"] as const;
export const FORMULAS = [
  "1em KaTeX_Main",
  "italic 1em KaTeX_Math",
  "1em KaTeX_Script",
  "1em KaTeX_Caligraphic",
  "1em KaTeX_Size1",
  "1em KaTeX_Size2",
] as const;

/** Nothing waits longer than this for its letters. */
const LONGEST = 500;

/** Letters that come late have another width, and move what stands beside them. */
export const letters = (fonts: readonly string[]): Promise<unknown> =>
  Promise.race([
    Promise.allSettled(fonts.map((font) => document.fonts.load(font))),
    new Promise((done) => setTimeout(done, LONGEST)),
  ]);
