import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

describe("tcm", () => {
  it("is [0.9 − s_p]₊ + [s_n − 0.5]₊", () => {
    expectPoint(at("tcm", {}, [0.4, 0.7]), 0.7, -1, 1);
    expectPoint(at("tcm", {}, [0.95, 0.7]), 0.2, 0, 1);
    expectPoint(at("tcm", {}, [0.95, 0.4]), 0, 0, 0);
  });

  it("weighs its sides", () => {
    expectPoint(at("tcm", { lambdaPos: 2, lambdaNeg: 0.5 }, [0.4, 0.7]), 1.1, -2, 0.5);
  });

  it("averages over the active pairs of each side", () => {
    expectSet(onSet("tcm", {}, [0.4, 0.8, 1], [0.7, 0.4]), 0.5, [-0.5, -0.5, 0], [1, 0]);
  });

  it("has a rectangle as target", () => {
    expectNumbers(boundaryAt("tcm", {}, 0.4, { K: 3, L: 3 }), [0.9]);
    expectNumbers(boundaryAt("tcm", {}, 0.6), []);
  });
});
