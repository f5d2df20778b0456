import { describe, expect, it } from "vitest";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { circleLoss } from "../../src/losses/circle.ts";
import { compileLoss } from "../../src/formula/compile.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { CHANNELS, COUNTS, PARAMETERS, programs, numbersAt } from "../plane/tiles/programs.ts";
import { ProgramBuilder } from "./build-program.ts";

const similarity = fc.oneof(between(-1, 1), fc.constantFrom(-1, -0, 0, 1, NaN, Infinity));

describe("bindProgram", () => {
  it("gives what the primitives give one after the other, in whatever order points come", () => {
    fc.assert(
      fc.property(
        programs,
        fc.array(fc.tuple(similarity, similarity), { minLength: 1, maxLength: 6 }),
        (program, points) => {
          const { at } = bindProgram(program, PARAMETERS, COUNTS);
          // each point twice in a row, and one axis kept from point to point
          const visited = points.flatMap(
            ([sp, sn]) =>
              [
                [sp, sn],
                [sp, sn],
                [sp, 0.5],
              ] as const,
          );
          for (const [sp, sn] of visited) {
            const point = at(sp, sn);
            const expected = numbersAt(program, { s_p: sp, s_n: sn, ...COUNTS }, PARAMETERS);
            for (const channel of CHANNELS) {
              const index = program.outputs[channel] ?? -1;
              expect(point[channel]).toBe(expected(index));
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is Circle loss at every point, with open parameters", () => {
    const program = compileLoss(circleLoss, {}, "detached", ["value", "z", "dSp", "dSn"]);
    for (const params of [
      { gamma: 1, margin: 0.25 },
      { gamma: 256, margin: -0.1 },
    ]) {
      const form = circleLoss.plane(params, COUNTS, "detached");
      const { at } = bindProgram(program, params, COUNTS);
      fc.assert(
        fc.property(between(-1, 1), between(-1, 1), (sp, sn) => {
          const [point, expected] = [at(sp, sn), planePoint(form, sp, sn)];
          for (const output of ["value", "z", "dSp", "dSn"] as const)
            expectClose(point[output], expected[output], 1e-12, params.gamma, output);
        }),
      );
    }
  });

  const builder = new ProgramBuilder();
  const product = builder.call("multiply", builder.parameter("gamma"), builder.input("s_p"));
  const program = builder.program({ value: product });

  it("writes the same object anew, NaN where the program has no such output", () => {
    const { at } = bindProgram(program, { gamma: 3 }, COUNTS);
    const first = at(0.5, 0);
    expect(first).toMatchObject({ value: 1.5, z: NaN, dSp: NaN });
    expect(at(1, 0)).toBe(first);
    expect(first.value).toBe(3);
  });

  it("refuses a program whose parameter has no number", () => {
    expect(() => bindProgram(program, { margin: 1 }, COUNTS)).toThrow(
      "program without a number for parameter gamma",
    );
    expect(() => bindProgram(program, Object.create({ gamma: 1 }) as Record<string, number>, COUNTS)).toThrow(
      "program without a number for parameter gamma",
    );
  });
});
