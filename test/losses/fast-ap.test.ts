import { describe, it } from "vitest";
import { at, expectPoint, expectSet, onSet } from "./support.ts";

// two bins: nodes d² = 0, 2, 4, that is s = 1, 0, −1
const params = { bins: 2 };

describe("fast-ap", () => {
  it("is a² / (a + b) + (1 − a) / 2 short of one, a = s_p and b = s_n of the first node", () => {
    expectPoint(at("fast-ap", params, [0.5, 0.5]), 1 / 2, -1 / 4, 1 / 4);
    expectPoint(at("fast-ap", params, [0.75, 0.25]), 5 / 16, -7 / 16, 9 / 16);
  });

  it("gives nothing to a negative a bin ahead: 1/2 · 1/2 / (3/2) + 1/2 · 1/2", () => {
    expectPoint(at("fast-ap", params, [-0.5, 0.5]), 7 / 12, -1 / 18, 0);
  });

  it("counts K and L: H⁺ = 1, 2 of H = 1, 9/2, the mean of 1 and 4/9 short of one", () => {
    expectPoint(at("fast-ap", params, [0.5, -0.5], { K: 2, L: 5 }), 5 / 18, -5 / 9, 20 / 81);
  });

  it("is zero for a perfect ranking, bins apart", () => {
    expectPoint(at("fast-ap", { bins: 10 }, [0.9, -0.5], { K: 2, L: 5 }), 0, 0, 0);
  });

  it("shares the histograms in a set: 1 of 3/2 at the first node, 2 of 3 at the second", () => {
    expectSet(onSet("fast-ap", params, [0.75, 0.25], [0.5]), 1 / 3, [-1 / 9, -1 / 9], [2 / 9]);
    expectPoint(at("fast-ap", params, [0.5, 0.5], { K: 2, L: 1 }), 1 / 3, -2 / 9, 2 / 9);
  });
});
