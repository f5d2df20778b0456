import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { T: 2 / LN4 };

describe("proxy-nca-pp", () => {
  it("is a softmax of scale 2/T = 18", () => {
    expectPoint(at("proxy-nca-pp", {}, [0.3, 0.3]), Math.LN2, -9, 9);
    expectPoint(at("proxy-nca-pp:pml", {}, [0.3, 0.3]), Math.LN2, -1, 1);
  });

  it("weighs two proxies by their mass, the own one in the denominator: 1 + 2 against 4", () => {
    expectSet(
      onSet("proxy-nca-pp", params, [1], [0, 0.5]),
      Math.log(7 / 4),
      [(-LN4 * 3) / 7],
      [LN4 / 7, (LN4 * 2) / 7],
    );
  });

  it("has the boundary s_p − s_n = T ln L / 2", () => {
    expectNumbers(boundaryAt("proxy-nca-pp", {}, 0.3), [0.3]);
    expectNumbers(boundaryAt("proxy-nca-pp", params, 0, { K: 1, L: 2 }), [0.5]);
  });
});
