import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/batch/batch.ts";
import { evaluateBatch } from "../../src/batch/evaluate.ts";
import { pairGraph } from "../../src/batch/pair-graph.ts";
import type { BatchOptions } from "../../src/batch/plan.ts";
import { findLoss } from "../../src/losses/lookup.ts";
import { messageOf } from "./support.ts";

const ROWS = [1, 0, 0, 1, -1, 0, 0, -1];
const good = { embeddings: ROWS, dimension: 2, labels: [0, 0, 1, 1], proxies: [1, 1, 1, -1] };

const said = (changed: Partial<Record<keyof Batch, unknown>>, options: unknown = {}, id = "proxy-anchor") =>
  messageOf(() => evaluateBatch(findLoss(id), { ...good, ...changed } as Batch, options as BatchOptions));

const withNumber = (at: number, x: unknown) => ROWS.map((value, k) => (k === at ? x : value));

describe("a batch that cannot be used", () => {
  it("the good one can", () => expect(said({})).toBe("nothing thrown"));

  it.each([
    [{ labels: [0, 0, 1] }, "invalid labels: 3 given; expected 4, one for each embedding"],
    [{ labels: [0, 0.5, 1, 1] }, "invalid labels[1]: 0.5; expected a whole number"],
    [{ labels: [0, "1", 1, 1] }, 'invalid labels[1]: "1"; expected a whole number'],
    [{ labels: [0, 0, 1, 2] }, "invalid labels[3]: 2; expected 0 to 1, a class with proxies"],
    [{ labels: [0, 0, 1, -1] }, "invalid labels[3]: -1; expected 0 to 1, a class with proxies"],
    [{ embeddings: withNumber(5, NaN) }, "invalid embeddings[2][1]: NaN; expected a finite number"],
    [{ embeddings: withNumber(0, Infinity) }, "invalid embeddings[0][0]: Infinity; expected a finite number"],
    [{ embeddings: withNumber(3, null) }, "invalid embeddings[1][1]: null; expected a finite number"],
    [{ embeddings: withNumber(2, "0") }, 'invalid embeddings[1][0]: "0"; expected a finite number'],
    [
      { embeddings: withNumber(3, 0) },
      "invalid embeddings[1]: norm 0; expected a row of finite norm above 0",
    ],
    [
      { embeddings: withNumber(3, 1e300) },
      "invalid embeddings[1]: norm Infinity; expected a row of finite norm above 0",
    ],
    [{ embeddings: ROWS.slice(1) }, "invalid embeddings: 7 numbers; expected a multiple of 2, the dimension"],
    [{ embeddings: [] }, "invalid embeddings: empty; expected at least one row"],
    [{ dimension: 0 }, "invalid dimension: 0; expected a whole number from 1"],
    [{ dimension: 1.5 }, "invalid dimension: 1.5; expected a whole number from 1"],
    [
      { proxies: undefined },
      "missing proxies; expected rows for each class, since proxy-anchor compares with them",
    ],
    [{ proxies: [1, 1, 1] }, "invalid proxies: 3 numbers; expected a multiple of 2, the dimension"],
    [{ proxies: [] }, "invalid proxies: 0 rows; expected a multiple of 1, the centres of a class"],
    [{ proxies: [1, 1, 0, 0] }, "invalid proxies[1]: norm 0; expected a row of finite norm above 0"],
    [{ centres: 0 }, "invalid centres: 0; expected a whole number from 1"],
    [
      { centres: 2, proxies: [1, 1, 1, -1, 1, 0] },
      "invalid proxies: 3 rows; expected a multiple of 2, the centres of a class",
    ],
    [
      { unit: true, embeddings: withNumber(0, 1.001) },
      "invalid embeddings[0]: norm 1.001; expected a unit vector",
    ],
    [{ unit: true }, `invalid proxies[0]: norm ${Math.SQRT2}; expected a unit vector`],
  ])("%o", (changed, message) => {
    expect(said(changed)).toBe(message);
  });

  it("unit rows are those of norm 1 up to rounding in single precision", () => {
    const embeddings = Float32Array.from([0.6, 0.8, 0.8, -0.6, 1, 0, 0, 1]);
    expect(said({ unit: true, embeddings, proxies: [0, 1, 1, 0] })).toBe("nothing thrown");
  });
});

describe("a way that does not fit", () => {
  it.each([
    [{ anchors: "sample" }, "unknown anchors: sample; did you mean samples?", "circle"],
    [{ reduction: "meen" }, "unknown reduction: meen; did you mean mean?", "circle"],
    [{ norms: 7 }, "unknown norms: 7; expected one of none, anchor, both, negatives", "circle"],
    [{ anchors: "__proto__" }, /^unknown anchors: __proto__; /, "circle"],
    [{ params: { margin: 3 } }, "invalid params.margin: 3; expected -1 to 1", "circle"],
    [{ mask: [1, 0] }, "invalid mask: 2 entries; expected 16, one for each ordered pair", "circle"],
    [{ triplets: [0, 1] }, "invalid triplets: 2 numbers; expected three for each triplet", "triplet"],
    [{ triplets: [0, 1, 4] }, "invalid triplets[2]: 4; expected a sample from 0 to 3", "triplet"],
    [{ triplets: [0, 2, 3] }, /^invalid triplet 0: 0, 2, 3; expected an anchor, another sample/, "triplet"],
    [
      { mask: new Uint8Array(16) },
      "invalid selection: pairs of samples; expected none, since proxies are compared with",
      "proxy-anchor",
    ],
    [{ norms: "both" }, "invalid norms: both; expected none, since sup-con sees cosines", "sup-con"],
  ])("%o", (options, message, id) => {
    if (typeof message === "string") expect(said({}, options, id)).toBe(message);
    else expect(said({}, options, id)).toMatch(message);
  });

  it("an anchor that is not there has no graph", () => {
    expect(messageOf(() => pairGraph(findLoss("circle"), good, 4))).toBe(
      "invalid anchor: 4; expected 0 to 3",
    );
    expect(messageOf(() => pairGraph(findLoss("proxy-anchor"), good, 2))).toBe(
      "invalid anchor: 2; expected 0 to 1",
    );
  });

  it("leaves the given batch as it was", () => {
    const frozen = Object.freeze({
      ...good,
      embeddings: Object.freeze([...ROWS]),
      labels: Object.freeze([0, 0, 1, 1]),
    });
    expect(messageOf(() => evaluateBatch(findLoss("circle"), frozen))).toBe("nothing thrown");
    expect(frozen.embeddings).toEqual(ROWS);
  });
});
