import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

describe("lifted-structure", () => {
  it("is ½[m + d_p − d_n]₊²: chords 1/2 and 1 at s = 7/8 and 1/2", () => {
    expectPoint(at("lifted-structure", {}, [0.875, 0.5]), 0.125, -1, 0.5);
    expectPoint(at("lifted-structure", { margin: 0.5 }, [0.875, 0.5]), 0, 0, 0);
  });

  it("adds ln L to J: 1 + ln 2", () => {
    const J = 1 + Math.LN2;
    expectPoint(at("lifted-structure", {}, [0.5, 0.5], { K: 3, L: 2 }), J ** 2 / 2, -J, J);
  });

  it("takes the log-sum-exp over negatives and the mean over positives", () => {
    // chords: positives 1/2 and 1, negatives 1 and 2: J = ln(1 + e⁻¹) + d_p
    const first = Math.log(1 + Math.exp(-1)) + 0.5;
    const second = Math.log(1 + Math.exp(-1)) + 1;
    const share = 1 / (1 + Math.exp(-1));
    expectSet(
      onSet("lifted-structure", {}, [0.875, 0.5], [0.5, -1]),
      (first ** 2 + second ** 2) / 4,
      [-first, -second / 2],
      [(share * (first + second)) / 2, ((1 - share) * (first + second)) / 4],
    );
  });

  it("cosine: J = s_n − m_n + m_p − s_p", () => {
    expectPoint(at("lifted-structure:cosine", {}, [0.75, 0.25]), 0.125, -0.5, 0.5);
  });

  it("has the boundary d_n − d_p = m + ln L, none once that exceeds 2", () => {
    expectNumbers(boundaryAt("lifted-structure", { margin: 0.5 }, 0.5), [0.875]);
    expectNumbers(boundaryAt("lifted-structure:cosine", { posMargin: 0.25 }, 0.5), [0.75]);
    expect(boundaryAt("lifted-structure", {}, -1, { K: 1, L: 3 })).toEqual([]);
  });
});
