import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

describe("triplet", () => {
  it("cosine: [s_n − s_p + m]₊", () => {
    expectPoint(at("triplet", { margin: 0.25 }, [0.5, 0.5]), 0.25, -1, 1);
    expectPoint(at("triplet", { margin: 0.25 }, [0.75, 0.25]), 0, 0, 0);
    // exactly on the kink the derivative is that of the target side
    expectPoint(at("triplet", { margin: 0.25 }, [0.75, 0.5]), 0, 0, 0);
  });

  it("euclidean: chords 1/2 and 1 at s = 7/8 and 1/2", () => {
    expectPoint(at("triplet:euclidean", { margin: 0.75 }, [0.875, 0.5]), 0.25, -2, 1);
    expectPoint(at("triplet:euclidean", { margin: 0.5 }, [0.5, -1]), 0, 0, 0);
  });

  it("squared: 2(s_n − s_p) + m", () => {
    expectPoint(at("triplet:squared", {}, [0.5, 0.75]), 0.7, -2, 2);
  });

  it("angular: θ = π/3 and π/2 at s = 1/2 and 0", () => {
    expectPoint(at("triplet:angular", { margin: 1 }, [0.5, 0]), 1 - Math.PI / 6, -2 / Math.sqrt(3), 1);
  });

  // s_n − s_p + m over the four pairs: 0.5, −0.25 (positive 0.25); 0, −0.75 (positive 0.75)
  const set = (reduction: string) =>
    onSet("triplet", { margin: 0.25, reduction }, [0.25, 0.75], [0.5, -0.25]);

  it("averages over all triplets, over the active one, or takes the hardest", () => {
    expectSet(set("mean"), 0.125, [-0.25, 0], [0.25, 0]);
    expectSet(set("active"), 0.5, [-1, 0], [1, 0]);
    expectSet(set("hardest"), 0.5, [-1, 0], [1, 0]);
  });

  it("is zero without an active triplet", () => {
    expectSet(onSet("triplet", { margin: 0, reduction: "active" }, [1, 1], [0, 0]), 0, [0, 0], [0, 0]);
  });

  it("has a line or a curve as boundary, whatever K and L", () => {
    const many = { K: 9, L: 9 };
    expectNumbers(boundaryAt("triplet:cosine", {}, 0.5, many), [0.6]);
    expectNumbers(boundaryAt("triplet:squared", {}, 0.5, many), [0.6]);
    // d_n = 1, d_p = 1/2
    expectNumbers(boundaryAt("triplet:euclidean", { margin: 0.5 }, 0.5, many), [0.875]);
    // θ_n = π/2, θ_p = π/3
    expectNumbers(boundaryAt("triplet:angular", { margin: Math.PI / 6 }, 0, many), [0.5]);
    expect(boundaryAt("triplet:euclidean", { margin: 0.5 }, 0.9)).toEqual([]);
    expect(boundaryAt("triplet:angular", { margin: 4 }, -0.9)).toEqual([]);
  });
});
