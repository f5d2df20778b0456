import { describe, expect, it } from "vitest";
import { printed, run } from "./run.ts";

interface Answer {
  readonly value: number;
  readonly dEmbeddings: readonly (readonly number[])[];
  readonly dProxies?: readonly (readonly number[])[];
}

const answers = async (cases: unknown): Promise<Answer[]> =>
  JSON.parse(await printed(["eval"], JSON.stringify(cases))) as Answer[];

// Two samples of norm 2 on the axes, class 0 and 1, and their proxies of norm 3 on the same axes: s_p = 1, s_n = 0.
const axes = {
  embeddings: [
    [2, 0],
    [0, 2],
  ],
  labels: [0, 1],
  proxies: [
    [3, 0],
    [0, 3],
  ],
};

const close = (actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]) =>
  actual.forEach((row, i) => row.forEach((x, k) => expect(x).toBeCloseTo(expected[i][k], 14)));

describe("a batch", () => {
  it("gives value and derivatives by the rows as given", async () => {
    // NormFace, γ = ln 4: ln(1 + 4⁻¹), weight ⅕; each row is turned by ½ (mean) · ln 4 / 5 over its norm
    const [found] = await answers([{ loss: "normface", params: { gamma: Math.log(4) }, ...axes }]);
    expect(Object.keys(found)).toEqual(["value", "dEmbeddings", "dProxies"]);
    expect(found.value).toBeCloseTo(Math.log(1.25), 14);
    const turn = Math.log(4) / 10;
    close(found.dEmbeddings, [
      [0, turn / 2],
      [turn / 2, 0],
    ]);
    close(found.dProxies ?? [], [
      [0, turn / 3],
      [turn / 3, 0],
    ]);
  });

  it("takes a variant, anchors, a reduction, norms and several centres", async () => {
    const base = {
      embeddings: [
        [1, 0],
        [0, 2],
        [1, 1],
        [-1, 1],
      ],
      labels: [0, 1, 0, 1],
    };
    const [named, apart, cut, triplets, centres, raw] = await answers([
      { loss: "triplet:euclidean", ...base },
      { loss: "triplet", variant: "euclidean", ...base },
      { loss: "triplet:euclidean", ...base, anchors: "positive-pairs", reduction: "mean" },
      { loss: "triplet:euclidean", ...base, params: { reduction: "active" }, reduction: "active-terms" },
      {
        loss: "soft-triple",
        ...base,
        proxies: [
          [1, 0],
          [1, 1],
          [0, 1],
          [-1, 1],
        ],
        centres: 2,
      },
      { loss: "n-pair", ...base, norms: "both" },
    ]);
    expect(apart).toEqual(named);
    expect(cut.value).toBeCloseTo(named.value, 14);
    expect(triplets.value).toBeGreaterThan(named.value);
    expect(centres.dProxies).toHaveLength(4);
    expect(Object.keys(raw)).toEqual(["value", "dEmbeddings"]);
  });

  it.each([
    [{ labels: [0] }, "invalid labels: 1 given; expected 2, one for each embedding"],
    [{ labels: undefined }, "invalid labels: undefined; expected an array of whole numbers"],
    [{ labels: [0, 2] }, "invalid labels[1]: 2; expected 0 to 1, a class with proxies"],
    [
      { proxies: undefined },
      "missing proxies; expected rows for each class, since normface compares with them",
    ],
    [{ embeddings: [] }, "invalid embeddings: []; expected an array of rows"],
    [{ embeddings: [[1, 0], [1]] }, "invalid embeddings[1]: 1 numbers; expected 2, the dimension"],
    [{ embeddings: [[1, 0], 5] }, "invalid embeddings[1]: 5; expected an array of numbers"],
    [
      {
        embeddings: [
          [1, 0],
          [null, 1],
        ],
      },
      "invalid embeddings[1][0]: null; expected a finite number",
    ],
    [
      {
        embeddings: [
          [1, 0],
          [0, 0],
        ],
      },
      "invalid embeddings[1]: norm 0; expected a row of finite norm above 0",
    ],
    [{ proxies: [[1, 0, 0]] }, "invalid proxies[0]: 3 numbers; expected 2, the dimension"],
    [{ reduction: "median" }, /^unknown reduction: median; /],
    [{ anchors: "sample" }, "unknown anchors: sample; did you mean samples?"],
    [{ variant: 3 }, "invalid variant: 3; expected the name of a variant"],
  ])("that is bad is answered in its place: %j", async (changed, message) => {
    const good = { loss: "normface", ...axes };
    const { code, out } = await run(["eval"], { input: JSON.stringify([{ ...good, ...changed }, good]) });
    const [bad, fine] = JSON.parse(out) as { error?: string; value?: number }[];
    if (typeof message === "string") expect(bad).toEqual({ error: message });
    else expect(bad.error).toMatch(message);
    expect(fine.value).toBeGreaterThan(0);
    expect(code).toBe(1);
  });
});
