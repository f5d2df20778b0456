import { describe, it } from "vitest";
import { boundaryAt, expectSet, onSet } from "./support.ts";
import { expectClose } from "../numerics/seeded.ts";

/** With τ = 1/ln 4 the terms e^{s/τ} = 4ˢ are 4, 2, 1, ½, ¼ at s = 1, ½, 0, −½, −1. */
const TAU = 1 / Math.log(4);

describe("sup-con-in", () => {
  it("takes the positives together: −ln of their mean share", () => {
    // positives 2 + 1, negative 1: −ln(½ · 3/4) = ln 8/3; shares of the positives 2/3, 1/3, pushed by 1/4
    expectSet(
      onSet("sup-con-in", { tau: TAU }, [0.5, 0], [0]),
      Math.log(8 / 3),
      [-(2 / 3) * 0.25 * Math.log(4), -(1 / 3) * 0.25 * Math.log(4)],
      [0.25 * Math.log(4)],
    );
  });

  it("is sup-con for one positive, and differs from it for two that differ", () => {
    const one = onSet("sup-con", { tau: TAU }, [0.5], [0, -0.5]);
    expectSet(
      onSet("sup-con-in", { tau: TAU }, [0.5], [0, -0.5]),
      one.value,
      [...one.positives],
      [...one.negatives],
    );
    // out: ln 4 − (ln 2 + ln 1)/2 = ln(4/√2); in: ln 8/3, smaller by Jensen
    expectClose(onSet("sup-con", { tau: TAU }, [0.5, 0], [0]).value, Math.log(4 / Math.SQRT2), 1e-12);
  });

  it("has sup-con's boundary s_p − s_n = τ(ln L − ln K)", () => {
    const [level] = boundaryAt("sup-con-in", { tau: 0.1 }, 0.2, { K: 1, L: 9 });
    expectClose(level, 0.2 + 0.1 * Math.log(9), 1e-12);
  });
});
