import type fcTypes from "fast-check";
import { type PrimitiveName, PRIMITIVES } from "../../../src/formula/primitives/table.ts";
import type { Input, Program, Step } from "../../../src/formula/program.ts";
import type { Counts } from "../../../src/losses/types.ts";
import { type Channel } from "../../../src/plane/field.ts";
import { ProgramBuilder } from "../../formula/build-program.ts";
import { fc } from "../../numerics/seeded.ts";

export const CHANNELS: readonly Channel[] = ["value", "logValue", "z", "dSp", "dSn", "paceRatio"];

/** How many operands each primitive has; `detach` never occurs in a program. */
export const ARITY = Object.fromEntries(
  Object.entries(PRIMITIVES).flatMap(([name, { length }]) => (name === "detach" ? [] : [[name, length]])),
) as Readonly<Record<PrimitiveName, number>>;

export const PARAMETERS = { gamma: 3.5, margin: 0.25 };
export const COUNTS: Counts = { K: 2, L: 5 };

const NUMBERS = [0, -0, 1, 2, -1.5, 40, -800, 1e-9, 1e300];

const ALL = Object.keys(ARITY) as PrimitiveName[];
/** Those of most formulas, of which numbers come out that are neither infinite nor NaN. */
const USUAL = ["add", "subtract", "multiply", "relu", "softplus", "sigmoid", "max", "sin", "angle"] as const;

/**
 * Legal programs of any primitives in any order, most of them with steps of every stage. An operand is one of the two
 * similarities, of the last steps or of all; an output is one of the last steps. `twins`: some of softplus and sigmoid alike.
 */
export const programsOf = (
  primitives: fcTypes.Arbitrary<PrimitiveName>,
  twins = false,
): fcTypes.Arbitrary<Program> =>
  fc
    .record({
      numbers: fc.array(fc.constantFrom(...NUMBERS), { maxLength: 3 }),
      calls: fc.array(
        fc.record({
          primitive: primitives,
          picks: fc.array(fc.record({ from: fc.nat(9), pick: fc.nat(99) }), { minLength: 3, maxLength: 3 }),
        }),
        { minLength: 6, maxLength: 40, size: "max" },
      ),
      wanted: fc.array(fc.nat(9), { minLength: CHANNELS.length, maxLength: CHANNELS.length }),
    })
    .map(({ numbers, calls, wanted }) => {
      const builder = new ProgramBuilder();
      const inputs = (["s_p", "s_n"] as const).map((name) => builder.input(name));
      for (const name of ["K", "L"] as const) builder.input(name);
      for (const name of Object.keys(PARAMETERS)) builder.parameter(name);
      for (const value of numbers) builder.number(value);
      let last = builder.call("subtract", inputs[1], inputs[0]);
      for (const { primitive, picks } of calls) {
        const args = picks.slice(0, ARITY[primitive]).map(({ from, pick }) => {
          if (from < 6) return last - (pick % 5);
          return from < 8 ? inputs[pick % 2] : pick % (last + 1);
        });
        last = builder.call(primitive, ...args);
        // what a value and a gradient share
        if (twins && last % 16 === 0) {
          const both = [builder.call("sigmoid", last), builder.call("softplus", last)] as const;
          last = builder.call("subtract", ...both);
        }
      }
      return builder.program(Object.fromEntries(CHANNELS.map((channel, i) => [channel, last - wanted[i]])));
    });

export const programs = programsOf(fc.oneof(fc.constantFrom(...ALL), fc.constantFrom(...USUAL)), true);

/**
 * Every step's number by the definition of the primitives, written as a recursion over the steps. `rounded` is what becomes
 * of every number of a cell, and of whatever else a cell reads.
 */
export function numbersAt(
  { steps }: Program,
  inputs: Readonly<Record<Input, number>>,
  parameters: Readonly<Record<string, number>>,
  rounded: (x: number) => number = (x) => x,
): (index: number) => number {
  const done = new Map<number, number>();
  const called = (step: Extract<Step, { kind: "call" }>): number => {
    const apply = PRIMITIVES[step.primitive] as (a: number, b?: number, c?: number) => number;
    if (step.stage !== "cell") {
      const [a, b, c] = step.args.map(visit);
      return apply(a, b, c);
    }
    const [a, b, c] = step.args.map((arg) => rounded(visit(arg)));
    return rounded(apply(a, b, c));
  };
  const visit = (at: number): number => {
    const known = done.get(at);
    if (known !== undefined) return known;
    const step = steps[at];
    let value: number;
    if (step.kind === "number") value = step.value;
    else if (step.kind === "parameter") value = parameters[step.name];
    else if (step.kind === "input") value = inputs[step.name];
    else value = called(step);
    done.set(at, value);
    return value;
  };
  return (index) => rounded(visit(index));
}
