import { argsOf, type Builder, type Node } from "./node.ts";
import { isPositive } from "./stabilise.ts";

/** ln node, kept finite where the node itself underflows: ln softplus(x), ln(c·x), ln xᵏ, ln eˣ, ln(a + b). */
export function logarithm(graph: Builder, node: Node): Node {
  if (node.kind !== "call") return graph.call("log", node);
  const [a, b, c] = node.args;
  switch (node.function) {
    case "softplus":
      return graph.call("logSoftplus", a);
    case "select":
      return graph.call("select", a, logarithm(graph, b), logarithm(graph, c));
    case "multiply":
      if (a === b) return graph.call("multiply", graph.number(2), logarithm(graph, graph.call("abs", a)));
      if (isPositive(graph, a) || isPositive(graph, b))
        return graph.call("add", logarithm(graph, a), logarithm(graph, b));
      break;
    case "divide":
      if (isPositive(graph, b)) return graph.call("subtract", logarithm(graph, a), logarithm(graph, b));
      break;
    case "power":
      if (isNonNegative(a)) return graph.call("multiply", b, logarithm(graph, a));
      break;
    case "add":
      if (isPositive(graph, a) && isPositive(graph, b))
        return graph.call("logAddExp", logarithm(graph, a), logarithm(graph, b));
      break;
    case "abs":
      if (argsOf(a, "relu")) return logarithm(graph, a);
  }
  return graph.call("log", node);
}

const isNonNegative = (node: Node): boolean =>
  node.kind === "call" && ["relu", "softplus", "sigmoid", "exp", "abs", "sqrt"].includes(node.function);
