import { attached } from "../../../src/formula/derive.ts";
import { bindProgram } from "../../../src/formula/evaluate.ts";
import { Graph } from "../../../src/formula/graph.ts";
import type { Node } from "../../../src/formula/node.ts";
import { parseExpression } from "../../../src/formula/parse.ts";
import { planeBindings } from "../../../src/formula/plane-nodes.ts";
import { programOf } from "../../../src/formula/steps.ts";
import { COUNTS, NAMES, PARAMETERS } from "./oracle.ts";

export const newGraph = (): Graph => new Graph(new Set(["K", "L", "gamma"]));

/** The node of a text on the plane. */
export const nodeOf = (graph: Graph, text: string): Node =>
  graph.intern(parseExpression(text, NAMES), planeBindings(graph));

/** A node's value at a point, by the interpreter of programs. */
export function numberOf(graph: Graph, node: Node): (sp: number, sn: number) => number {
  const bound = bindProgram(programOf({ value: attached(graph, node) }), PARAMETERS, COUNTS);
  return (sp, sn) => bound.at(sp, sn).value;
}

/** A node as text, `name(arguments)`, for a look at its form. */
export const shape = (node: Node): string =>
  node.kind === "number"
    ? String(node.value)
    : node.kind === "name"
      ? node.name
      : `${node.function}(${node.args.map(shape).join(", ")})`;

/** Nodes that a program of these needs, each once. */
export function stepsOf(nodes: readonly Node[]): number {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "call") node.args.forEach(visit);
  };
  nodes.forEach(visit);
  return seen.size;
}
