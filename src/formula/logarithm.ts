import type { Builder, Node } from "./node.ts";
import { isPositive } from "./stabilise.ts";

/** ln node, kept finite where the node itself underflows: ln softplus(x), ln(c·x), ln xᵏ, ln eˣ, ln(a + b). */
export function logarithm(graph: Builder, node: Node): Node {
  const done = new Map<Node, Node>();
  const visit = (each: Node): Node => {
    const known = done.get(each);
    if (known !== undefined) return known;
    const result = split(graph, each, visit) ?? graph.call("log", each);
    done.set(each, result);
    return result;
  };
  return visit(node);
}

/** The logarithm by the logarithms of the parts, where that is right for every sign that they may have. */
function split(graph: Builder, node: Node, log: (part: Node) => Node): Node | undefined {
  if (node.kind !== "call") return undefined;
  const [a, b, c] = node.args;
  switch (node.function) {
    case "select":
      return graph.call("select", a, log(b), log(c));
    case "multiply":
      if (a === b) return graph.call("multiply", graph.number(2), log(graph.call("abs", a)));
      return isPositive(graph, a) || isPositive(graph, b) ? graph.call("add", log(a), log(b)) : undefined;
    case "divide":
      return isPositive(graph, b) ? graph.call("subtract", log(a), log(b)) : undefined;
    case "power":
      return isNonNegative(a) ? graph.call("multiply", b, log(a)) : undefined;
    case "add":
      return isPositive(graph, a) && isPositive(graph, b)
        ? graph.call("logAddExp", log(a), log(b))
        : undefined;
    case "abs":
      return isNonNegative(a) || isPositive(graph, a) ? log(a) : undefined;
    default:
      return undefined;
  }
}

const isNonNegative = (node: Node): boolean =>
  node.kind === "call" && ["relu", "softplus", "sigmoid", "exp", "abs", "sqrt"].includes(node.function);
