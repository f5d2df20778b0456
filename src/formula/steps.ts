import type { Node } from "./node.ts";
import type { Input, Output, Program, Stage, Step } from "./program.ts";

const INPUTS: Readonly<Record<string, Stage>> = {
  s_p: "positive",
  s_n: "negative",
  K: "constant",
  L: "constant",
};

/** The nodes that the outputs need as steps, each after those it is computed from. */
export function programOf(outputs: Readonly<Partial<Record<Output, Node>>>): Program {
  const steps: Step[] = [];
  const places = new Map<Node, number>();
  const place = (node: Node): number => {
    const known = places.get(node);
    if (known !== undefined) return known;
    const step = stepOf(node, steps, place);
    places.set(node, steps.length);
    return steps.push(step) - 1;
  };
  const entries = Object.entries(outputs).map(([name, node]) => [name, place(node)] as const);
  return { steps, outputs: Object.fromEntries(entries) };
}

function stepOf(node: Node, steps: readonly Step[], place: (node: Node) => number): Step {
  if (node.kind === "number") return { kind: "number", stage: "constant", value: node.value };
  if (node.kind === "name") {
    return Object.hasOwn(INPUTS, node.name)
      ? { kind: "input", stage: INPUTS[node.name], name: node.name as Input }
      : { kind: "parameter", stage: "constant", name: node.name };
  }
  const args = node.args.map(place);
  const stage = args.map((arg) => steps[arg].stage).reduce(joined);
  return { kind: "call", stage, primitive: node.function, args };
}

const joined = (a: Stage, b: Stage): Stage =>
  a === b || b === "constant" ? a : a === "constant" ? b : "cell";
