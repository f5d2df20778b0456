import { describe, it } from "vitest";
import { at, expectPoint, expectSet, onSet } from "./support.ts";

describe("histogram", () => {
  // two bins: nodes −1, 0, 1
  it("is bilinear in a bin that both share: (1 − s_n) (1 − s_p) + s_n", () => {
    expectPoint(at("histogram", { bins: 2 }, [0.5, 0.5]), 3 / 4, -1 / 2, 1 / 2);
    expectPoint(at("histogram", { bins: 2 }, [0.75, 0.25]), 7 / 16, -3 / 4, 3 / 4);
  });

  it("is bilinear in neighbouring bins: the negative's share at 0 times the positive's", () => {
    expectPoint(at("histogram", { bins: 2 }, [0.75, -0.5]), 1 / 8, -1 / 2, 1 / 4);
  });

  it("has steeper pieces in narrower bins", () => {
    expectPoint(at("histogram", { bins: 4 }, [0.25, 0.25]), 3 / 4, -1, 1);
  });

  it("has no gradient where the histograms are apart", () => {
    expectPoint(at("histogram", {}, [0.75, -0.75]), 0, 0, 0);
    expectPoint(at("histogram", {}, [-0.75, 0.75]), 1, 0, 0);
  });

  it("averages both histograms: h⁺ = (0, 1/2, 1/2), h⁻ = (1/4, 1/2, 1/4)", () => {
    expectSet(
      onSet("histogram", { bins: 2 }, [0.75, 0.25], [0.5, -0.5]),
      1 / 2,
      [-1 / 4, -1 / 4],
      [1 / 4, 1 / 4],
    );
  });
});
