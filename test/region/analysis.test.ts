import { describe, expect, it } from "vitest";
import { chosenLoss, type LossChoice } from "../../src/spec/figure-loss.ts";
import { LOSSES } from "../../src/losses/index.ts";
import type { Counts } from "../../src/losses/types.ts";
import { analyseRegion, analysing, type RegionAnalysis } from "../../src/region/analysis.ts";
import { analysisNumbers } from "../../src/region/analysis-numbers.ts";
import { analysisGroups, analysisInWords } from "../../src/region/analysis-words.ts";
import type { Frame } from "../../src/region/pieces.ts";
import { expectClose } from "../numerics/seeded.ts";
import { ONE, UNIT, WHOLE } from "./support.ts";

function analysis(choice: LossChoice, frame: Frame = UNIT, counts: Counts = ONE): RegionAnalysis {
  const { loss, params } = chosenLoss(choice);
  return analyseRegion(loss, params, counts, frame);
}

const plain = (found: RegionAnalysis): string[] =>
  analysisInWords(found).map((sentence) => sentence.replaceAll("$", ""));

describe("ambiguity", () => {
  it.each([
    // the arc from (0, 1 − √2m) to (√2m, 1)
    ["circle", { margin: 0.25 }, UNIT, [0, Math.SQRT1_2 / 2], [1 - Math.SQRT1_2 / 2, 1]],
    // and on the whole plane the shelf to s_n = −1
    ["circle", { margin: 0.25 }, WHOLE, [-1, Math.SQRT1_2 / 2], [1 - Math.SQRT1_2 / 2, 1]],
    ["triplet", { margin: 0.3 }, UNIT, [0, 0.7], [0.3, 1]],
    ["am-softmax", { margin: 0.35 }, WHOLE, [-1, 0.65], [-0.65, 1]],
    [
      "circle-disc",
      { margin: 0.25 },
      WHOLE,
      [-Math.SQRT1_2 / 2, Math.SQRT1_2 / 2],
      [1 - Math.SQRT1_2 / 2, 1],
    ],
    ["proxy-anchor", { delta: 0.1 }, WHOLE, [-1, -0.1], [0.1, 1]],
  ] as const)("%s %o", (id, params, frame, sn, sp) => {
    const { ambiguity } = analysis({ id, params }, frame);
    [...(ambiguity?.sn ?? []), ...(ambiguity?.sp ?? [])].forEach((x, i) =>
      expectClose(x, [...sn, ...sp][i], 1e-9),
    );
  });

  it("of a typed loss is that of its traced boundary, to 1e-6", () => {
    const typed = analysis({ id: "formula", formula: "softplus(64 * (s_n^2 + (1 - s_p)^2 - 0.125))" }, WHOLE);
    expect(typed.region.boundary.origin).toBe("traced");
    expectClose(typed.ambiguity?.sp[0] ?? NaN, 1 - Math.sqrt(0.125), 1e-6);
    expectClose(typed.ambiguity?.sn[1] ?? NaN, Math.sqrt(0.125), 1e-6);
  });

  it("is null where no boundary lies in the frame", () => {
    expect(analysis({ id: "proxy-anchor" }, UNIT).ambiguity).toBeNull();
    expect(analysis({ id: "proxy-nca" }).ambiguity).toBeNull();
  });
});

describe("fields", () => {
  it("are two where weights are held constant, else one", () => {
    expect(LOSSES.filter(({ detaches }) => detaches).length).toBeGreaterThan(2);
    expect(analysis({ id: "circle" }).detached).not.toBeNull();
    expect(analysis({ id: "am-softmax" }).detached).toBeNull();
  });

  it("do not depend on which of them the figure shows", () => {
    expect(analysis({ id: "circle", gradient: "attached" })).toEqual(
      analysis({ id: "circle", gradient: "detached" }),
    );
  });
});

describe("in words", () => {
  it("Circle on the whole plane says which way negatives go, and where the two fields lead", () => {
    const words = plain(analysis({ id: "circle", params: { margin: 0.25 } }, WHOLE));
    expect(words).toContain(
      "The attached gradient pulls negatives up (∂_n < 0) on 12.5 % of the frame, where s_n is from −0.25 to 0.",
    );
    expect(words.filter((each) => each.startsWith("Negatives get no gradient"))).toEqual(
      Array(2).fill("Negatives get no gradient (∂_n = 0) on 37.5 % of the frame, where s_n ≤ −0.25."),
    );
    expect(words).toContain("By the attached gradient pairs come to rest at (s_n, s_p) = (0, 1).");
    expect(words).toContain(
      "By the detached gradient pairs come to rest anywhere on s_p = 1 from s_n = −1 to −0.25.",
    );
    expect(words.join(" ")).not.toContain("detached gradient pulls negatives up");
  });

  it("triplet", () => {
    expect(plain(analysis({ id: "triplet", params: { margin: 0.2 } })).slice(-4)).toEqual([
      "On the boundary in the frame pairs may stop with any s_p from 0.2 to 1 (0.8 wide) and any s_n from 0 to 0.8 (0.8 wide).",
      "The gradient is exactly zero on 32 % of the frame, all of the target region.",
      "The pull of the link is within 1 % of its largest on 68 % of the frame.",
      "By the gradient pairs come to rest anywhere in 40.5 % of the plane without gradient.",
    ]);
  });

  it("counts: what they add, how far that moves the line, and what becomes of the area", () => {
    const words = plain(
      analysis({ id: "am-softmax", params: { gamma: 64, margin: 0.3 } }, UNIT, { K: 1, L: 1e5 }),
    );
    expect(words).toContain(
      "K = 1, L = 100000 add ln L = 11.51 to z and move the boundary by 0.1799 in s_p.",
    );
    expect(words).toContain("The area of the target region goes from 0.245 to 0.1353.");
    const circle = plain(analysis({ id: "circle", params: { margin: 0.25 } }, UNIT, { K: 4, L: 16 }));
    expect(circle).toContain("K = 4, L = 16 add ln K + ln L = 4.159 to z.");
    expect(circle).toContain("The radius of the arc goes from 0.3536 to 0.3298.");
  });

  it("groups have a title and at least one sentence", () => {
    const groups = analysisGroups(analysis({ id: "circle" }, UNIT, { K: 4, L: 16 }));
    expect(groups.map(({ title }) => title)).toEqual([
      "Ambiguity",
      "Counts",
      "Attached gradient",
      "Detached gradient",
    ]);
    expect(groups.every(({ sentences }) => sentences.length > 0)).toBe(true);
  });
});

describe("as steps and as numbers", () => {
  it("pauses often enough that no stretch holds a page up", () => {
    const { loss, params } = chosenLoss({ id: "circle" });
    const steps = analysing(loss, params, ONE, WHOLE);
    let pauses = 0;
    while (!steps.next().done) pauses++;
    expect(pauses).toBeGreaterThan(300);
  });

  it.each(LOSSES.filter(({ scope }) => scope === "plane").map(({ id }) => id))(
    "%s: every number can be carried by JSON, and every sentence is whole",
    (id) => {
      const found = analysis({ id }, WHOLE, { K: 2, L: 8 });
      const text = JSON.stringify(analysisNumbers(found), (_, value: unknown) => {
        if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${id}: ${value}`);
        return value;
      });
      expect(text.length).toBeGreaterThan(500);
      for (const sentence of plain(found)) {
        expect(sentence).toMatch(/^[A-Z].*[^,;: ]\.$/);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|null|e-\d/);
      }
    },
  );
});
