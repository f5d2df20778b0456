import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { margin: 0, gamma: 1 / LN4, centers: 2 };

describe("soft-triple", () => {
  it("is AM-Softmax on the plane", () => {
    expectPoint(at("soft-triple", { margin: 0.25 }, [0.5, 0.25]), Math.LN2, -10, 10);
  });

  it("assigns softly to the centres of a class: 0 and 1/2 with shares 1/3 and 2/3, S = 1/3", () => {
    const slopes = [(1 - LN4 / 3) / 3, (2 / 3) * (1 + LN4 / 6)];
    expectSet(
      onSet("soft-triple", params, [0, 0.5], [0, 0.5]),
      Math.LN2,
      slopes.map((x) => -10 * x),
      slopes.map((x) => 10 * x),
    );
  });

  it("pushes a far centre of the own class away: −1 and 1 with shares 1/17 and 16/17, S = 15/17", () => {
    expectSet(
      onSet("soft-triple", params, [-1, 1], [15 / 17, 15 / 17]),
      Math.LN2,
      [(10 / 17) * ((32 / 17) * LN4 - 1), (-160 / 17) * (1 + (2 / 17) * LN4)],
      [5, 5],
    );
  });

  it("weighs the classes by their mass: 1 + 2 against 2, a centre each", () => {
    const single = { ...params, lambda: LN4, centers: 1 };
    expectSet(
      onSet("soft-triple", single, [0.5], [0, 0.5]),
      Math.log(5 / 2),
      [(-LN4 * 3) / 5],
      [LN4 / 5, (LN4 * 2) / 5],
    );
  });

  it("has the boundary s_p − s_n = δ + ln L / λ", () => {
    expectNumbers(boundaryAt("soft-triple", {}, 0.2), [0.21]);
    expectNumbers(boundaryAt("soft-triple", { lambda: LN4, margin: 0.25 }, 0, { K: 1, L: 2 }), [0.75]);
  });
});
