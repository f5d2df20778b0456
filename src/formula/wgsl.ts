import { isArithmetic } from "./primitives/wgsl.ts";
import type { Output, Program, Step } from "./program.ts";

/**
 * The part of a program that depends on both similarities, as WGSL: for each name asked for a function
 * `fn name(place: Place) -> array<f32, n>`. All else is computed elsewhere and read as wide numbers, vec2f(high, low),
 * with `constantOf(place, i)`, `positiveOf(place, i)`, `negativeOf(place, i)`, which the surroundings define together
 * with `Place`; i counts in the lists given here. Parameters appear in the lists alone, so the text is the same for
 * all their values.
 */
export interface CellShader {
  readonly code: string;
  /** Steps that the text reads: numbers of the whole grid, one for each s_p, one for each s_n. */
  readonly constants: readonly number[];
  readonly positive: readonly number[];
  readonly negative: readonly number[];
}

/** Throws an error where the program lacks one of the outputs. */
export function cellShader(
  program: Program,
  functions: Readonly<Record<string, readonly Output[]>>,
): CellShader {
  const read: Reads = { constant: new Map(), positive: new Map(), negative: new Map() };
  const code = Object.entries(functions)
    .map(([name, outputs]) => functionText(program, name, outputs, read))
    .join("\n");
  const [constants, positive, negative] = [read.constant, read.positive, read.negative].map((list) => [
    ...list.keys(),
  ]);
  return { code, constants, positive, negative };
}

/** From a step that is read to its place in its list. */
type Reads = Readonly<Record<Exclude<Step["stage"], "cell">, Map<number, number>>>;

/** A step's number in the text; wide where its digits reach beyond a single float. */
interface Name {
  readonly text: string;
  readonly wide: boolean;
}

function functionText(program: Program, name: string, outputs: readonly Output[], read: Reads): string {
  const { steps } = program;
  const names = new Map<number, Name>();
  const lines: string[] = [];
  const nameOf = (index: number): Name => {
    const known = names.get(index);
    if (known !== undefined) return known;
    const step = steps[index];
    const { text, wide } =
      step.stage === "cell" ? callOf(step, nameOf, steps) : lookUp(read[step.stage], step.stage, index);
    const made = { text: `v${index}`, wide };
    names.set(index, made);
    lines.push(`  let v${index} = ${text};`);
    return made;
  };
  const results = outputs.map((output) => {
    const index = program.outputs[output];
    if (index === undefined) throw new Error(`program without output ${output}`);
    return single(nameOf(index));
  });
  const type = `array<f32, ${outputs.length}>`;
  const head = `fn ${name}(place: Place) -> ${type} {`;
  return [head, ...lines, `  return ${type}(${results.join(", ")});`, "}", ""].join("\n");
}

function lookUp(list: Map<number, number>, stage: string, index: number): Name {
  const at = list.get(index) ?? list.size;
  list.set(index, at);
  return { text: `${stage}Of(place, ${at}u)`, wide: true };
}

const single = ({ text, wide }: Name): string => (wide ? `${text}.x` : text);
const widened = ({ text, wide }: Name): string => (wide ? text : `wide(${text})`);

/**
 * Arithmetic on wide numbers stays wide, so that a sum of a row's and a column's term keeps its digits up to the
 * function that it enters; a function's result is single, and so is all arithmetic after it.
 */
function callOf(step: Step, nameOf: (index: number) => Name, steps: readonly Step[]): Name {
  if (step.kind !== "call") throw new Error(`step of stage cell that is no call: ${step.kind}`);
  const { primitive } = step;
  const exponent = primitive === "power" ? steps[step.args[1]] : undefined;
  if (exponent?.kind === "number" && exponent.value === 2) {
    const base = nameOf(step.args[0]);
    return { text: `multiply${base.wide ? "Wide" : "32"}(${base.text}, ${base.text})`, wide: base.wide };
  }
  const args = step.args.map(nameOf);
  if (!isArithmetic(primitive))
    return { text: `${primitive}Of(${args.map(widened).join(", ")})`, wide: false };
  const conditions = primitive === "select" ? args.slice(0, 1) : [];
  const numbers = args.slice(conditions.length);
  const wide = numbers.every((arg) => arg.wide);
  const texts = [...conditions.map(single), ...numbers.map((arg) => (wide ? arg.text : single(arg)))];
  return { text: `${primitive}${wide ? "Wide" : "32"}(${texts.join(", ")})`, wide };
}
