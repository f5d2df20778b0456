import { namesIn } from "./expression.ts";
import { argsOf, type Builder, isNumber, type Node } from "./node.ts";

/** m·θ(s) + c, with m and c the same everywhere on the plane. */
interface Turn {
  readonly s: Node;
  readonly multiple: Node;
  readonly shift: Node;
}

/** cos(mθ + c) without forming the angle: exact at s = ±1, where a cosine of an arc cosine is not. */
export function cosineOfTurn(graph: Builder, node: Node): Node | undefined {
  const turn = turnOf(graph, node);
  if (turn === undefined) return undefined;
  const { cosine, sine, cosineOfShift, sineOfShift } = partsOf(graph, turn);
  return graph.call(
    "subtract",
    graph.call("multiply", cosineOfShift, cosine),
    graph.call("multiply", sineOfShift, sine),
  );
}

/** sin(mθ + c) */
export function sineOfTurn(graph: Builder, node: Node): Node | undefined {
  const turn = turnOf(graph, node);
  if (turn === undefined) return undefined;
  const { cosine, sine, cosineOfShift, sineOfShift } = partsOf(graph, turn);
  return graph.call(
    "add",
    graph.call("multiply", cosineOfShift, sine),
    graph.call("multiply", sineOfShift, cosine),
  );
}

function partsOf(graph: Builder, { s, multiple, shift }: Turn) {
  const single = isNumber(multiple, 1);
  return {
    cosine: single ? s : graph.call("multipleCosine", s, multiple),
    sine: single ? graph.call("sine", s) : graph.call("multipleSine", s, multiple),
    cosineOfShift: graph.call("cos", shift),
    sineOfShift: graph.call("sin", shift),
  };
}

function turnOf(graph: Builder, node: Node): Turn | undefined {
  const [s] = argsOf(node, "angle") ?? [];
  if (s) return { s, multiple: graph.number(1), shift: graph.number(0) };
  // a constant has no angle in it, and may be a product of equal parts many times over
  if (node.kind !== "call" || isConstant(node)) return undefined;
  const [a, b] = node.args;
  switch (node.function) {
    case "multiply":
      return scaled(graph, a, b) ?? scaled(graph, b, a);
    case "add":
      return shifted(graph, turnOf(graph, a), b) ?? shifted(graph, turnOf(graph, b), a);
    case "subtract":
      return (
        shifted(graph, turnOf(graph, a), graph.call("negate", b)) ??
        shifted(graph, times(graph, turnOf(graph, b), graph.number(-1)), a)
      );
    case "negate":
      return times(graph, turnOf(graph, a), graph.number(-1));
    default:
      return undefined;
  }
}

const scaled = (graph: Builder, factor: Node, node: Node): Turn | undefined =>
  isConstant(factor) ? times(graph, turnOf(graph, node), factor) : undefined;

const times = (graph: Builder, turn: Turn | undefined, factor: Node): Turn | undefined =>
  turn && {
    s: turn.s,
    multiple: graph.call("multiply", factor, turn.multiple),
    shift: graph.call("multiply", factor, turn.shift),
  };

const shifted = (graph: Builder, turn: Turn | undefined, shift: Node): Turn | undefined =>
  turn && isConstant(shift) ? { ...turn, shift: graph.call("add", turn.shift, shift) } : undefined;

/** Free of s_p and s_n. */
export function isConstant(node: Node): boolean {
  const names = namesIn(node);
  return !names.has("s_p") && !names.has("s_n");
}
