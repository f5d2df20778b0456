import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// chords 1/2, 1 and 2 at s = 7/8, 1/2 and −1
describe("generalized-lifted", () => {
  it("is [m + d_p − d_n]₊", () => {
    expectPoint(at("generalized-lifted", {}, [0.875, 0.5]), 0.5, -2, 1);
    expectPoint(at("generalized-lifted", { margin: 0.25 }, [0.875, 0.5]), 0, 0, 0);
  });

  it("adds ln K + ln L", () => {
    expectPoint(at("generalized-lifted", {}, [0.5, 0.5], { K: 3, L: 2 }), 1 + Math.log(6), -1, 1);
  });

  it("soft: a softplus in place of the hinge", () => {
    expectPoint(at("generalized-lifted:soft", { margin: 0.5 }, [0.875, 0.5]), Math.LN2, -1, 0.5);
  });

  it("cosine: s_n − m_n + m_p − s_p", () => {
    expectPoint(at("generalized-lifted:cosine", { margin: 0.25 }, [0.75, 0.25]), 0.25, -1, 1);
  });

  it("takes a log-sum-exp over each side", () => {
    const root = Math.exp(0.5);
    expectSet(
      onSet("generalized-lifted", {}, [0.875, 0.5], [0.5, -1]),
      0.5 + Math.log(1 + root) + Math.log(1 + Math.exp(-1)),
      [-2 / (1 + root), -root / (1 + root)],
      [1 / (1 + Math.exp(-1)), 1 / 2 / (1 + Math.E)],
    );
  });

  it("has the boundary d_n − d_p = m + ln K + ln L, none once that exceeds 2", () => {
    expectNumbers(boundaryAt("generalized-lifted", { margin: 0.5 }, 0.5), [0.875]);
    const chord = 2 - Math.log(4);
    expectNumbers(boundaryAt("generalized-lifted", { margin: 0 }, -1, { K: 2, L: 2 }), [1 - chord ** 2 / 2]);
    expectNumbers(boundaryAt("generalized-lifted", {}, -1, { K: 1, L: 3 }), []);
    expectNumbers(boundaryAt("generalized-lifted:cosine", {}, -0.5), [0.5]);
  });
});
