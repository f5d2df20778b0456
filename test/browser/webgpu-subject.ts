import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import type { Output } from "../../src/formula/program.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { ONE } from "../losses/support.ts";

export const AXES: Axes = {
  negative: { unit: "cosine", range: [-0.2, 1] },
  positive: { unit: "cosine", range: [0, 1] },
  horizontal: "negative",
};
const OUTPUTS: readonly Output[] = ["value", "z", "dSp", "dSn"];
export const CHANNELS = ["value", "dSp", "dSn"] as const;

/** A loss's program and numbers, and the same in closed form. */
export function subject(name: string, given: Params = {}) {
  const { loss, params, gradient } = namedLoss(name, given);
  const program = compileLoss(loss, params, gradient, OUTPUTS);
  return {
    program,
    parameters: parameterNumbers(loss, params),
    counts: ONE,
    form: loss.plane(params, ONE, gradient),
  };
}
