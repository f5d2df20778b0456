import type { Builder, Node } from "./node.ts";
import { DERIVATIVES } from "./primitives/derivatives.ts";

/**
 * ∂node/∂name, exact. `detach(x)` has no derivative, so a detached field is what an optimiser follows; remove it first
 * (`attached`) for the true derivative. Kinks follow the conventions of `primitives/derivatives.ts`.
 */
export function derivative(graph: Builder, node: Node, name: string): Node {
  const done = new Map<Node, Node>();
  const visit = (each: Node): Node => {
    if (each.kind === "number") return graph.number(0);
    if (each.kind === "name") return graph.number(each.name === name ? 1 : 0);
    const known = done.get(each);
    if (known !== undefined) return known;
    const inner = each.args.map(visit);
    const result = inner.every(isZero) ? graph.number(0) : chain(graph, each, inner);
    done.set(each, result);
    return result;
  };
  return visit(node);
}

const isZero = (node: Node): boolean => node.kind === "number" && node.value === 0;

function chain(graph: Builder, node: Extract<Node, { kind: "call" }>, inner: readonly Node[]): Node {
  // a branch keeps its own derivative, rather than 0 times one that may be infinite
  if (node.function === "select") return graph.call("select", node.args[0], inner[1], inner[2]);
  if (node.function === "divide" && isZero(inner[1])) return graph.call("divide", inner[0], node.args[1]);
  let sum = graph.number(0);
  DERIVATIVES[node.function](graph, node.args, node).forEach((slope, i) => {
    if (slope === undefined || isZero(inner[i])) return;
    sum = graph.call("add", sum, weighted(graph, slope, inner[i]));
  });
  return sum;
}

/** slope · inner; a slope that only switches picks the branch, so that what it switches off may be infinite. */
function weighted(graph: Builder, slope: Node, inner: Node): Node {
  if (slope.kind === "call" && slope.function === "select") {
    const [condition, a, b] = slope.args;
    return graph.call("select", condition, weighted(graph, a, inner), weighted(graph, b, inner));
  }
  if (slope.kind === "call" && slope.function === "step")
    return graph.call(
      "select",
      graph.call("greater", slope.args[0], graph.number(0)),
      inner,
      graph.number(0),
    );
  return graph.call("multiply", slope, inner);
}

/** The node without any `detach`: for the true derivative, and for values, where it means nothing. */
export function attached(graph: Builder, node: Node): Node {
  const done = new Map<Node, Node>();
  const visit = (each: Node): Node => {
    if (each.kind !== "call") return each;
    const known = done.get(each);
    if (known !== undefined) return known;
    const args = each.args.map(visit);
    const result =
      each.function === "detach"
        ? args[0]
        : args.every((arg, i) => arg === each.args[i])
          ? each
          : graph.call(each.function, ...args);
    done.set(each, result);
    return result;
  };
  return visit(node);
}
