import { describe, expect, it } from "vitest";
import { bindProgram } from "../../../src/formula/evaluate.ts";
import { type PrimitiveName, PRIMITIVES } from "../../../src/formula/primitives/table.ts";
import type { Program } from "../../../src/formula/program.ts";
import { type Channel, channelOf, type Field } from "../../../src/plane/field.ts";
import { sampleProgram } from "../../../src/plane/tiles/sample-program.ts";
import type { Axes } from "../../../src/spec/axes.ts";
import { ProgramBuilder } from "../../formula/build-program.ts";
import { fc } from "../../numerics/seeded.ts";
import { AXES, cellsOf } from "./axes.ts";
import { ARITY, CHANNELS, COUNTS, PARAMETERS, programs } from "./programs.ts";

const UNIT = { unit: "cosine", range: [0, 1] } as const;
const PLAIN: Axes = { negative: UNIT, positive: UNIT, horizontal: "negative" };
/** Around one tile of 1024, and more than two of them. */
const SIZES = [
  [2, 2],
  [1, 4],
  [5, 1],
  [7, 3],
  [1023, 2],
  [1024, 2],
  [1025, 3],
  [2500, 2],
] as const;

/** Compares to the bit, NaN with NaN and the sign of zero included. */
function expectEvaluated(field: Field, program: Program, channels: readonly Channel[]): void {
  const { at } = bindProgram(program, PARAMETERS, COUNTS);
  cellsOf(field.axes, field.columns, field.rows).forEach(([sp, sn], cell) => {
    const point = at(sp, sn);
    for (const channel of channels) {
      const actual = channelOf(field, channel)[cell];
      if (!Object.is(actual, point[channel]))
        throw new Error(`${channel} at (${sp}, ${sn}): expected ${point[channel]}, not ${actual}`);
    }
  });
}

describe("sampleProgram", () => {
  it("is the evaluation at every node, to the bit, for any program, axes and size", () => {
    fc.assert(
      fc.property(
        programs,
        fc.constantFrom(...AXES),
        fc.constantFrom(...SIZES),
        fc.subarray([...CHANNELS], { minLength: 1 }),
        (program, axes, [columns, rows], channels) => {
          const field = sampleProgram(program, PARAMETERS, COUNTS, axes, { columns, rows, channels });
          expect(Object.keys(field.channels)).toEqual(channels);
          expectEvaluated(field, program, channels);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(Object.keys(ARITY) as PrimitiveName[])(
    "computes %s of every kind of operand as its function",
    (name) => {
      // ±∞, NaN and ±0 are among the operands of every form
      const forms = Array.from({ length: 3 ** ARITY[name] }, (_, code) =>
        Array.from({ length: ARITY[name] }, (__, i) => Math.floor(code / 3 ** i) % 3),
      );
      for (const form of forms) {
        for (const values of [
          [0, -0, 1, NaN, 2],
          [Infinity, -Infinity, -1, 0.3, 800],
        ]) {
          const builder = new ProgramBuilder();
          const [sp, sn] = [builder.input("s_p"), builder.input("s_n")];
          // cells: (s_n + s_p·0) times a number that overflows or is none
          const cell = builder.call("add", builder.call("multiply", sp, builder.number(0)), sn);
          const numbers = values.map((value) => builder.number(value));
          for (const value of numbers) {
            const special = builder.call("multiply", cell, value);
            const operands = [special, builder.call("subtract", sp, sn), value];
            const result = builder.call(name, ...form.map((kind) => operands[kind]));
            const both = builder.call("add", cell, result);
            const program = builder.program({ value: result, z: both });
            const field = sampleProgram(program, PARAMETERS, COUNTS, AXES[0], {
              columns: 9,
              rows: 5,
              channels: ["value", "z"],
            });
            expectEvaluated(field, program, ["value", "z"]);
          }
        }
      }
      expect(PRIMITIVES[name].length).toBe(ARITY[name]);
    },
  );

  const builder = new ProgramBuilder();
  const difference = builder.call("subtract", builder.input("s_n"), builder.input("s_p"));
  const z = builder.call("multiply", builder.parameter("gamma"), difference);
  const [value, slope] = [builder.call("softplus", z), builder.call("sigmoid", z)];
  const program = builder.program({ value, z, dSp: builder.call("negate", slope), dSn: slope });
  const channels = ["value", "z", "dSp", "dSn"] as const;
  const options = { columns: 33, rows: 20, channels };

  it("says what filled the field", () => {
    expect(sampleProgram(program, PARAMETERS, COUNTS, PLAIN, options)).toMatchObject({
      axes: PLAIN,
      columns: 33,
      rows: 20,
      engine: { name: "formula", precision: 64 },
    });
  });

  it("rounds to single precision once, at the end", () => {
    const double = sampleProgram(program, PARAMETERS, COUNTS, PLAIN, options);
    const single = sampleProgram(program, PARAMETERS, COUNTS, PLAIN, { ...options, precision: 32 });
    expect(single.engine.precision).toBe(32);
    for (const channel of channels)
      expect(channelOf(single, channel)).toEqual(Float32Array.from(channelOf(double, channel)));
  });

  it.each([32, 64] as const)(
    "uses memory of %i bits again where it fits, with the same numbers",
    (precision) => {
      const other = ({ 32: 64, 64: 32 } as const)[precision];
      const given = { ...options, precision };
      const fresh = sampleProgram(program, { gamma: 8 }, COUNTS, PLAIN, given);
      const old = sampleProgram(program, PARAMETERS, COUNTS, PLAIN, given);
      const reused = sampleProgram(program, { gamma: 8 }, COUNTS, PLAIN, { ...given, reuse: old });
      for (const channel of channels) {
        expect(channelOf(reused, channel)).toBe(channelOf(old, channel));
        expect(channelOf(reused, channel)).toEqual(channelOf(fresh, channel));
      }
      for (const unfit of [
        { ...options, precision: other },
        { ...given, rows: 21 },
      ]) {
        const from = sampleProgram(program, PARAMETERS, COUNTS, PLAIN, unfit);
        const field = sampleProgram(program, PARAMETERS, COUNTS, PLAIN, { ...given, reuse: from });
        for (const channel of channels) expect(channelOf(field, channel)).not.toBe(channelOf(from, channel));
      }
    },
  );

  it("fills some rows of a grid as the whole grid has them", () => {
    const whole = sampleProgram(program, PARAMETERS, COUNTS, AXES[3], options);
    for (const [first, rows] of [
      [0, 3],
      [7, 12],
      [19, 1],
    ]) {
      const band = { first, of: options.rows };
      const part = sampleProgram(program, PARAMETERS, COUNTS, AXES[3], { ...options, rows, band });
      expect(part.band).toEqual(band);
      for (const channel of channels)
        expect(channelOf(part, channel)).toEqual(
          channelOf(whole, channel).slice(first * 33, (first + rows) * 33),
        );
    }
  });

  it("needs little more memory than its results", () => {
    const used = (): number => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const large = { columns: 8192, rows: 64, channels };
    const reuse = sampleProgram(program, PARAMETERS, COUNTS, PLAIN, large);
    const before = used();
    sampleProgram(program, PARAMETERS, COUNTS, PLAIN, { ...large, reuse });
    // results alone would be 16.8 MB
    expect(used() - before).toBeLessThan(4 * 2 ** 20);
  });

  it("refuses a channel that is no output", () => {
    expect(() =>
      sampleProgram(program, PARAMETERS, COUNTS, PLAIN, { ...options, channels: ["logValue"] }),
    ).toThrow("program without output logValue; compile it with this output");
  });
});
