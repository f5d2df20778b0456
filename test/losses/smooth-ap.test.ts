import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("smooth-ap", () => {
  it("is 1/3 where the pair is tied: 1/2 of 1 + 1/2", () => {
    expectPoint(at("smooth-ap", {}, [0.8, 0.8]), 1 / 3, -100 / 9, 100 / 9);
  });

  it("ranks equal positives half above each other: c = 2 against 4/2", () => {
    expectPoint(at("smooth-ap", {}, [0.3, 0.3], { K: 3, L: 4 }), 1 / 2, -12.5, 12.5);
  });

  it("gives a badly mis-ranked pair nothing", () => {
    expectPoint(at("smooth-ap", {}, [-0.5, 0.5]), 1 / 2, 0, 0);
  });

  it("averages N / (P + N) over positives: 1/2 of 4/3 + 1/2, and 2/3 of 5/3 + 2/3", () => {
    // σ = 1/3, 1/2, 2/3 at differences −1/2, 0, 1/2, with slopes 2/9, 1/4, 2/9
    expectSet(
      onSet("smooth-ap", { tau: 1 / LN4 }, [0.5, 0], [0.5]),
      (3 / 11 + 2 / 7) / 2,
      [(-LN4 / 2) * (8 / 121 + 4 / 147), (-LN4 / 2) * (4 / 121 + 6 / 147)],
      [(LN4 / 2) * (12 / 121 + 10 / 147)],
    );
  });

  it("turns at s_p = s_n", () => {
    expectNumbers(boundaryAt("smooth-ap", {}, 0.3, { K: 3, L: 9 }), [0.3]);
  });
});
