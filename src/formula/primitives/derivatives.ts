import type { Builder, Node } from "../node.ts";
import type { PrimitiveName } from "./table.ts";

/** ∂ of a call by each of its arguments; `node` is the call itself. `undefined`: no derivative, by definition. */
type Rule = (graph: Builder, args: readonly Node[], node: Node) => readonly (Node | undefined)[];

const one = (graph: Builder): Node => graph.number(1);
const none = (): readonly undefined[] => [];

/**
 * Derivatives, with their one-sided conventions: relu, step, abs and sign take 0 at their kink; floor has none; of equal arguments
 * min and max follow the first; clamp has slope 1 strictly between its ends; a condition has none, so a conditional
 * follows the branch that holds. θ and d stay finite at s = ±1 (`numerics/sphere.ts`).
 */
export const DERIVATIVES: Readonly<Record<PrimitiveName, Rule>> = {
  add: (g) => [one(g), one(g)],
  subtract: (g) => [one(g), g.number(-1)],
  multiply: (_, [a, b]) => [b, a],
  divide: (g, [, b], node) => [g.call("divide", one(g), b), g.call("negate", g.call("divide", node, b))],
  negate: (g) => [g.number(-1)],
  power: (g, [a, b], node) => [
    g.call("multiply", b, g.call("power", a, g.call("subtract", b, one(g)))),
    g.call("multiply", node, g.call("log", a)),
  ],
  less: none,
  lessEqual: none,
  greater: none,
  greaterEqual: none,
  select: (g, [condition]) => [
    undefined,
    g.call("select", condition, one(g), g.number(0)),
    g.call("select", condition, g.number(0), one(g)),
  ],
  min: (g, [a, b]) => branches(g, g.call("lessEqual", a, b)),
  max: (g, [a, b]) => branches(g, g.call("greaterEqual", a, b)),
  clamp: (g, [x, low, high]) => {
    const above = g.call("greater", x, low);
    const below = g.call("less", x, high);
    const apart = g.call("less", low, high);
    const zero = g.number(0);
    return [
      g.call("select", above, g.call("select", below, one(g), zero), zero),
      g.call("select", above, zero, g.call("select", apart, one(g), zero)),
      g.call("select", g.call("select", above, below, apart), zero, one(g)),
    ];
  },
  exp: (_, __, node) => [node],
  expm1: (g, [x]) => [g.call("exp", x)],
  log: (g, [x]) => [g.call("divide", one(g), x)],
  log1p: (g, [x]) => [g.call("divide", one(g), g.call("add", one(g), x))],
  sqrt: (g, _, node) => [g.call("divide", g.number(0.5), node)],
  abs: (g, [x]) => [g.call("sign", x)],
  sign: none,
  step: none,
  floor: none,
  relu: (g, [x]) => [g.call("step", x)],
  softplus: (g, [x]) => [g.call("sigmoid", x)],
  sigmoid: (g, [x], node) => [g.call("multiply", node, g.call("sigmoid", g.call("negate", x)))],
  logAddExp: (g, [a, b]) => [
    g.call("sigmoid", g.call("subtract", a, b)),
    g.call("sigmoid", g.call("subtract", b, a)),
  ],
  // σ(x) / softplus(x), both of which underflow
  logSoftplus: (g, [x], node) => [
    g.call("exp", g.call("subtract", g.call("subtract", x, g.call("softplus", x)), node)),
  ],
  sin: (g, [x]) => [g.call("cos", x)],
  cos: (g, [x]) => [g.call("negate", g.call("sin", x))],
  tan: (g, _, node) => [g.call("add", one(g), g.call("multiply", node, node))],
  asin: (g, [x]) => [g.call("divide", one(g), root(g, x))],
  acos: (g, [x]) => [g.call("divide", g.number(-1), root(g, x))],
  atan: (g, [x]) => [g.call("divide", one(g), g.call("add", one(g), g.call("multiply", x, x)))],
  sinh: (g, [x]) => [g.call("cosh", x)],
  cosh: (g, [x]) => [g.call("sinh", x)],
  tanh: (g, _, node) => [g.call("subtract", one(g), g.call("multiply", node, node))],
  angle: (g, [s]) => [g.call("negate", g.call("inverseSine", s))],
  sine: (g, [s]) => [g.call("negate", g.call("multiply", s, g.call("inverseSine", s)))],
  // the multiple is a constant wherever these are made (`angles.ts`)
  multipleCosine: (g, [s, m]) => [g.call("multiply", m, g.call("multipleSineRatio", s, m)), undefined],
  multipleSine: (g, [s, m]) => [
    g.call(
      "negate",
      g.call("multiply", m, g.call("multiply", g.call("multipleCosine", s, m), g.call("inverseSine", s))),
    ),
    undefined,
  ],
  multipleSineRatio: (g, [s, m], node) => {
    const rate = g.call(
      "subtract",
      g.call("multiply", s, node),
      g.call("multiply", m, g.call("multipleCosine", s, m)),
    );
    return [g.call("multiply", rate, g.call("power", g.call("inverseSine", s), g.number(2))), undefined];
  },
  chord: (g, [s]) => [g.call("negate", g.call("inverseChord", s))],
  inverseSine: (g, [s], node) => [g.call("multiply", s, g.call("power", node, g.number(3)))],
  inverseChord: (g, _, node) => [g.call("power", node, g.number(3))],
  detach: none,
};

const branches = (g: Builder, first: Node): readonly Node[] => [
  g.call("select", first, g.number(1), g.number(0)),
  g.call("select", first, g.number(0), g.number(1)),
];

/** √((1 − x)(1 + x)) */
const root = (g: Builder, x: Node): Node =>
  g.call("sqrt", g.call("multiply", g.call("subtract", g.number(1), x), g.call("add", g.number(1), x)));
