import { describe, it } from "vitest";
import { angular } from "../../src/losses/angular.ts";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// f = 4 (s_n + s_pn) − 4 s_p at 45°
describe("angular", () => {
  it("counts s_n twice where s_pn = s_n: f = 8 s_n − 4 s_p", () => {
    expectPoint(at("angular", {}, [0.5, 0.25]), Math.LN2, -2, 4);
    expectSet(onSet("angular", {}, [0], [0, 0]), Math.log(3), [-8 / 3], [8 / 3, 8 / 3]);
  });

  it("weighs the sides alike at 30°, where tan² α = 1/3", () => {
    expectPoint(at("angular", { alphaDeg: 30 }, [0.5, 0.5]), Math.LN2, -4 / 3, 4 / 3);
  });

  it("holds the third similarity where it is fixed: 4 (0 + 1/2) − 2", () => {
    expectPoint(at("angular", { closure: "fixed", spn: 0.5 }, [0.5, 0]), Math.LN2, -2, 2);
  });

  it("takes the third similarities of a set: f = 0 and −2", () => {
    const tail = Math.exp(-2);
    const set = { positives: [0.5], negatives: [0.25, 0.5], positiveNegative: [0.25, -0.5] };
    const result = angular.evaluate(set);
    const pushes = [4 / (2 + tail), (4 * tail) / (2 + tail)];
    expectSet(result, Math.log(2 + tail), [(-4 * (1 + tail)) / (2 + tail)], pushes);
    expectNumbers(result.positiveNegative ?? [], pushes);
  });

  it("averages over positives, each with third similarities of its own", () => {
    const set = { positives: [0.5, 0], negatives: [0], positiveNegative: [0.5, 0] };
    const result = angular.evaluate(set);
    expectSet(result, Math.LN2, [-1, -1], [2]);
    expectNumbers(result.positiveNegative ?? [], [1, 1]);
  });

  it("has a line through the origin as boundary", () => {
    expectNumbers(boundaryAt("angular", {}, 0.25), [0.5]);
    expectNumbers(boundaryAt("angular", {}, 0, { K: 7, L: 2 }), [Math.LN2 / 4]);
    expectNumbers(boundaryAt("angular", { alphaDeg: 30 }, 0.3), [0.3]);
    expectNumbers(boundaryAt("angular", { closure: "fixed", spn: 0.5 }, 0.25), [0.75]);
  });
});
