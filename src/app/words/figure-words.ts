/**
 * What the page calls figures and their parts in one language; each is given what English calls it. What stands in a
 * figure itself is no text of the page.
 */
export interface FigureWords {
  readonly presetTitle: (name: string, english: string) => string;
  /** `start` is what the names of the source's presets begin with. */
  readonly presetSource: (start: string, english: string) => string;
  readonly venue: (id: string, english: string) => string;
  /** A key of a spec, or one of the words that it may have. */
  readonly key: (key: string, english: string) => string;
}

const same = (_: string, english: string): string => english;

export const FIGURES_EN: FigureWords = { presetTitle: same, presetSource: same, venue: same, key: same };
