import { halfSquare, halfSquaredHinge, hinge, identity, softplusLink } from "../losses/links.ts";
import type { Params } from "../losses/params.ts";
import type { Link } from "../losses/types.ts";
import { numbersIn } from "./compile.ts";
import { attached, derivative } from "./derive.ts";
import { type BoundProgram, bindProgram } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { Graph } from "./graph.ts";
import { logarithm } from "./logarithm.ts";
import { similarityBindings } from "./plane-nodes.ts";
import type { Program } from "./program.ts";
import { programOf } from "./steps.ts";
import { formulaText } from "./text.ts";

/** Whether a part of the expression is held constant for its derivative. */
export function hasDetach(expression: Expression): boolean {
  return expression.kind === "call" && (expression.function === "detach" || expression.args.some(hasDetach));
}

/** A(s), its derivative, and where something is detached the pace in its place, as a loss definition has them. */
export function boundTransform(expression: Expression) {
  const graph = new Graph();
  const node = graph.intern(expression, similarityBindings(graph, "s_p"));
  const plain = attached(graph, node);
  // one variable only: the slope is the program's ∂/∂s_p, the pace takes the place of ∂/∂s_n
  const bound = binder(
    programOf({
      value: plain,
      dSp: derivative(graph, plain, "s_p"),
      dSn: attached(graph, derivative(graph, node, "s_p")),
    }),
  );
  return {
    value: (s: number, values: Params) => bound(values).at(s, 0).value,
    slope: (s: number, values: Params) => bound(values).at(s, 0).dSp,
    ...(hasDetach(expression) && { pace: (s: number, values: Params) => bound(values).at(s, 0).dSn }),
  };
}

const KNOWN_LINKS: ReadonlyMap<string, Link> = new Map(
  [softplusLink, hinge, halfSquaredHinge, identity, halfSquare].map((link) => [link.formula, link]),
);

/** φ(z) from its text; the catalogue's own link where the text is one of these. Softplus where there is none. */
export function typedLink(expression: Expression | undefined): (values: Params) => Link {
  if (expression === undefined) return () => softplusLink;
  const formula = formulaText(expression);
  const known = KNOWN_LINKS.get(formula);
  if (known) return () => known;
  const graph = new Graph();
  const node = attached(graph, graph.intern(expression, new Map([["z", graph.name("s_p")]])));
  const bound = binder(
    programOf({ value: node, logValue: logarithm(graph, node), dSp: derivative(graph, node, "s_p") }),
  );
  return (values) => {
    const { at } = bound(values);
    return {
      formula,
      value: (z) => at(z, 0).value,
      slope: (z) => at(z, 0).dSp,
      log: (z) => at(z, 0).logValue,
    };
  };
}

/** A coefficient in parameters and its side's count. */
export function boundWeight(expression: Expression, count: "K" | "L") {
  const graph = new Graph();
  const program = programOf({ value: graph.intern(expression) });
  return (values: Params, members: number): number =>
    bindProgram(program, numbersIn(values), { K: 1, L: 1, [count]: members }).at(0, 0).value;
}

/** Binds a program to the numbers of a parameter object once. */
function binder(program: Program): (values: Params) => BoundProgram {
  const done = new WeakMap<Params, BoundProgram>();
  return (values) => {
    const known = done.get(values);
    if (known !== undefined) return known;
    const bound = bindProgram(program, numbersIn(values), { K: 1, L: 1 });
    done.set(values, bound);
    return bound;
  };
}
