import { bindProgram } from "../../formula/evaluate.ts";
import type { Program } from "../../formula/program.ts";
import type { CellShader } from "../../formula/wgsl.ts";
import type { Counts } from "../../losses/types.ts";
import type { Axes, Similarity } from "../../spec/axes.ts";
import { nodesOf, placed } from "../axis.ts";
import type { Band } from "../field.ts";
import { GpuUnavailable } from "./unavailable.ts";

/** Numbers for a program's open parameters and for the sizes of the set. */
export interface ParameterSet {
  readonly parameters: Readonly<Record<string, number>>;
  readonly counts: Counts;
}

/** The nodes of a grid by similarity, and which of the two runs to the right. */
export interface GridNodes {
  readonly positive: Float64Array;
  readonly negative: Float64Array;
  readonly horizontal: Similarity;
}

export function gridNodes(axes: Axes, columns: number, rows: number, band?: Band): GridNodes {
  const { horizontal, vertical } = placed(axes);
  const across = nodesOf(horizontal, columns);
  const up = nodesOf(vertical, band?.of ?? rows, band?.first, rows);
  return horizontal.similarity === "positive"
    ? { positive: across, negative: up, horizontal: "positive" }
    : { positive: up, negative: across, horizontal: "negative" };
}

/** Wide numbers that one set takes: its constants, then one table after the other. */
export const tableLength = (shader: CellShader, nodes: GridNodes): number =>
  shader.constants.length +
  shader.positive.length * nodes.positive.length +
  shader.negative.length * nodes.negative.length;

/** Throws `GpuUnavailable` where tables of this many wide numbers do not fit into one binding. */
export function checkTableSize(
  { maxStorageBufferBindingSize, maxBufferSize }: GPUSupportedLimits,
  length: number,
): void {
  const most = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  if (8 * length > most)
    throw new GpuUnavailable("memory", `tables of ${8 * length} bytes; the GPU binds at most ${most}`);
}

/**
 * What a shader reads for each set of parameters, as pairs of floats (high, low): everything that depends on one
 * similarity or none, computed in double precision.
 */
export function packTables(
  program: Program,
  shader: CellShader,
  sets: readonly ParameterSet[],
  nodes: GridNodes,
): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(2 * Math.max(1, sets.length * tableLength(shader, nodes)));
  let at = 0;
  for (const { parameters, counts } of sets) {
    const { values, setPositive, setNegative } = bindProgram(program, parameters, counts);
    for (const step of shader.constants) writeWide(packed, at++, values[step]);
    at = writeTables(packed, at, shader.positive, nodes.positive, setPositive, values);
    at = writeTables(packed, at, shader.negative, nodes.negative, setNegative, values);
  }
  return packed;
}

function writeTables(
  packed: Float32Array,
  at: number,
  steps: readonly number[],
  nodes: Float64Array,
  set: (s: number) => void,
  values: Float64Array,
): number {
  if (steps.length === 0) return at;
  nodes.forEach((s, node) => {
    set(s);
    steps.forEach((step, table) => writeWide(packed, at + table * nodes.length + node, values[step]));
  });
  return at + steps.length * nodes.length;
}

/** As src/formula/primitives/wgsl-arithmetic.ts has them: ±1.5e38 for what is too large, 3e38 for NaN. */
function writeWide(packed: Float32Array, at: number, x: number): void {
  const isPlain = Math.abs(x) <= 1e38;
  const high = isPlain ? Math.fround(x) : Number.isNaN(x) ? 3e38 : Math.sign(x) * 1.5e38;
  packed[2 * at] = high;
  packed[2 * at + 1] = isPlain ? x - high : 0;
}
