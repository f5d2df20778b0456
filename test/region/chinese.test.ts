import { describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { analyseRegion } from "../../src/region/analysis.ts";
import { analysisGroups } from "../../src/region/analysis-words.ts";
import { REGION_CHINESE } from "../../src/region/chinese.ts";
import { REGION_ENGLISH } from "../../src/region/english.ts";
import { regionInWords } from "../../src/region/words.ts";
import { expectSameSaid } from "../bilingual.ts";
import { WHOLE } from "./support.ts";

describe("the region of every loss in Chinese", () => {
  it.each(LOSSES.map(({ id }) => id))("%s: the same sentences with the same numbers", (id) => {
    const { loss, params } = namedLoss(id);
    const analysis = analyseRegion(loss, params, { K: 4, L: 16 }, WHOLE);
    const english = [
      { title: "Region", sentences: regionInWords(analysis.region) },
      ...analysisGroups(analysis),
    ];
    const chinese = [
      { title: "区域", sentences: regionInWords(analysis.region, REGION_CHINESE) },
      ...analysisGroups(analysis, REGION_CHINESE),
    ];
    expect(chinese.length).toBe(english.length);
    for (const [i, { title, sentences }] of english.entries()) {
      expectSameSaid(title, chinese[i].title);
      expect(chinese[i].sentences.length).toBe(sentences.length);
      for (const [j, sentence] of sentences.entries()) expectSameSaid(sentence, chinese[i].sentences[j]);
    }
  });
});

const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `${3 + 2 * i}.5`);

type Said = string | ((...given: never[]) => string);
/** Every sentence of a part of a language, with numbers put in. */
const saidBy = (
  words: object,
  given: Readonly<Record<string, readonly unknown[]>> = {},
): [string, string][] =>
  Object.entries(words as Readonly<Record<string, Said>>).map(([key, said]) => [
    key,
    typeof said === "string" ? said : said(...((given[key] ?? texts(said.length)) as never[])),
  ]);

describe("every sentence there is", () => {
  const parts = [
    ["region", { boundary: [["1.5"]], crossings: [["1.5", "2.5"]] }],
    ["titles", {}],
    ["fields", {}],
    ["ambiguity", {}],
    ["counts", { effect: [["$K = 4$", "$L = 16$"], []] }],
    [
      "gradient",
      {
        place: ["12.5", ["$s_n$ ≤ 0.5"], null],
        tiny: ["0", "1", { tolerance: "2", largest: "3", isUnbounded: true, isElsewhereZero: false }],
      },
    ],
    [
      "rests",
      {
        comeToRest: ["0", ["1", "2"]],
        stay: [["1", "2"]],
        segment: ["$s_n$", "1", "$s_p$", "2", "3"],
        box: [
          ["1", "2"],
          ["3", "4"],
        ],
      },
    ],
  ] as const;

  it.each(parts)("of %s has the same numbers in both languages", (part, given) => {
    const english = saidBy(REGION_ENGLISH[part], given);
    const chinese = saidBy(REGION_CHINESE[part], given);
    expect(chinese.map(([key]) => key)).toEqual(english.map(([key]) => key));
    for (const [i, [, sentence]] of english.entries()) expectSameSaid(sentence, chinese[i][1]);
  });
});
