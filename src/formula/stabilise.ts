import { argsOf, type Builder, isNumber, type Node } from "./node.ts";
import type { PrimitiveName } from "./primitives/table.ts";

/**
 * Ways to write softplus, sigmoid and log-sum-exp that overflow in the middle, as the stable primitive itself:
 * ln Σ cᵢ e^{xᵢ}, e^{a} / Σ cᵢ e^{xᵢ}, ln σ(x).
 */
export function stabilised(graph: Builder, name: PrimitiveName, args: readonly Node[]): Node | undefined {
  const [a, b] = args;
  if (name === "log1p") {
    const x = exponentOf(graph, a);
    return x && graph.call("softplus", x);
  }
  if (name === "log") return logarithm(graph, a);
  if (name === "divide") return share(graph, a, b);
  return undefined;
}

function logarithm(graph: Builder, a: Node): Node | undefined {
  const [sigmoidOf] = argsOf(a, "sigmoid") ?? [];
  if (sigmoidOf) return graph.call("negate", graph.call("softplus", graph.call("negate", sigmoidOf)));
  const [exponent] = argsOf(a, "exp") ?? [];
  return exponent ?? logOfSum(graph, a);
}

/** ln Σ e^{xᵢ} of a sum of at least two terms. */
function logOfSum(graph: Builder, sum: Node): Node | undefined {
  if (!argsOf(sum, "add")) return undefined;
  const exponents = exponentsOf(graph, sum);
  if (exponents === undefined || exponents.length < 2) return undefined;
  const [first, ...rest] = exponents;
  return rest.reduce((x, y) => logAdd(graph, x, y), first);
}

const logAdd = (graph: Builder, a: Node, b: Node): Node =>
  isNumber(a, 0)
    ? graph.call("softplus", b)
    : isNumber(b, 0)
      ? graph.call("softplus", a)
      : graph.call("logAddExp", a, b);

/** e^{a} / (e^{a} + e^{b} + …) */
function share(graph: Builder, a: Node, b: Node): Node | undefined {
  const own = exponentOf(graph, a) ?? (isNumber(a, 1) ? graph.number(0) : undefined);
  const all = own && exponentsOf(graph, b);
  if (!own || !all || all.length < 2) return undefined;
  const at = all.indexOf(own);
  if (at < 0) return undefined;
  const [first, ...rest] = all.filter((_, i) => i !== at);
  const others = rest.reduce((x, y) => logAdd(graph, x, y), first);
  return graph.call("sigmoid", graph.call("subtract", own, others));
}

/** x of every term c·eˣ (as x + ln c) of a sum; undefined where a term is not known to be positive and of this form. */
function exponentsOf(graph: Builder, sum: Node): Node[] | undefined {
  const parts = argsOf(sum, "add");
  if (parts === undefined) {
    const own = exponentOf(graph, sum) ?? (isPositive(graph, sum) ? graph.call("log", sum) : undefined);
    return own && [own];
  }
  const [left, right] = parts.map((part) => exponentsOf(graph, part));
  const all = left && right && [...left, ...right];
  return all && hasExponential(sum) ? all : undefined;
}

const hasExponential = (node: Node): boolean =>
  node.kind === "call" &&
  (node.function === "exp" ||
    ((node.function === "add" || node.function === "multiply") && node.args.some(hasExponential)));

/** x of eˣ, or of c·eˣ with c known to be positive. */
function exponentOf(graph: Builder, node: Node): Node | undefined {
  const [exponent] = argsOf(node, "exp") ?? [];
  if (exponent) return exponent;
  const [a, b] = argsOf(node, "multiply") ?? [];
  for (const [factor, other] of [
    [a, b],
    [b, a],
  ]) {
    const [inner] = (other && argsOf(other, "exp")) ?? [];
    if (factor && inner && isPositive(graph, factor))
      return graph.call("add", inner, graph.call("log", factor));
  }
  return undefined;
}

export const isPositive = (graph: Builder, node: Node): boolean =>
  node.kind === "number"
    ? node.value > 0
    : node.kind === "name"
      ? graph.positive.has(node.name)
      : ["exp", "softplus", "sigmoid", "cosh"].includes(node.function) ||
        (["multiply", "divide", "add"].includes(node.function) &&
          node.args.every((arg) => isPositive(graph, arg)));
