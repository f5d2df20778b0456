import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// chords 1 and 1/2 at s = 1/2 and 7/8
describe("ranked-list", () => {
  it("asks d_p ≤ α − m and d_n ≥ α: 3/4 · 1/2 + 1/4 · 1/2", () => {
    const params = { margin: 0.5, alpha: 1, lambda: 0.25 };
    expectPoint(at("ranked-list", params, [0.5, 0.875]), 0.5, -0.75, 0.5);
    expectPoint(at("ranked-list", params, [0.875, 0.5]), 0, 0, 0);
  });

  // positives: 1/2 and inactive; negatives: 1/2 and 1 with weights 1 and 2, mean 5/6
  const set = (name: string) => onSet(name, { margin: 1, alpha: 1.5, Tn: LN4 }, [0.5, 0.875], [0.5, 0.875]);

  it("detached: holds the weights constant", () => {
    expectSet(set("ranked-list:detached"), 2 / 3, [-0.5, 0], [1 / 6, 2 / 3]);
  });

  it("attached: differentiates them, by 1 + T (x − x̄)", () => {
    expectSet(set("ranked-list"), 2 / 3, [-0.5, 0], [(1 - LN4 / 3) / 6, (2 / 3) * (1 + LN4 / 6)]);
  });

  it("adds a constant to the weights: 1/2 over 1 + 1", () => {
    const params = { margin: 0.5, alpha: 1, lambda: 0, epsilon: 1 };
    expectSet(onSet("ranked-list", params, [0.5], [0]), 0.25, [-0.5], [0]);
  });

  it("has a rectangle as target: s_p ≥ 0.68, s_n ≤ 0.28 by default", () => {
    expectNumbers(boundaryAt("ranked-list", {}, 0.27, { K: 5, L: 5 }), [0.68]);
    expectNumbers(boundaryAt("ranked-list", {}, 0.29), []);
  });
});
