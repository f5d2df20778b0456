import { describe, expect, it } from "vitest";
import type { PrimitiveName } from "../../../src/formula/primitives/table.ts";
import type { Program } from "../../../src/formula/program.ts";
import { loadKernels } from "../../../src/kernels/load.ts";
import type { Kernels } from "../../../src/kernels/kernels.ts";
import { channelOf, type Field } from "../../../src/plane/field.ts";
import { sampleProgram } from "../../../src/plane/tiles/sample-program.ts";
import { ProgramBuilder } from "../../formula/build-program.ts";
import { fc } from "../../numerics/seeded.ts";
import { AXES, cellsOf } from "./axes.ts";
import { definedKernels } from "./kernels.ts";
import { ARITY, CHANNELS, COUNTS, numbersAt, PARAMETERS, programs, programsOf } from "./programs.ts";

const SIZES = [
  [2, 2],
  [1, 3],
  [7, 3],
  [1025, 2],
] as const;
const NAMES = [...(Object.keys(ARITY) as PrimitiveName[]), "softplusAndSigmoid"] as const;

const rounding = (precision: 32 | 64) => (precision === 32 ? Math.fround : (x: number) => x);

/** Compares to the bit with every step of a cell rounded to the kernels' precision; the sign of zero counts. */
function expectEvaluated(field: Field, program: Program): void {
  const rounded = rounding(field.engine.precision);
  cellsOf(field.axes, field.columns, field.rows).forEach(([s_p, s_n], cell) => {
    const numbers = numbersAt(program, { s_p, s_n, ...COUNTS }, PARAMETERS, rounded);
    for (const channel of CHANNELS) {
      const expected = numbers(program.outputs[channel] ?? -1);
      const actual = channelOf(field, channel)[cell];
      if (!Object.is(actual, expected))
        throw new Error(`${channel} at (${s_p}, ${s_n}): expected ${expected}, not ${actual}`);
    }
  });
}

const filled = (program: Program, kernels: Kernels, axes = AXES[0], [columns, rows]: readonly number[]) =>
  sampleProgram(program, PARAMETERS, COUNTS, axes, { columns, rows, channels: CHANNELS, kernels });

describe.each([32, 64] as const)("tiles through kernels of %i bits", (precision) => {
  it("are the evaluation to the bit, whatever kernels there are and however small the arena", () => {
    fc.assert(
      fc.property(
        programs,
        fc.constantFrom(...AXES),
        fc.constantFrom(...SIZES),
        fc.subarray([...NAMES]),
        fc.constantFrom(400, 3000, 100_000),
        (program, axes, size, names, length) => {
          const kernels = definedKernels(precision, names, length);
          const field = filled(program, kernels, axes, size);
          expect(field.engine).toEqual({ name: "formula", precision });
          expectEvaluated(field, program);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("refuse an arena without room for a single block", () => {
    const builder = new ProgramBuilder();
    const value = builder.call("add", builder.input("s_p"), builder.input("s_n"));
    const program = builder.program(Object.fromEntries(CHANNELS.map((channel) => [channel, value])));
    expect(() =>
      filled(program, definedKernels(precision, [], (9 * 128) / precision), AXES[0], [4, 4]),
    ).toThrow("no room for 7 stretches in the kernels' arena");
  });
});

/** Those that are rounded correctly. */
const EXACT = [
  "add", "subtract", "multiply", "divide", "negate", "less", "greaterEqual", "select", "min", "max", "clamp", "sqrt",
  "abs", "sign", "step", "relu",
] as const satisfies readonly PrimitiveName[]; // prettier-ignore

/** Below these sizes the error of a kernel is small only beside them, as `Kernels` says. */
const FLOORS: Readonly<Partial<Record<PrimitiveName, number>>> = {
  sin: 0.25,
  cos: 0.25,
  logSoftplus: 1,
  logAddExp: 1,
};

describe("tiles through the vector kernels", async () => {
  const loaded = await loadKernels();
  if (!loaded) throw new Error("no kernels here, although Node has WebAssembly with SIMD");

  it.each([loaded.single, loaded.double])("are the evaluation to the bit in $precision bits", (kernels) => {
    fc.assert(
      fc.property(
        programsOf(fc.constantFrom(...EXACT)),
        fc.constantFrom(...AXES),
        fc.constantFrom(...SIZES),
        (program, axes, size) => expectEvaluated(filled(program, kernels, axes, size), program),
      ),
      { numRuns: 150 },
    );
  });

  it.each([loaded.single, loaded.double])("are a few units beside it in $precision bits", (kernels) => {
    const rounded = rounding(kernels.precision);
    const unit = kernels.precision === 32 ? 2 ** -24 : 2 ** -53;
    for (const name of Object.keys(ARITY) as PrimitiveName[]) {
      const builder = new ProgramBuilder();
      const [sp, sn] = [builder.input("s_p"), builder.input("s_n")];
      const [sum, half] = [builder.call("add", sp, sn), builder.number(0.5)];
      const scaled = builder.call("multiply", sum, half);
      const operands = [scaled, builder.call("subtract", sp, sn), half].slice(0, ARITY[name]);
      const value = builder.call(name, ...operands);
      const outputs = Object.fromEntries(CHANNELS.map((channel) => [channel, value]));
      const program = builder.program(outputs);
      const field = filled(program, kernels, AXES[0], [37, 23]);
      cellsOf(field.axes, 37, 23).forEach(([s_p, s_n], cell) => {
        const expected = numbersAt(program, { s_p, s_n, ...COUNTS }, PARAMETERS, rounded)(value);
        const actual = channelOf(field, "value")[cell];
        const allowed = 8 * unit * Math.max(Math.abs(expected), FLOORS[name] ?? 0);
        if (Number.isFinite(expected) && Math.abs(actual - expected) <= allowed) return;
        expect(actual, `${name} at (${s_p}, ${s_n})`).toBe(expected);
      });
    }
  });

  it.each([loaded.single, loaded.double])(
    "share the work of softplus and sigmoid in $precision bits",
    (kernels) => {
      const builder = new ProgramBuilder();
      const z = builder.call(
        "multiply",
        builder.parameter("gamma"),
        builder.call("subtract", builder.input("s_n"), builder.input("s_p")),
      );
      const [value, slope] = [builder.call("softplus", z), builder.call("sigmoid", z)];
      const program = builder.program({ value, z, dSn: slope });
      const unit = kernels.precision === 32 ? 2 ** -24 : 2 ** -53;
      const channels = ["value", "z", "dSn"] as const;
      const options = { columns: 301, rows: 11, channels };
      for (const gamma of [1, 30, 1024]) {
        const field = sampleProgram(program, { gamma }, COUNTS, AXES[0], { ...options, kernels });
        cellsOf(field.axes, 301, 11).forEach(([s_p, s_n], cell) => {
          const numbers = numbersAt(program, { s_p, s_n, ...COUNTS }, { gamma }, rounding(kernels.precision));
          for (const [channel, index] of [
            ["value", value],
            ["dSn", slope],
          ] as const) {
            const expected = numbers(index);
            // below the normal numbers the kernels give 0
            const least = kernels.precision === 32 ? 2 ** -126 : 2 ** -1022;
            const allowed = Math.max(10 * unit * expected, least);
            const error = Math.abs(channelOf(field, channel)[cell] - expected);
            expect(error <= allowed, `${channel} at (${s_p}, ${s_n}), gamma ${gamma}: ${error}`).toBe(true);
          }
        });
      }
    },
  );
});
