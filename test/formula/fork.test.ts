import { describe, expect, it } from "vitest";
import { forkedText } from "../../src/formula/fork.ts";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { offeredParams, similarity } from "../losses/arbitraries.ts";
import { NAMES } from "../losses/support.ts";

const CHANNELS = ["value", "z", "dSp", "dSn"] as const;
const SET = { positives: [0.9, 0.55, 0.2], negatives: [0.6, 0.1, -0.4, 0.3] };

describe.each(NAMES)("%s, forked", (name) => {
  const { loss, params: usual, gradient } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};

  it("is the same loss on the plane", () => {
    fc.assert(
      fc.property(
        offeredParams(loss, fixed),
        fc.constantFrom({ K: 1, L: 1 }, { K: 4, L: 16 }),
        similarity,
        similarity,
        (params, counts, sp, sn) => {
          const text = forkedText(loss, params, gradient);
          const typed = typedLoss(text);
          const forked = planePoint(typed.plane({}, counts), sp, sn);
          const built = planePoint(loss.plane(params, counts, gradient), sp, sn);
          for (const channel of CHANNELS)
            expectClose(
              forked[channel],
              built[channel],
              1e-10,
              1e-3,
              `${channel} at (${sp}, ${sn}) of ${text}`,
            );
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is the same on a set, where its two sides are transforms", () => {
    const text = forkedText(loss, usual, gradient);
    const formula = loss.formula(usual);
    if (text === undefined || formula.coupling === "pointwise")
      return expect(text === undefined || loss.text === undefined).toBe(true);
    const forked = typedLoss(text).evaluate(SET);
    const built = loss.evaluate(SET, usual, gradient);
    expectClose(forked.value, built.value, 1e-11, 1, "value");
    built.positives.forEach((slope, i) => expectClose(forked.positives[i], slope, 1e-11, 1, `∂p ${i}`));
    built.negatives.forEach((slope, j) => expectClose(forked.negatives[j], slope, 1e-11, 1, `∂n ${j}`));
  });
});
