import { assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { LOSSES } from "../../../src/losses/index.ts";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { completeParams } from "../../../src/losses/params.ts";
import { UNITS } from "../../../src/region/choosing/answers.ts";
import { situationOf } from "../../../src/region/choosing/choosing.ts";
import { answerInWords } from "../../../src/region/choosing/english.ts";
import { typedLoss } from "../../../src/formula/typed-loss.ts";
import { chooseNumbers } from "../../../src/region/choosing/choosing.ts";
import { answerOf, answersOf } from "./support.ts";

const NAMES = LOSSES.flatMap(({ id, variants }) => [
  id,
  ...Object.keys(variants).map((each) => `${id}:${each}`),
]);

describe("every loss and variant", () => {
  it.each(NAMES)("%s: sentences without holes, numbers that are numbers, settings that are legal", (name) => {
    const { loss, params } = namedLoss(name);
    for (const inputs of [{}, { negatives: 1 }, { negatives: 1e9, probability: 1e-6 }]) {
      for (const answer of answersOf(name, {}, inputs)) {
        const { title, sentences } = answerInWords(answer);
        expect(sentences.length).toBeGreaterThan(0);
        for (const text of [title, ...sentences])
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|object/);
        expect(JSON.stringify(answer.numbers)).toBe(
          JSON.stringify(answer.numbers, (_, x: unknown) =>
            typeof x === "number" && !Number.isFinite(x) ? "!" : x,
          ),
        );
        for (const key of Object.keys(answer.numbers))
          if (typeof (answer.numbers as unknown as Record<string, unknown>)[key] === "number")
            expect(Object.keys(UNITS[answer.id])).toContain(key);
        for (const setting of answer.settings) {
          if ("param" in setting)
            expect(completeParams(loss.params, { ...params, [setting.param]: setting.value })).toBeDefined();
        }
      }
    }
  });
});

describe("a setting, put in", () => {
  const softmaxes = LOSSES.filter(({ id }) => answersOf(id).some((answer) => answer.id === "scale-bound"));

  it("there are many such losses", () => {
    expect(softmaxes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["arcface", "am-softmax", "proxy-nca-pp", "soft-triple", "proxy-softmax"]),
    );
  });

  it.each(softmaxes.map(({ id }) => id))("%s reaches the probability that was asked for", (id) => {
    const reaches = property(
      integer({ min: 2, max: 1e6 }),
      double({ min: 0.5, max: 0.99999, noNaN: true }),
      (negatives, probability) => {
        const inputs = { negatives, probability };
        const [setting] =
          answersOf(id, {}, inputs).find((answer) => answer.id === "scale-bound")?.settings ?? [];
        if (setting === undefined || !("param" in setting)) return;
        const { reached } = answerOf("scale-bound", id, { [setting.param]: setting.value }, inputs);
        // a temperature is rounded to four digits
        expect(reached).toBeGreaterThan(probability - 2e-3 * (1 - probability));
      },
    );
    assert(reaches, { numRuns: 40, seed: 6 });
  });
});

describe("which questions make sense", () => {
  const ids = (name: string): string[] => answersOf(name).map(({ id }) => id);

  it.each([
    [
      "arcface",
      [
        "effective-margin",
        "scale-bound",
        "adacos",
        "angles",
        "between-classes",
        "hard-negatives",
        "gradient-band",
      ],
    ],
    ["info-nce", ["effective-margin", "hard-negatives", "gradient-band"]],
    ["triplet", ["margin-as-gap", "active"]],
    ["contrastive", ["thresholds", "active"]],
    ["circle", ["circle", "gradient-band"]],
    ["siglip", ["bias", "thresholds", "gradient-band"]],
    ["proxy-anchor", ["hard-negatives", "thresholds", "gradient-band"]],
    // z itself, without a boundary or a probability
    ["dcl", ["hard-negatives"]],
    ["smooth-ap", []],
  ])("of %s", (name, expected) => {
    expect(ids(name)).toEqual(expected);
  });

  it("of a typed loss: those of its form", () => {
    const loss = typedLoss(
      "gamma = 32 in [1, 64] log\nm = 0.2 in [0, 1]\nA_p = gamma * (s - m)\nA_n = gamma * s\nlink = softplus(z)",
    );
    const found = chooseNumbers(
      situationOf({ loss, params: completeParams(loss.params, {}), gradient: "attached" }),
    );
    expect(found.map(({ id }) => id)).toContain("effective-margin");
  });
});

describe("inputs", () => {
  it.each([
    [{ negatives: 0 }, "invalid number of negatives: 0; expected a whole number from 1"],
    [{ negatives: 1.5 }, "invalid number of negatives: 1.5"],
    [{ probability: 1 }, "invalid probability: 1; expected a number between 0 and 1"],
    [{ gap: -1 }, "invalid gap: -1; expected 0 to 2"],
  ])("%j are refused", (inputs, message) => {
    expect(() => answersOf("arcface", {}, inputs)).toThrow(message);
  });
});
