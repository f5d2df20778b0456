import { describe, it } from "vitest";
import { expectClose } from "../numerics/seeded.ts";
import { at, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// at s_p = 1/2 the target is cos 90° = 0 with slope 2/√3: negatives above 0 are hard
const margin = Math.PI / 6;

describe("curricularface", () => {
  it("is ArcFace for an easy negative: 4^(−1/2)", () => {
    const point = at("curricularface", { gamma: LN4, margin, t: 0.25 }, [0.5, -0.5]);
    expectPoint(point, Math.log(3 / 2), (-LN4 * 2) / (3 * Math.sqrt(3)), LN4 / 3);
  });

  it("turns a hard negative to s_n (t + s_n): 8 · 3/8 with slope 8 · 5/4", () => {
    const [value, weight] = [Math.log(1 + Math.exp(3)), 1 / (1 + Math.exp(-3))];
    const point = at("curricularface", { gamma: 8, margin, t: 0.25 }, [0.5, 0.5]);
    expectPoint(point, value, (-16 * weight) / Math.sqrt(3), 10 * weight);
  });

  it("jumps by γ s_n (t + s_n − 1) = −1 where the negative turns hard: 30° + 30° against 60°", () => {
    const z = (sn: number) => at("curricularface", { gamma: 8, margin, t: 0.25 }, [Math.sqrt(3) / 2, sn]).z;
    expectClose(z(0.5 - 1e-10), 0, 1e-8);
    expectClose(z(0.5 + 1e-10), -1, 1e-8);
  });

  it("pulls a hard negative in where t + 2 s_n < 0: 120° + 30°, slope 1/2 − 1", () => {
    const z = Math.sqrt(3) / 2;
    const [value, weight] = [Math.log(1 + Math.exp(z)), 1 / (1 + Math.exp(-z))];
    const point = at("curricularface", { gamma: 1, margin, t: 0.5 }, [-0.5, -0.5]);
    expectPoint(point, value, -weight / Math.sqrt(3), -weight / 2);
  });

  it("judges each negative of a set by itself: 1/2 easy, 2 hard, against 1", () => {
    expectSet(
      onSet("curricularface", { gamma: LN4, margin, t: 0.5 }, [0.5], [-0.5, 0.5]),
      Math.log(7 / 2),
      [(-LN4 * 10) / (7 * Math.sqrt(3))],
      [LN4 / 7, (LN4 * 6) / 7],
    );
  });

  it("has its boundary at s_n (t + s_n) = cos(θ_p + m) among hard negatives", () => {
    const sp = Math.cos(Math.acos(3 / 8) - margin);
    expectClose(at("curricularface", { margin, t: 0.25 }, [sp, 0.5]).z, 0);
  });
});
