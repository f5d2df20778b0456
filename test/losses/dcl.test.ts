import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { tau: 1 / LN4 };

describe("dcl", () => {
  it("is a tilted plane, below zero too", () => {
    expectPoint(at("dcl", { tau: 0.25 }, [0.5, 0.25]), -1, -4, 4);
    expectPoint(at("dcl", { tau: 0.25 }, [-1, 1]), 8, -4, 4);
  });

  it("adds ln L and leaves K out", () => {
    expectPoint(at("dcl", { tau: 0.5 }, [0.75, 0.25], { K: 3, L: 4 }), LN4 - 1, -2, 2);
  });

  it("weighs negatives among themselves, 1 and 2, and averages over positives, 4 and 2", () => {
    expectSet(
      onSet("dcl", params, [1, 0.5], [0, 0.5]),
      (Math.log(3 / 4) + Math.log(3 / 2)) / 2,
      [-LN4 / 2, -LN4 / 2],
      [LN4 / 3, (LN4 * 2) / 3],
    );
  });

  it("has no boundary", () => {
    expect(boundaryAt("dcl", {}, 0)).toEqual([]);
  });
});
