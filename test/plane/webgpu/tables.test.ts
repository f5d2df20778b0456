import { describe, expect, it } from "vitest";
import { cellShader } from "../../../src/formula/wgsl.ts";
import { gridNodes, packTables, tableLength } from "../../../src/plane/webgpu/tables.ts";
import type { Axes } from "../../../src/spec/axes.ts";
import { ProgramBuilder } from "../../formula/build-program.ts";

const AXES: Axes = {
  negative: { unit: "cosine", range: [0, 1] },
  positive: { unit: "degrees", range: [0, 180] },
  horizontal: "negative",
};

describe("tables of a program", () => {
  it("hold constants, then s_p, then s_n, as high and low floats, set after set", () => {
    const build = new ProgramBuilder();
    const gamma = build.parameter("gamma");
    const positive = build.call("exp", build.input("s_p"));
    const negative = build.call("multiply", build.number(3), build.input("s_n"));
    const sum = build.call("add", positive, negative);
    const program = build.program({ value: build.call("multiply", gamma, sum) });
    const shader = cellShader(program, { cell: ["value"] });
    const nodes = gridNodes(AXES, 2, 3);
    expect(tableLength(shader, nodes)).toBe(1 + 3 + 2);
    const counts = { K: 1, L: 1 };
    const sets = [0.1, 1e-3].map((value) => ({ parameters: { gamma: value }, counts }));
    const packed = packTables(program, shader, sets, nodes);
    const wide = Array.from({ length: 12 }, (_, i) => packed[2 * i] + packed[2 * i + 1]);
    const exact = [0.1, Math.E, 1, Math.exp(-1), 0, 3, 1e-3, Math.E, 1, Math.exp(-1), 0, 3];
    wide.forEach((x, i) => expect(Math.abs(x - exact[i])).toBeLessThanOrEqual(2 ** -48 * exact[i]));
    for (let i = 0; i < 12; i++) expect(packed[2 * i]).toBe(Math.fround(exact[i]));
  });

  it("stand finite numbers in for what is not", () => {
    const build = new ProgramBuilder();
    const logarithm = build.call("log", build.input("s_n"));
    const root = build.call("sqrt", build.call("negate", build.input("s_p")));
    const program = build.program({ value: build.call("add", logarithm, root) });
    const shader = cellShader(program, { cell: ["value"] });
    const packed = packTables(
      program,
      shader,
      [{ parameters: {}, counts: { K: 1, L: 1 } }],
      gridNodes(AXES, 2, 3),
    );
    expect(packed.every(Number.isFinite)).toBe(true);
    const read = Array.from({ length: 5 }, (_, i) => packed[2 * i]);
    expect(read[0]).toBe(Math.fround(3e38));
    expect(read[3]).toBe(Math.fround(-1.5e38));
    expect(read[2]).toBe(1);
    expect(read[4]).toBe(0);
  });
});
