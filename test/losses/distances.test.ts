import { describe, expect, it } from "vitest";
import { distance, distanceBoundary } from "../../src/losses/distances.ts";
import { boundaryLevels } from "../../src/region/boundary.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { similarity } from "./arbitraries.ts";

const NAMES = ["cosine", "euclidean", "squared", "angular"] as const;

describe("distances", () => {
  it("of s = 1/2: −1/2, 1, 1 and π/3, falling by 1, 1, 2 and 2/√3", () => {
    [-0.5, 1, 1, Math.PI / 3].forEach((exact, i) => expectClose(distance(NAMES[i]).of(0.5), exact, 1e-15));
    [-1, -1, -2, -2 / Math.sqrt(3)].forEach((exact, i) =>
      expectClose(distance(NAMES[i]).slope(0.5), exact, 1e-15),
    );
  });

  it.each(NAMES)(
    "%s: δ(s_p) − δ(s_n) + m = 0 on the boundary, also for negative m, and nowhere else",
    (name) => {
      fc.assert(
        fc.property(between(-4, 4), similarity, (margin, sn) => {
          const of = distance(name).of;
          const missing = of(sn) - margin;
          const [level] = boundaryLevels(distanceBoundary(name, margin), sn);
          // some s_p has that distance
          if (missing > of(1) + 1e-9 && missing < of(-1) - 1e-9) expectClose(of(level), missing, 1e-7);
          else if (missing < of(1) - 1e-9 || missing > of(-1) + 1e-9) expect(level).toBeUndefined();
        }),
        { numRuns: 500 },
      );
    },
  );
});
