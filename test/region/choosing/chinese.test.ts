import { describe, expect, it } from "vitest";
import { LOSSES } from "../../../src/losses/index.ts";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { type AnswerId, UNITS } from "../../../src/region/choosing/answers.ts";
import { changeNumbers } from "../../../src/region/choosing/change.ts";
import { CHINESE } from "../../../src/region/choosing/chinese.ts";
import { answerInWords, ENGLISH } from "../../../src/region/choosing/english.ts";
import { equalSlope } from "../../../src/region/choosing/equal-slope.ts";
import type { AnswerWords } from "../../../src/region/choosing/language.ts";
import { expectSameSaid } from "../../bilingual.ts";
import { answersOf } from "./support.ts";

const NAMES = LOSSES.flatMap(({ id, variants }) => [
  id,
  ...Object.keys(variants).map((each) => `${id}:${each}`),
]);
const INPUTS = [{}, { negatives: 1 }, { negatives: 1e9, probability: 1e-6 }, { gap: 0.5 }];

function expectSameAnswer(english: AnswerWords, chinese: AnswerWords, names?: ReadonlySet<string>): void {
  expectSameSaid(english.title, chinese.title, names);
  expect(chinese.sentences.length).toBe(english.sentences.length);
  english.sentences.forEach((sentence, i) => expectSameSaid(sentence, chinese.sentences[i], names));
}

describe("answers in Chinese", () => {
  it.each(NAMES)("%s: the same sentences with the same numbers", (name) => {
    for (const inputs of INPUTS)
      for (const answer of answersOf(name, {}, inputs))
        expectSameAnswer(answerInWords(answer), answerInWords(answer, CHINESE));
  });

  it("are there for every question that some loss asks", () => {
    const asked = new Set(NAMES.flatMap((name) => answersOf(name).map(({ id }) => id)));
    expect([...asked].toSorted()).toEqual(Object.keys(CHINESE.answers).toSorted());
    expect(Object.keys(CHINESE.answers).toSorted()).toEqual((Object.keys(UNITS) as AnswerId[]).toSorted());
  });
});

describe("changes in Chinese", () => {
  it.each([
    ["circle", "margin", 0.25, 0.35],
    ["circle", "margin", 0.9, 0.2],
    ["arcface", "gamma", 64, 16],
    ["triplet", "distance", "cosine", "euclidean"],
    ["proxy-nca", "gamma", 1, 2],
    ["circle", "margin", 0.25, 1],
    ["triplet", "margin", 1, 0],
  ])("%s, %s from %s to %s", (id, param, from, to) => {
    const numbers = changeNumbers({
      ...namedLoss(id),
      counts: { K: 1, L: 1 },
      param,
      from,
      to,
      frame: { sn: [0, 1], sp: [0, 1] },
      point: { sn: 0.4, sp: 0.6 },
    });
    // the options of a choice are written as links and files write them
    const names = new Set(["distance", String(from), String(to)]);
    expectSameAnswer(ENGLISH.change(numbers), CHINESE.change(numbers), names);
  });
});

describe("equal slopes in Chinese", () => {
  it.each([
    ["circle", "am-softmax"],
    ["arcface", "triplet"],
    ["triplet", "am-softmax"],
  ])("%s beside %s", (ours, other) => {
    const found = equalSlope(namedLoss(ours), namedLoss(other));
    if (found === null) throw new Error(`${ours} and ${other} have nothing to compare`);
    expectSameAnswer(
      ENGLISH.equalSlope(found),
      CHINESE.equalSlope(found),
      new Set([found.ours, found.other]),
    );
  });
});
