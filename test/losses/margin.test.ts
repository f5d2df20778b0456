import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// chords 1, 1/2 and 2 at s = 1/2, 7/8 and −1
describe("margin", () => {
  const params = { alpha: 0.25, beta: 0.75 };

  it("is [α + d_p − β]₊ + [α + β − d_n]₊, in pml over the number of active sides", () => {
    expectPoint(at("margin", params, [0.5, 0.875]), 1, -1, 2);
    expectPoint(at("margin:pml", params, [0.5, 0.875]), 0.5, -0.5, 1);
    for (const name of ["margin", "margin:pml"]) {
      expectPoint(at(name, params, [0.5, -1]), 0.5, -1, 0);
      expectPoint(at(name, { alpha: 0.25, beta: 1.5 }, [0.5, -1]), 0, 0, 0);
    }
  });

  it("cosine: [β − s_p + α]₊ + [s_n − β + α]₊", () => {
    expectPoint(at("margin:cosine", {}, [0.5, 0.4]), 0.3, -1, 1);
  });

  // terms 3/4 and 1/4, and 1/4 and 0
  const set = (name: string) => onSet(name, { alpha: 0.25, beta: 0.5 }, [0.5, 0.875], [0.875, -1]);

  it("averages each side", () => {
    expectSet(set("margin"), 5 / 8, [-0.5, -1], [1, 0]);
  });

  it("pml: counts every term twice, in four triplets, over one divisor 4 + 2", () => {
    expectSet(set("margin:pml"), 5 / 12, [-1 / 3, -2 / 3], [2 / 3, 0]);
  });

  it("has a rectangle as target: s_p ≥ 0.5, s_n ≤ 0.02 by default", () => {
    expectNumbers(boundaryAt("margin", {}, 0.01), [0.5]);
    expectNumbers(boundaryAt("margin", {}, 0.03), []);
    expectNumbers(boundaryAt("margin:cosine", {}, 0.25), [0.7]);
    expectNumbers(boundaryAt("margin:cosine", {}, 0.35), []);
  });
});
