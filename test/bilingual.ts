import { expect } from "vitest";

/** What Chinese texts leave as it is: names of papers, libraries and people. */
const NAMES = new Set(["CosFace", "NormFace", "AdaCos", "FaceNet", "pytorch-metric-learning", "miner"]);

const NUMBER = /[−-]?\d+(?:\.\d+)?(?:e[+−-]?\d+)?/g;

/** In the order of the alphabet: another language puts its parts in another order. */
const partsOf = (text: string, pattern: RegExp): string[] => (text.match(pattern) ?? []).toSorted();

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Latin words outside mathematics that nobody has called a name. */
export const latinIn = (text: string, names: ReadonlySet<string> = NAMES): string[] =>
  (text.replaceAll(/\$[^$]*\$/g, " ").match(/(?<!\d)[A-Za-z][A-Za-z-]+/g) ?? []).filter(
    (word) => !names.has(word),
  );

/** A Chinese text says what the English one says, as far as numbers and mathematics show it. */
export function expectSameSaid(english: string, chinese: string, names?: ReadonlySet<string>): void {
  const both = `${english} | ${chinese}`;
  expect(partsOf(chinese, NUMBER), both).toEqual(partsOf(english, NUMBER));
  expect(partsOf(chinese, /\$[^$]*\$/g), both).toEqual(partsOf(english, /\$[^$]*\$/g));
  expect(latinIn(chinese, names), both).toEqual([]);
  expect(isChinese(chinese), both).toBe(true);
  expect(isChinese(english), both).toBe(false);
  expect(chinese, both).not.toMatch(/NaN|undefined|null|[,;:]\p{Script=Han}|\p{Script=Han} [，。；：]/u);
}
