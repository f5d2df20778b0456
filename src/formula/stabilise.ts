import { argsOf, type Builder, isNumber, type Node } from "./node.ts";
import type { PrimitiveName } from "./primitives/table.ts";

/**
 * Ways to write softplus, sigmoid and log-sum-exp that overflow in the middle, as the stable primitive itself:
 * ln Σ cᵢ e^{xᵢ}, e^{a} / Σ cᵢ e^{xᵢ}, ln σ(x), 1 − σ(x).
 */
export function stabilised(graph: Builder, name: PrimitiveName, args: readonly Node[]): Node | undefined {
  const [a, b] = args;
  if (name === "log") return logarithm(graph, a);
  if (name === "log1p" && isExponential(graph, a)) return graph.call("softplus", logOf(graph, a));
  if (name === "divide") return share(graph, a, b);
  const [logit] = (name === "subtract" && isNumber(a, 1) && argsOf(b, "sigmoid")) || [];
  return logit && graph.call("sigmoid", graph.call("negate", logit));
}

function logarithm(graph: Builder, a: Node): Node | undefined {
  const [sigmoidOf] = argsOf(a, "sigmoid") ?? [];
  if (sigmoidOf) return graph.call("negate", graph.call("softplus", graph.call("negate", sigmoidOf)));
  const [softplusOf] = argsOf(a, "softplus") ?? [];
  if (softplusOf) return graph.call("logSoftplus", softplusOf);
  return isExponential(graph, a) ? logOf(graph, a) : undefined;
}

/** The answers for nodes asked before: a node may be part of many others, and belongs to one graph. */
function kept<T>(find: (graph: Builder, node: Node) => T): (graph: Builder, node: Node) => T {
  const known = new WeakMap<Node, { readonly answer: T }>();
  return (graph, node) => {
    const { answer } = known.get(node) ?? { answer: find(graph, node) };
    known.set(node, { answer });
    return answer;
  };
}

/** Known to be positive, whatever its names are. */
export const isPositive = kept((graph, node): boolean => {
  if (node.kind === "number") return node.value > 0;
  if (node.kind === "name") return graph.positive.has(node.name);
  if (["exp", "softplus", "sigmoid", "cosh"].includes(node.function)) return true;
  return (
    ["multiply", "divide", "add", "sqrt"].includes(node.function) &&
    node.args.every((arg) => isPositive(graph, arg))
  );
});

const hasExponential = kept(
  (graph, node): boolean =>
    node.kind === "call" &&
    (node.function === "exp" ||
      (["multiply", "divide", "add"].includes(node.function) &&
        node.args.some((arg) => hasExponential(graph, arg)))),
);

/** Positive, and made from eˣ by sums, products and quotients. */
const isExponential = (graph: Builder, node: Node): boolean =>
  isPositive(graph, node) && hasExponential(graph, node);

/** ln of a positive node, without forming an exponential. */
const logOf = kept((graph, node): Node => {
  const [exponent] = argsOf(node, "exp") ?? [];
  if (exponent) return exponent;
  if (node.kind !== "call" || !hasExponential(graph, node)) return graph.call("log", node);
  const [a, b] = node.args;
  switch (node.function) {
    case "multiply":
      return hasExponential(graph, b)
        ? graph.call("add", logOf(graph, b), logOf(graph, a))
        : graph.call("add", logOf(graph, a), logOf(graph, b));
    case "divide":
      return graph.call("subtract", logOf(graph, a), logOf(graph, b));
    default:
      return logOfSum(graph, exponentsOf(graph, node));
  }
});

/** xᵢ of a positive sum Σ e^{xᵢ}; what has no exponential stays one term. */
function exponentsOf(graph: Builder, sum: Node): readonly Node[] {
  const parts = hasExponential(graph, sum) ? argsOf(sum, "add") : undefined;
  return parts ? parts.flatMap((part) => exponentsOf(graph, part)) : [logOf(graph, sum)];
}

const logOfSum = (graph: Builder, [first, ...rest]: readonly Node[]): Node =>
  rest.reduce((x, y) => logAdd(graph, x, y), first);

const logAdd = (graph: Builder, a: Node, b: Node): Node =>
  isNumber(a, 0)
    ? graph.call("softplus", b)
    : isNumber(b, 0)
      ? graph.call("softplus", a)
      : graph.call("logAddExp", a, b);

/** c · e^{a} / (e^{a} + e^{b} + …), with c or e^{a} absent */
function share(graph: Builder, a: Node, b: Node): Node | undefined {
  if (!isExponential(graph, b)) return undefined;
  if (isExponential(graph, a)) return shareOf(graph, logOf(graph, a), b);
  const factors = argsOf(a, "multiply");
  const at = factors?.findIndex((factor) => isExponential(graph, factor)) ?? -1;
  if (factors && at >= 0)
    return graph.call("multiply", factors[1 - at], graph.call("divide", factors[at], b));
  return graph.call("multiply", a, shareOf(graph, graph.number(0), b));
}

/** e^{own} / Σ e^{xᵢ} */
function shareOf(graph: Builder, own: Node, sum: Node): Node {
  const all = exponentsOf(graph, sum);
  const at = all.indexOf(own);
  if (at < 0 || all.length < 2) return graph.call("exp", graph.call("subtract", own, logOfSum(graph, all)));
  const others = all.filter((_, i) => i !== at);
  return graph.call("sigmoid", graph.call("subtract", own, logOfSum(graph, others)));
}
