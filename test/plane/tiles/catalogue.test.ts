import { describe, expect, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../../src/formula/compile.ts";
import { loadKernels } from "../../../src/kernels/load.ts";
import { namedLoss } from "../../../src/losses/lookup.ts";
import type { GradientMode } from "../../../src/losses/types.ts";
import { type Channel, channelOf, type Field } from "../../../src/plane/field.ts";
import { coordinateOf } from "../../../src/plane/axis.ts";
import { sampleField } from "../../../src/plane/sample.ts";
import { sampleProgram } from "../../../src/plane/tiles/sample-program.ts";
import { offeredParams } from "../../losses/arbitraries.ts";
import { NAMES } from "../../losses/support.ts";
import { fc } from "../../numerics/seeded.ts";
import { type Axes, type Unit, UNITS } from "../../../src/spec/axes.ts";
import { AXES } from "./axes.ts";

const CHANNELS: readonly Channel[] = ["value", "z", "dSp", "dSn"];
const SIZE = { columns: 31, rows: 17, channels: CHANNELS };

const kernels = await loadKernels();
if (!kernels) throw new Error("no kernels here, although Node has WebAssembly with SIMD");

const innerRange = (unit: Unit, from: number, to: number) =>
  [coordinateOf(unit, from), coordinateOf(unit, to)] as const;

/**
 * Away from s = ±1, where angle and chord have infinite slopes, so that a partial there is made of rounding; and nodes
 * that meet no kink.
 */
const INNER: readonly Axes[] = AXES.map(({ horizontal }, i) => ({
  horizontal,
  negative: { unit: UNITS[i % 4], range: innerRange(UNITS[i % 4], -0.951, 0.937) },
  positive: { unit: UNITS[(i + 1) % 4], range: innerRange(UNITS[(i + 1) % 4], 0.943, -0.917) },
}));

/** Within `tolerance` of the largest value; infinite and missing numbers at the same cells. */
function expectAlike(
  actual: Field,
  expected: Field,
  channels: readonly Channel[],
  tolerance: number,
  what: string,
): void {
  for (const channel of channels) {
    const [found, wanted] = [channelOf(actual, channel), channelOf(expected, channel)];
    // a field of nothing but tiny numbers is the rounding of larger ones
    let largest = 1e-3;
    for (const x of wanted) if (Number.isFinite(x)) largest = Math.max(largest, Math.abs(x));
    wanted.forEach((x, cell) => {
      const same = Object.is(found[cell] + 0, x + 0) || Math.abs(found[cell] - x) <= tolerance * largest;
      if (!same)
        expect.fail(`${channel} of ${what}, cell ${cell}: ${found[cell]}, not ${x}; largest ${largest}`);
    });
  }
}

describe.each(NAMES)("tiles of the formula of %s", (name) => {
  const { loss, params: usual } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};
  const modes: readonly GradientMode[] = loss.detaches ? ["attached", "detached"] : ["attached"];

  it("are the field of the closed forms", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(usual), offeredParams(loss, fixed)),
        fc.constantFrom({ K: 1, L: 1 }, { K: 3, L: 5 }),
        fc.constantFrom(...AXES),
        fc.constantFrom(...INNER),
        fc.constantFrom(...modes),
        (params, counts, whole, inner, mode) => {
          const program = compileLoss(loss, params, mode, CHANNELS);
          const numbers = parameterNumbers(loss, params);
          for (const [axes, channels] of [
            [whole, ["value", "z"]],
            [inner, CHANNELS],
          ] as const) {
            const expected = sampleField(loss.plane(params, counts, mode), axes, SIZE);
            const what = JSON.stringify({ ...params, ...counts, mode, axes });
            const plain = sampleProgram(program, numbers, counts, axes, SIZE);
            expectAlike(plain, expected, channels, 1e-12, what);
            const vectors = sampleProgram(program, numbers, counts, axes, {
              ...SIZE,
              kernels: kernels.double,
            });
            expectAlike(vectors, expected, channels, 1e-12, `vectors, ${what}`);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
