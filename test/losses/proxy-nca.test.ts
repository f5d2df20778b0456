import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("proxy-nca", () => {
  it("is γ(s_n − s_p) + ln L with constant forces, below zero where it is good", () => {
    expectPoint(at("proxy-nca", {}, [0.75, 0.25]), -0.5, -1, 1);
    expectPoint(at("proxy-nca:squared", {}, [0.75, 0.25], { K: 5, L: 3 }), -1 + Math.log(3), -2, 2);
  });

  it("shares the push among the negatives: ln(1 + 2) − γ/2", () => {
    expectSet(
      onSet("proxy-nca", { gamma: LN4 }, [0.5], [0, 0.5]),
      Math.log(3) - LN4 / 2,
      [-LN4],
      [LN4 / 3, (LN4 * 2) / 3],
    );
  });

  it("averages over two positives", () => {
    expectSet(onSet("proxy-nca", {}, [0.5, 1], [0.25]), -0.5, [-0.5, -0.5], [1]);
  });

  it("is a softmax with the own proxy in the denominator", () => {
    expectPoint(
      at("proxy-nca", { gamma: LN4, ownProxy: "included" }, [0.5, 0]),
      Math.log(3 / 2),
      -LN4 / 3,
      LN4 / 3,
    );
  });

  it("has no boundary unless the own proxy is included", () => {
    expect(boundaryAt("proxy-nca", {}, 0.5)).toEqual([]);
    expectNumbers(boundaryAt("proxy-nca", { gamma: LN4, ownProxy: "included" }, 0, { K: 1, L: 2 }), [0.5]);
  });
});
