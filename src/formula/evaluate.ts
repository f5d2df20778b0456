import type { Counts } from "../losses/types.ts";
import { PRIMITIVES } from "./primitives/table.ts";
import type { Input, Output, Program, Step } from "./program.ts";

/** A program with its numbers put in, one point at a time, in double precision. */
export interface BoundProgram {
  /** The number of every step at the latest point: written by `constants` at once, by the others when called. */
  readonly values: Float64Array;
  /** Computes the steps that depend on s_p alone. */
  readonly setPositive: (sp: number) => void;
  /** Computes the steps that depend on s_n alone. */
  readonly setNegative: (sn: number) => void;
  /**
   * The outputs at a point; NaN for one that the program lacks. The same object every time, written anew; what depends
   * on one similarity is computed only when that similarity has changed.
   */
  readonly at: (sp: number, sn: number) => Readonly<Record<Output, number>>;
}

/** Binds the numbers of parameters and counts. Throws an error for a parameter of the program that has no number. */
export function bindProgram(
  program: Program,
  parameters: Readonly<Record<string, number>>,
  counts: Counts,
): BoundProgram {
  const { steps } = program;
  const values = new Float64Array(steps.length);
  const inputs: Record<Input, number> = { s_p: NaN, s_n: NaN, K: counts.K, L: counts.L };
  steps.forEach((step, index) => {
    if (step.kind === "number") values[index] = step.value;
    else if (step.kind === "parameter") values[index] = parameterOf(parameters, step.name);
    else if (step.kind === "input") values[index] = inputs[step.name];
  });
  callsOf(steps, values, "constant")();
  const ofPositive = callsOf(steps, values, "positive");
  const ofNegative = callsOf(steps, values, "negative");
  const ofCell = callsOf(steps, values, "cell");
  const positives = inputsNamed(steps, "s_p");
  const negatives = inputsNamed(steps, "s_n");

  const setPositive = (sp: number): void => {
    for (const index of positives) values[index] = sp;
    ofPositive();
  };
  const setNegative = (sn: number): void => {
    for (const index of negatives) values[index] = sn;
    ofNegative();
  };
  // numbers that a closure keeps are boxed anew each time; those of an array are not
  const latest = new Float64Array([NaN, NaN]);
  setPositive(NaN);
  setNegative(NaN);
  const point: Record<Output, number> = {
    value: NaN,
    logValue: NaN,
    z: NaN,
    dSp: NaN,
    dSn: NaN,
    paceRatio: NaN,
    curl: NaN,
    curvature: NaN,
  };
  const outputs = Object.entries(program.outputs) as [Output, number][];
  const at = (sp: number, sn: number): Readonly<Record<Output, number>> => {
    if (!Object.is(latest[0], sp)) setPositive((latest[0] = sp));
    if (!Object.is(latest[1], sn)) setNegative((latest[1] = sn));
    ofCell();
    for (const [name, index] of outputs) point[name] = values[index];
    return point;
  };
  return { values, setPositive, setNegative, at };
}

function parameterOf(parameters: Readonly<Record<string, number>>, name: string): number {
  if (!Object.hasOwn(parameters, name)) throw new Error(`program without a number for parameter ${name}`);
  return parameters[name];
}

const inputsNamed = (steps: readonly Step[], name: Input): readonly number[] =>
  steps.flatMap((step, index) => (step.kind === "input" && step.name === name ? [index] : []));

/** Runs the calls of one stage in their order. */
function callsOf(steps: readonly Step[], values: Float64Array, stage: Step["stage"]): () => void {
  const calls = steps.flatMap((step, index) => {
    if (step.kind !== "call" || step.stage !== stage) return [];
    const [a, b = a, c = a] = step.args;
    const apply: (a: number, b: number, c: number) => number = PRIMITIVES[step.primitive];
    return [{ apply, index, a, b, c }];
  });
  return () => {
    for (const { apply, index, a, b, c } of calls) values[index] = apply(values[a], values[b], values[c]);
  };
}
