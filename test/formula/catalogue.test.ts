import { describe, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { extremeParams, offeredParams, similarity } from "../losses/arbitraries.ts";
import { NAMES } from "../losses/support.ts";

const CHANNELS = ["value", "z", "dSp", "dSn"] as const;

/** Differences that an extreme makes of rounding: relative to the largest number among the points. */
const AT_EXTREMES = 1e-11;
/** Beside every threshold of the catalogue, and short of s = ±1, where a slope may be infinite and is cut off. */
const POINTS = [-0.997, -0.703, -0.251, 0.003, 0.109, 0.507, 0.813, 0.997];

describe.each(LOSSES.map(({ id }) => id))("the formula of %s, at the ends of its ranges", (id) => {
  const { loss } = namedLoss(id);

  it.each(extremeParams(loss).map((params) => [JSON.stringify(params), params] as const))(
    "%s",
    (_, params) => {
      for (const mode of loss.detaches ? (["attached", "detached"] as const) : (["attached"] as const)) {
        const program = compileLoss(loss, params, mode, CHANNELS);
        const { at } = bindProgram(program, parameterNumbers(loss, params), { K: 2, L: 3 });
        const form = loss.plane(params, { K: 2, L: 3 }, mode);
        const points = POINTS.flatMap((sp) =>
          POINTS.map((sn) => ({ at: { ...at(sp, sn) }, built: planePoint(form, sp, sn) })),
        );
        for (const channel of CHANNELS) {
          const top = Math.max(
            ...points.map(({ built }) => Math.abs(built[channel])).filter(Number.isFinite),
          );
          for (const [i, { at: symbolic, built }] of points.entries())
            expectClose(
              symbolic[channel],
              built[channel],
              AT_EXTREMES,
              Math.max(top, 1e-300),
              `${channel} at point ${i}, ${mode}`,
            );
        }
      }
    },
  );
});

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
