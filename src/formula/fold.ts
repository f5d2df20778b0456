import { argsOf, type Builder, isNumber, type Node } from "./node.ts";
import { cosineOfTurn, sineOfTurn } from "./angles.ts";
import type { PrimitiveName } from "./primitives/table.ts";
import { stabilised } from "./stabilise.ts";

/**
 * A shorter node that means the same, if one of a few local rules gives one; never a search. 0 · x is 0 here also
 * where x is infinite: a derivative's absent term stays absent.
 */
export function fold(graph: Builder, name: PrimitiveName, args: readonly Node[]): Node | undefined {
  const rule = RULES[name];
  return rule?.(graph, args[0], args[1], args[2]) ?? stabilised(graph, name, args);
}

type Rule = (graph: Builder, a: Node, b: Node, c: Node) => Node | undefined;

const MOST_FACTORS = 4;

const RULES: Partial<Record<PrimitiveName, Rule>> = {
  add(graph, a, b) {
    if (isNumber(a, 0)) return b;
    if (isNumber(b, 0)) return a;
    const [negated] = argsOf(b, "negate") ?? [];
    if (negated) return graph.call("subtract", a, negated);
    const [first] = argsOf(a, "negate") ?? [];
    return first && graph.call("subtract", b, first);
  },
  subtract(graph, a, b) {
    if (isNumber(b, 0)) return a;
    if (isNumber(a, 0)) return graph.call("negate", b);
    const [negated] = argsOf(b, "negate") ?? [];
    return negated && graph.call("add", a, negated);
  },
  negate(graph, a) {
    if (a.kind === "number") return graph.number(-a.value);
    const [twice] = argsOf(a, "negate") ?? [];
    if (twice) return twice;
    const [from, what] = argsOf(a, "subtract") ?? [];
    return from && what && graph.call("subtract", what, from);
  },
  multiply(graph, a, b) {
    if (isNumber(a, 0) || isNumber(b, 0)) return graph.number(0);
    if (isNumber(a, 1)) return b;
    if (isNumber(b, 1)) return a;
    if (isNumber(a, -1)) return graph.call("negate", b);
    if (isNumber(b, -1)) return graph.call("negate", a);
    if (b.kind === "number" && a.kind !== "number") return graph.call("multiply", b, a);
    const [s] = (a === b && argsOf(a, "chord")) || [];
    if (s) return graph.call("subtract", graph.number(2), graph.call("multiply", graph.number(2), s));
    const [first] = argsOf(a, "negate") ?? [];
    if (first) return graph.call("negate", graph.call("multiply", first, b));
    const [second] = argsOf(b, "negate") ?? [];
    if (second) return graph.call("negate", graph.call("multiply", a, second));
    const [factor, rest] = argsOf(b, "multiply") ?? [];
    if (a.kind !== "number" || factor?.kind !== "number" || !rest) return undefined;
    const product = a.value * factor.value;
    return isNormal(product) ? graph.call("multiply", graph.number(product), rest) : undefined;
  },
  divide(graph, a, b) {
    if (isNumber(a, 0)) return a;
    if (isNumber(b, 1)) return a;
    const [negated] = argsOf(a, "negate") ?? [];
    return negated && graph.call("negate", graph.call("divide", negated, b));
  },
  power(graph, a, b) {
    if (isNumber(a, Math.E)) return graph.call("exp", b);
    if (b.kind !== "number") return undefined;
    if (b.value === 0) return graph.number(1);
    if (b.value === 1) return a;
    if (b.value === -1) return graph.call("divide", graph.number(1), a);
    if (b.value === 0.5) return graph.call("sqrt", a);
    if (!Number.isInteger(b.value) || b.value < 2 || b.value > MOST_FACTORS) return undefined;
    return Array.from({ length: b.value }, () => a).reduce((x, y) => graph.call("multiply", x, y));
  },
  select(_, condition, a, b) {
    if (condition.kind === "number") return condition.value !== 0 ? a : b;
    return a === b ? a : undefined;
  },
  cos: (graph, a) => cosineOfTurn(graph, a),
  sin: (graph, a) => sineOfTurn(graph, a),
  acos: (graph, a) => (isSimilarity(a) ? graph.call("angle", a) : undefined),
  detach: (_, a) => (a.kind === "number" || argsOf(a, "detach") ? a : undefined),
};

/** Finite, and with all its digits: a product of two constants that is not may still have a finite third factor. */
const isNormal = (value: number): boolean => Number.isFinite(value) && Math.abs(value) >= 2 ** -1022;

const isSimilarity = (node: Node): boolean =>
  node.kind === "name" && (node.name === "s_p" || node.name === "s_n");
