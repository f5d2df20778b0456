import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectPoint, expectSet, onSet } from "./support.ts";

describe("p2sgrad", () => {
  it("is half the squared error, with the error as gradient", () => {
    expectPoint(at("p2sgrad", {}, [0.5, 0.5]), 1 / 4, -0.5, 0.5);
    expectPoint(at("p2sgrad", {}, [-0.5, 0]), 9 / 8, -1.5, 0);
    expectPoint(at("p2sgrad", {}, [1, 0]), 0, 0, 0);
  });

  it("pulls negatives below 0 up, and multiplies them by L", () => {
    expectPoint(at("p2sgrad", {}, [0.5, -0.5], { K: 1, L: 4 }), 5 / 8, -0.5, -2);
  });

  it("sums over negatives", () => {
    expectSet(onSet("p2sgrad", {}, [0.5], [0.5, -0.25]), 9 / 32, [-0.5], [0.5, -0.25]);
  });

  it("has no boundary", () => {
    expect(boundaryAt("p2sgrad", {}, 0)).toEqual([]);
  });
});
