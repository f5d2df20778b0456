import { describe, it } from "vitest";
import { expectClose } from "../numerics/seeded.ts";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { tau: 1 / LN4 };

describe("info-nce", () => {
  it("is ln 2 on the diagonal, with 1/(2τ) on each side", () => {
    expectPoint(at("info-nce", {}, [0.3, 0.3]), Math.LN2, -50 / 7, 50 / 7);
  });

  it("adds ln L and leaves K out: e^z = 2 · 4^(−1/2) · 2", () => {
    const point = at("info-nce", params, [0.5, 0], { K: 5, L: 4 });
    expectPoint(point, Math.log(3), (-LN4 * 2) / 3, (LN4 * 2) / 3);
  });

  it("averages over positives: 2 and 4, each alone against 1 + 2", () => {
    expectSet(
      onSet("info-nce", params, [0.5, 1], [0, 0.5]),
      (Math.log(5 / 2) + Math.log(7 / 4)) / 2,
      [(-LN4 * 3) / 10, (-LN4 * 3) / 14],
      [(LN4 * 6) / 35, (LN4 * 12) / 35],
    );
  });

  // losses.md 10.10
  it.each([
    [0.05, 0.359724],
    [0.07, 0.775904],
    [0.1, 1.19203],
    [0.2, 1.34471],
    [0.5, 0.802625],
    [1, 0.450166],
  ])("pulls at (0.5, 0.3) with τ = %f by %f", (tau, pull) => {
    expectClose(-at("info-nce", { tau }, [0.5, 0.3]).dSp, pull, 1e-5, 0);
  });

  it("has the boundary s_p − s_n = τ ln L", () => {
    expectNumbers(boundaryAt("info-nce", params, 0, { K: 5, L: 2 }), [0.5]);
    expectNumbers(boundaryAt("info-nce", params, 0.3), [0.3]);
  });
});
