import { bindProgram } from "../../formula/evaluate.ts";
import type { Program } from "../../formula/program.ts";
import type { Kernels } from "../../kernels/kernels.ts";
import type { Counts } from "../../losses/types.ts";
import type { Axes } from "../../spec/axes.ts";
import { nodesOf, placed } from "../axis.ts";
import type { Field, Numbers } from "../field.ts";
import type { SampleOptions } from "../sample.ts";
import { kernelRunner } from "./kernel-runner.ts";
import { loopRunner } from "./loop-runner.ts";
import { tabulated } from "./nodes.ts";
import { planTiles } from "./plan.ts";

export interface ProgramOptions extends SampleOptions {
  /** Bits of a number, 64 unless given; kernels have a precision of their own. */
  readonly precision?: 32 | 64;
  /** Vector loops to compute with; plain loops in double precision without them. */
  readonly kernels?: Kernels | undefined;
}

/**
 * Fills a field from a formula's program on the CPU, as `sampleField` does from closed forms. What depends on one
 * axis is computed once a node in double precision; the rest in tiles of a row. Needs the result arrays and a few
 * megabytes at most. Throws an error for a channel that is no output of the program, and for a parameter without a number.
 */
export function sampleProgram(
  program: Program,
  parameters: Readonly<Record<string, number>>,
  counts: Counts,
  axes: Axes,
  { columns, rows, band, channels, reuse, kernels, precision: asked = 64 }: ProgramOptions,
): Field {
  const precision = kernels?.precision ?? asked;
  const bound = bindProgram(program, parameters, counts);
  const { horizontal, vertical } = placed(axes);
  const plan = planTiles(program, channels, horizontal.similarity, canFuse(kernels));
  const across = tabulated(bound, plan.columnSteps, {
    similarity: horizontal.similarity,
    nodes: nodesOf(horizontal, columns),
  });
  const up = tabulated(bound, plan.rowSteps, {
    similarity: vertical.similarity,
    nodes: nodesOf(vertical, band?.of ?? rows, band?.first, rows),
  });
  const results = channels.map((channel) => numbersFor(columns * rows, precision, reuse?.channels[channel]));
  const runner = kernels
    ? kernelRunner(plan, bound.values, across, results, kernels)
    : loopRunner(plan, bound.values, across, results);
  for (let column = 0; column < columns; column += runner.width) {
    runner.begin(column, Math.min(runner.width, columns - column));
    for (let row = 0; row < rows; row++) {
      for (const [step, table] of up) bound.values[step] = table[row];
      runner.fill(row * columns + column);
    }
  }
  const arrays = Object.fromEntries(channels.map((channel, i) => [channel, results[i]]));
  return { axes, columns, rows, band, channels: arrays, engine: { name: "formula", precision } };
}

const canFuse = (kernels: Kernels | undefined): boolean =>
  kernels === undefined || kernels.kernel("softplusAndSigmoid") !== undefined;

/** The old numbers where they fit, else new ones. */
function numbersFor(cells: number, precision: 32 | 64, old: Numbers | undefined): Numbers {
  const Type = precision === 32 ? Float32Array : Float64Array;
  return old instanceof Type && old.length === cells ? old : new Type(cells);
}
