import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("multi-similarity", () => {
  it("is ln 2 / α + ln 2 / β at the thresholds, with half a unit on each side", () => {
    expectPoint(at("multi-similarity", {}, [0.5, 0.5]), Math.LN2 / 2 + Math.LN2 / 50, -0.5, 0.5);
  });

  it("counts K and L inside: 2 · 4^(−1/2) = 1 and 2 · 4^(1/2) = 4", () => {
    expectPoint(
      at("multi-similarity", { alpha: LN4, beta: LN4, lambda: 0 }, [0.5, 0.5], { K: 2, L: 2 }),
      (Math.LN2 + Math.log(5)) / LN4,
      -0.5,
      0.8,
    );
  });

  it("weighs the members of each side among themselves", () => {
    // 1 + 1/2 + 1/4 and 1 + 1 + 2
    expectSet(
      onSet("multi-similarity", { alpha: LN4, beta: LN4, lambda: 0 }, [0.5, 1], [0, 0.5]),
      (Math.log(7 / 4) + Math.log(4)) / LN4,
      [-2 / 7, -1 / 7],
      [1 / 4, 1 / 2],
    );
  });

  it("leaves an empty side out", () => {
    expectSet(onSet("multi-similarity", { beta: LN4, lambda: 0 }, [], [0]), Math.LN2 / LN4, [], [0.5]);
  });

  it("has the boundary s_p = λ + ln K / α left of s_n = λ − ln L / β", () => {
    const params = { alpha: LN4, beta: LN4, lambda: 0.25 };
    expectNumbers(boundaryAt("multi-similarity", params, -0.5, { K: 2, L: 2 }), [0.75]);
    expectNumbers(boundaryAt("multi-similarity", params, 0, { K: 2, L: 2 }), []);
  });
});
