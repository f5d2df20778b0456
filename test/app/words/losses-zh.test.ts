import { describe, expect, it } from "vitest";
import { LOSSES_EN } from "../../../src/app/words/loss-words.ts";
import { LOSS_TEXTS, LOSSES_ZH } from "../../../src/app/words/losses-zh/losses.ts";
import { typedLoss } from "../../../src/formula/typed-loss.ts";
import { LOSSES } from "../../../src/losses/index.ts";
import type { Loss } from "../../../src/losses/types.ts";
import { expectSameSaid, isChinese, latinIn } from "../../bilingual.ts";

/** Libraries and their classes and options, papers, people, functions and units: the same in Chinese. */
const NAMES = new Set(
  `pytorch-metric-learning insightface sentence-transformers NormalizedSoftmaxLoss CosFaceLoss TripletMarginLoss
  NTXentLoss ProxyNCALoss smooth loss True False easy margin softmax scale softplus arXiv ArcFace CosFace FaceNet
  SphereFace Circle MoCo SimCLR Hermans cos ln rad logit logits pn Dq Ib`.split(/\s+/),
);

/** A text is Chinese, or it is nothing but names and mathematics, which stay. */
function expectTold(english: string, chinese: string): void {
  expect(chinese, english).toBeTruthy();
  if (isChinese(chinese)) return expectSameSaid(english, chinese, NAMES);
  expect(chinese.replaceAll("，", ", ")).toBe(english);
  expect(latinIn(english, NAMES)).toEqual([]);
}

/** Only what the definition has. */
const keysOf = (given: object | undefined): string[] => Object.keys(given ?? {}).toSorted();

describe("every loss in Chinese", () => {
  it("has its texts, and nobody else has", () => {
    expect(keysOf(LOSS_TEXTS)).toEqual(LOSSES.map(({ id }) => id).toSorted());
  });

  it.each(LOSSES.map((loss) => [loss.id, loss] as const))("%s: all its texts", (id, loss) => {
    const texts = LOSS_TEXTS[id];
    expect(keysOf(texts.params)).toEqual(keysOf(loss.params));
    expect(keysOf(texts.variants)).toEqual(keysOf(loss.variants));
    expect(texts.pitfalls?.length ?? 0).toBe(loss.pitfalls.length);
    expectTold(loss.similarity, LOSSES_ZH.similarity(loss));
    LOSSES_ZH.pitfalls(loss).forEach((pitfall, i) => expectTold(loss.pitfalls[i], pitfall));
    for (const [variant, { note }] of Object.entries(loss.variants))
      expectTold(note, LOSSES_ZH.note(loss, variant));
    for (const [name, { label, effect }] of Object.entries(loss.params)) {
      const told = LOSSES_ZH.param(loss, name);
      expectTold(label, told.label);
      expectTold(effect, told.effect);
    }
  });

  it("says the same of the same: texts that are equal in English are equal in Chinese", () => {
    const known = new Map<string, string>();
    const note = (english: string, chinese: string): void => {
      expect(known.get(english) ?? chinese, english).toBe(chinese);
      known.set(english, chinese);
    };
    const all = (loss: Loss): void => {
      note(loss.similarity, LOSSES_ZH.similarity(loss));
      loss.pitfalls.forEach((pitfall, i) => note(pitfall, LOSSES_ZH.pitfalls(loss)[i]));
      for (const [name, { effect }] of Object.entries(loss.params))
        note(effect, LOSSES_ZH.param(loss, name).effect);
      for (const [variant, spec] of Object.entries(loss.variants))
        note(spec.note, LOSSES_ZH.note(loss, variant));
    };
    LOSSES.forEach(all);
    expect(known.size).toBeGreaterThan(150);
  });
});

describe("a loss that somebody typed", () => {
  it("keeps its own words", () => {
    const loss = typedLoss(
      'name = "Mine"\ngamma = 32 in [1, 64] log "steepness"\nsoftplus(gamma * (s_n - s_p))',
    );
    expect(LOSSES_ZH.param(loss, "gamma").label).toBe("steepness");
    expect(LOSSES_ZH.param(loss, "gamma")).toEqual(LOSSES_EN.param(loss, "gamma"));
    expect(LOSSES_ZH.pitfalls(loss)).toEqual(loss.pitfalls);
    expect(LOSSES_ZH.similarity(loss)).toBe(loss.similarity);
  });
});
