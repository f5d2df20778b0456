import { describe, it } from "vitest";
import { at, expectPoint, expectSet, onSet } from "./support.ts";

describe("intra-pair-variance", () => {
  it("pays for positives below 0.99 of their mean 0.7: 0.193² / 2", () => {
    expectSet(
      onSet("intra-pair-variance", {}, [0.5, 0.9], []),
      0.0186245,
      [0.193 * (0.495 - 1), 0.193 * 0.495],
      [],
    );
  });

  it("pays for negatives above 1.01 of it", () => {
    expectSet(
      onSet("intra-pair-variance", {}, [], [0.5, 0.9]),
      0.0186245,
      [],
      [-0.193 * 0.505, 0.193 * (1 - 0.505)],
    );
  });

  it("is half a variance without slack, and adds its sides", () => {
    expectSet(
      onSet("intra-pair-variance", { epsPos: 0, epsNeg: 0 }, [0.5, 0.9], [0.25, -0.25]),
      0.02 + 1 / 32,
      [-0.1, 0.1],
      [0.125, -0.125],
    );
  });

  it("has only its slack on the plane", () => {
    expectPoint(at("intra-pair-variance", {}, [0.5, 0.5]), 0, 0, 0);
    expectPoint(at("intra-pair-variance", { epsPos: 0.1 }, [-0.5, 0.5]), 0.0025, -0.01, 0);
    expectPoint(at("intra-pair-variance", { epsNeg: 0.1 }, [0.5, -0.5]), 0.0025, 0, -0.01);
  });
});
