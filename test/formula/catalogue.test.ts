import { describe, expect, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { offeredParams, similarity } from "../losses/arbitraries.ts";
import { NAMES } from "../losses/support.ts";

const SETS_ONLY = ["fast-ap", "histogram"];
const CHANNELS = ["value", "z", "dSp", "dSn"] as const;

describe.each(NAMES)("the formula of %s", (name) => {
  const { loss } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};
  const modes: readonly GradientMode[] = loss.detaches ? ["attached", "detached"] : ["attached"];

  it.each(modes)("differentiates to the analytic gradient, %s", (mode) => {
    fc.assert(
      fc.property(
        offeredParams(loss, fixed),
        fc.constantFrom({ K: 1, L: 1 }, { K: 3, L: 5 }),
        similarity,
        similarity,
        (params, counts, sp, sn) => {
          const program = compileLoss(loss, params, mode, CHANNELS);
          if (program === undefined) {
            expect(SETS_ONLY).toContain(loss.id);
            return;
          }
          const symbolic = bindProgram(program, parameterNumbers(loss, params), counts).at(sp, sn);
          const analytic = planePoint(loss.plane(params, counts, mode), sp, sn);
          for (const channel of CHANNELS) {
            const where = `${channel} at (${sp}, ${sn}) of ${JSON.stringify({ ...params, ...counts })}`;
            expectClose(symbolic[channel], analytic[channel], 1e-10, 1e-3, where);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
