import { argsOf, type Builder, isNumber, type Node } from "./node.ts";
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

const isZero = (node: Node): boolean => isNumber(node, 0);

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

/** slope · inner, where a factor that only switches picks the branch: what it switches off may be infinite. */
function weighted(graph: Builder, slope: Node, inner: Node): Node {
  const [signed] = argsOf(slope, "step") ?? [];
  if (signed)
    return graph.call("select", graph.call("greater", signed, graph.number(0)), inner, graph.number(0));
  return (
    switched(graph, slope, (branch) => weighted(graph, branch, inner)) ??
    switched(graph, inner, (branch) => weighted(graph, slope, branch)) ??
    graph.call("multiply", slope, inner)
  );
}

/** A select with a branch that is 0, its other branch changed; undefined for every other node. */
function switched(graph: Builder, node: Node, change: (branch: Node) => Node): Node | undefined {
  const [condition, a, b] = argsOf(node, "select") ?? [];
  if (!condition || !(isZero(a) || isZero(b))) return undefined;
  return graph.call("select", condition, isZero(a) ? a : change(a), isZero(b) ? b : change(b));
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
