import { completeParams, type Params } from "../losses/params.ts";
import type { GradientMode, Loss, LossFormula } from "../losses/types.ts";
import { attached, derivative } from "./derive.ts";
import { Graph } from "./graph.ts";
import { logarithm } from "./logarithm.ts";
import { positiveNames } from "./loss-graph.ts";
import type { Node } from "./node.ts";
import { planeNodes, type PlaneNodes } from "./plane-nodes.ts";
import type { Output, Program } from "./program.ts";
import { programOf } from "./steps.ts";

const MOST_KEPT = 128;
const kept = new Map<string, Program>();

/**
 * The program of a loss from its formula, as value, margin term, both partials …; the same object for the same
 * formula, whatever its numbers are. Throws `FormulaError`.
 */
export function compileLoss(
  loss: Loss,
  params: Params,
  gradient: GradientMode,
  outputs: readonly Output[],
): Program {
  const formula = loss.formula(params);
  const positive = positiveNames(loss);
  const parameters = Object.keys(loss.params);
  const key = JSON.stringify([formula, gradient, outputs, parameters, [...positive]]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  const program = compileFormula(formula, parameters, positive, gradient, outputs);
  kept.set(key, program);
  return program;
}

/** The numbers that a program needs: the numeric ones of complete parameters. */
export const numbersIn = (params: Params): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([id, value]) => (typeof value === "number" ? [[id, value]] : [])),
  );

/** The numbers of a program of this loss: its numeric parameters, complete and checked. */
export const parameterNumbers = (loss: Loss, params: Params): Readonly<Record<string, number>> =>
  numbersIn(completeParams(loss.params, params));

function compileFormula(
  formula: LossFormula,
  parameters: readonly string[],
  positive: ReadonlySet<string>,
  gradient: GradientMode,
  outputs: readonly Output[],
): Program {
  const graph = new Graph(positive);
  const nodes = planeNodes(graph, formula, parameters);
  const made = outputNodes(graph, nodes, gradient);
  return programOf(Object.fromEntries(outputs.map((output) => [output, made(output)])));
}

/** (a + c)/2 + √(((a − c)/2)² + b²) of the Hessian (a b; b c) of a value over the plane. */
function largestEigenvalue(graph: Graph, value: Node): Node {
  const second = (one: string, other: string): Node =>
    derivative(graph, derivative(graph, value, one), other);
  const half = (node: Node): Node => graph.call("divide", node, graph.number(2));
  const squared = (node: Node): Node => graph.call("multiply", node, node);
  const [a, b, c] = [second("s_p", "s_p"), second("s_p", "s_n"), second("s_n", "s_n")];
  const apart = half(graph.call("subtract", a, c));
  const reach = graph.call("sqrt", graph.call("add", squared(apart), squared(b)));
  return graph.call("add", half(graph.call("add", a, c)), reach);
}

/** Every output of a loss as a node without `detach`. */
export function outputNodes(graph: Graph, { value, z, transforms }: PlaneNodes, gradient: GradientMode) {
  const plain = attached(graph, value);
  const source = gradient === "attached" ? plain : value;
  const slope = (node: Node, name: string): Node => attached(graph, derivative(graph, node, name));
  const field = (name: "s_p" | "s_n"): Node => slope(source, name);
  return (output: Output): Node => {
    switch (output) {
      case "value":
        return plain;
      case "logValue":
        return logarithm(graph, plain);
      case "z":
        return z === undefined ? graph.raw("log", [graph.number(-1)]) : attached(graph, z);
      case "dSp":
        return field("s_p");
      case "dSn":
        return field("s_n");
      case "paceRatio": {
        const follow = (node: Node): Node => (gradient === "attached" ? attached(graph, node) : node);
        const [p, n] = transforms
          ? [slope(follow(transforms.positive), "s_p"), slope(follow(transforms.negative), "s_n")]
          : [field("s_p"), field("s_n")];
        return graph.call("abs", graph.call("divide", p, n));
      }
      case "curl":
        // the field of a value without weights held constant is its gradient, which has none
        if (source === plain) return graph.number(0);
        return graph.call(
          "subtract",
          derivative(graph, field("s_n"), "s_p"),
          derivative(graph, field("s_p"), "s_n"),
        );
      case "curvature":
        return largestEigenvalue(graph, plain);
    }
  };
}
