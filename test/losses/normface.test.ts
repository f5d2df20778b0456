import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("normface", () => {
  it("is ln 2 on the diagonal, with half of γ = 20 on each side", () => {
    expectPoint(at("normface", {}, [0.3, 0.3]), Math.LN2, -10, 10);
    expectPoint(at("normface", { gamma: LN4 }, [0.5, 0]), Math.log(3 / 2), -LN4 / 3, LN4 / 3);
  });

  it("averages over two positives: −ln(2/3) and −ln(4/5)", () => {
    expectSet(
      onSet("normface", { gamma: LN4 }, [0.5, 1], [0]),
      (Math.log(3 / 2) + Math.log(5 / 4)) / 2,
      [-LN4 / 6, -LN4 / 10],
      [LN4 / 6 + LN4 / 10],
    );
  });

  it("has the boundary s_p = s_n + ln L / γ", () => {
    expectNumbers(boundaryAt("normface", { gamma: LN4 }, -0.5, { K: 5, L: 4 }), [0.5]);
  });
});
