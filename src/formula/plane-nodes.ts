import type { LossFormula } from "../losses/types.ts";
import { isConstant } from "./angles.ts";
import { argsOf, type Builder, type Node } from "./node.ts";
import type { Graph } from "./graph.ts";
import { LINK_VARIABLES, PLANE_VARIABLES, TRANSFORM_VARIABLES } from "./language.ts";
import { parseExpression } from "./parse.ts";

/** A loss over the plane as nodes in `s_p`, `s_n`, K, L and parameters, `detach` still in them. */
export interface PlaneNodes {
  readonly value: Node;
  /** Undefined where the formula has no link and names no z. */
  readonly z: Node | undefined;
  /** The two transforms, whose slopes have the pace ratio where one link drives both sides. */
  readonly transforms?: { readonly positive: Node; readonly negative: Node };
}

/** Reads a loss's texts into a graph. Throws `FormulaError`. */
export function planeNodes(graph: Graph, formula: LossFormula, parameters: readonly string[]): PlaneNodes {
  const read = (text: string, variables: readonly string[], bindings: ReadonlyMap<string, Node>): Node =>
    graph.intern(parseExpression(text, [...parameters, "K", "L", ...variables]), bindings);
  if (formula.coupling === "pointwise") {
    const bindings = new Map(planeBindings(graph));
    const plane = (text: string): Node =>
      read(text, [...PLANE_VARIABLES, ...Object.keys(formula.definitions ?? {})], bindings);
    for (const [name, text] of Object.entries(formula.definitions ?? {})) bindings.set(name, plane(text));
    const value = plane(formula.plane);
    const z = formula.z === undefined ? argumentOfLink(value) : plane(formula.z);
    return { value, z };
  }
  const transform = (side: "positive" | "negative"): Node =>
    read(formula[side], TRANSFORM_VARIABLES, similarityBindings(graph, side === "positive" ? "s_p" : "s_n"));
  const constant = (text: string): Node => read(text, [], new Map());
  const linked = (side: "positive" | "negative", z: Node): Node =>
    read(formula.link[side], LINK_VARIABLES, new Map([["z", z]]));
  const [positive, negative] = [transform("positive"), transform("negative")];
  const offset = { positive: constant(formula.offset.positive), negative: constant(formula.offset.negative) };
  if (formula.coupling === "coupled") {
    const gap = graph.call("subtract", negative, positive);
    const z = graph.call("add", gap, graph.call("add", offset.positive, offset.negative));
    return { value: linked("positive", z), z, transforms: { positive, negative } };
  }
  const zp = graph.call("subtract", offset.positive, positive);
  const zn = graph.call("add", negative, offset.negative);
  const side = (name: "positive" | "negative", z: Node): Node =>
    graph.call("multiply", constant(formula.weight[name]), linked(name, z));
  return {
    value: graph.call("add", side("positive", zp), side("negative", zn)),
    z: graph.call("max", zp, zn),
  };
}

/** What `s`, `theta`, `d` with a suffix stand for. */
export const similarityBindings = (graph: Builder, name: string, suffix = ""): Map<string, Node> => {
  const s = graph.name(name);
  return new Map([
    [`s${suffix}`, s],
    [`theta${suffix}`, graph.call("angle", s)],
    [`d${suffix}`, graph.call("chord", s)],
  ]);
};

/** What the names of a plane formula stand for. */
export const planeBindings = (graph: Builder): Map<string, Node> =>
  new Map([...similarityBindings(graph, "s_p", "_p"), ...similarityBindings(graph, "s_n", "_n")]);

/** x of φ(x) + c or c·φ(x) with φ a softplus or a hinge; of two such terms the larger: both have to be satisfied. */
export function argumentOfLink(node: Node): Node | undefined {
  const linked = argsOf(node, "softplus") ?? argsOf(node, "relu");
  if (linked) return linked[0];
  if (node.kind !== "call") return undefined;
  const [a, b] = node.args;
  switch (node.function) {
    case "multiply":
      return isConstant(a) || a === b ? argumentOfLink(b) : isConstant(b) ? argumentOfLink(a) : undefined;
    case "divide":
    case "power":
      return isConstant(b) ? argumentOfLink(a) : undefined;
    case "add":
      return isConstant(a) ? argumentOfLink(b) : isConstant(b) ? argumentOfLink(a) : undefined;
    default:
      return undefined;
  }
}
