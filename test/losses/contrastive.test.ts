import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

describe("contrastive", () => {
  it("cosine: [m_p − s_p]₊ + [s_n − m_n]₊", () => {
    expectPoint(at("contrastive", {}, [0.25, 0.5]), 1.25, -1, 1);
    expectPoint(at("contrastive", { mPos: 0.5, mNeg: 0.25 }, [0.75, 0.5]), 0.25, 0, 1);
    // exactly on the kinks
    expectPoint(at("contrastive", { mPos: 0.5, mNeg: 0.25 }, [0.5, 0.25]), 0, 0, 0);
  });

  it("euclidean: chords 1/2 and 1 at s = 7/8 and 1/2", () => {
    expectPoint(at("contrastive:euclidean", { mPos: 0.25, mNeg: 1.5 }, [0.875, 0.5]), 0.75, -2, 1);
    expectPoint(at("contrastive:euclidean", { mPos: 0.75, mNeg: 0.75 }, [0.875, 0.5]), 0, 0, 0);
  });

  it("squared: ½ d_p² + ½ [m − d_n]₊², whose pull on positives is always 1", () => {
    expectPoint(at("contrastive:squared", { mNeg: 1.5 }, [0.875, 0.5]), 1 / 4, -1, 0.5);
    expectPoint(at("contrastive:squared", {}, [0.5, -1]), 0.5, -1, 0);
  });

  it("averages each side over all its pairs, or over the active ones", () => {
    const set = (reduction: string) =>
      onSet("contrastive", { mPos: 0.75, mNeg: 0.25, reduction }, [0.25, 1], [0.5, 0]);
    expectSet(set("mean"), 0.375, [-0.5, 0], [0.5, 0]);
    expectSet(set("active"), 0.75, [-1, 0], [1, 0]);
  });

  it("has a rectangle as target, none when squared", () => {
    expectNumbers(boundaryAt("contrastive", { mPos: 0.75, mNeg: 0.25 }, 0.2, { K: 9, L: 9 }), [0.75]);
    expectNumbers(boundaryAt("contrastive", { mPos: 0.75, mNeg: 0.25 }, 0.3), []);
    expectNumbers(boundaryAt("contrastive:euclidean", { mPos: 0.5 }, 0.4), [0.875]);
    expectNumbers(boundaryAt("contrastive:euclidean", { mPos: 0.5 }, 0.6), []);
    expectNumbers(boundaryAt("contrastive:squared", {}, 0), []);
  });
});
