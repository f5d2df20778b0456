import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("soft-triplet", () => {
  it("cosine: e^z = 4^(s_n − s_p + m)", () => {
    expectPoint(at("soft-triplet", { gamma: LN4 }, [1, 0.5]), Math.log(3 / 2), -LN4 / 3, LN4 / 3);
    expectPoint(
      at("soft-triplet", { gamma: LN4, margin: 0.5 }, [0.5, 0.5]),
      Math.log(3),
      (-LN4 * 2) / 3,
      (LN4 * 2) / 3,
    );
  });

  it("euclidean: chords 1/2 and 1 at s = 7/8 and 1/2", () => {
    expectPoint(
      at("soft-triplet:euclidean", { gamma: LN4 }, [0.875, 0.5]),
      Math.log(3 / 2),
      (-2 * LN4) / 3,
      LN4 / 3,
    );
  });

  it("squared and angular", () => {
    expectPoint(
      at("soft-triplet:squared", { gamma: LN4 }, [0.75, 0.5]),
      Math.log(3 / 2),
      (-2 * LN4) / 3,
      (2 * LN4) / 3,
    );
    // θ = π/3 on both sides: ln 2 and γ σ / sin θ
    expectPoint(at("soft-triplet:angular", {}, [0.5, 0.5]), Math.LN2, -1 / Math.sqrt(3), 1 / Math.sqrt(3));
  });

  it("averages over triplets, or takes the hardest", () => {
    // s_n − s_p = −1/2 and 0 for positives 1 and 1/2: e^z = 1/2 and 1
    const set = (reduction: string) => onSet("soft-triplet", { gamma: LN4, reduction }, [1, 0.5], [0.5]);
    expectSet(set("mean"), (Math.log(3 / 2) + Math.LN2) / 2, [-LN4 / 6, -LN4 / 4], [LN4 / 6 + LN4 / 4]);
    expectSet(set("hardest"), Math.LN2, [0, -LN4 / 2], [LN4 / 2]);
  });

  it("has triplet's boundary, whatever K, L and γ", () => {
    expectNumbers(boundaryAt("soft-triplet", { gamma: 9, margin: 0.25 }, 0.5, { K: 3, L: 5 }), [0.75]);
    expectNumbers(boundaryAt("soft-triplet:euclidean", { margin: 0.5 }, 0.5), [0.875]);
  });
});
