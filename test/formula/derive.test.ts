import { derivative as mathjsDerivative } from "mathjs";
import { describe, expect, it } from "vitest";
import { derivative } from "../../src/formula/derive.ts";
import type { Expression } from "../../src/formula/expression.ts";
import { FUNCTIONS } from "../../src/formula/language.ts";
import { parseExpression } from "../../src/formula/parse.ts";
import { planeBindings } from "../../src/formula/plane-nodes.ts";
import { expectClose } from "../numerics/seeded.ts";
import { newGraph, nodeOf, numberOf } from "./support/nodes.ts";
import { COUNTS, NAMES, PARAMETERS, pathAt, valueAt } from "./support/oracle.ts";
import { detachedText, drawn, elementaryText, legalText, smoothText } from "./support/trees.ts";

type Point = readonly [sp: number, sn: number];

const POINTS: readonly Point[] = [
  [0.62, -0.31],
  [-0.47, 0.83],
];
const VARIABLES = ["s_p", "s_n"] as const;
type Variable = (typeof VARIABLES)[number];

const moved = (name: Variable, by: number, [sp, sn]: Point): [number, number] =>
  name === "s_p" ? [sp + by, sn] : [sp, sn + by];

/** The difference quotient of fourth order, or why there is none here. */
function differenceAt(
  f: (sp: number, sn: number) => number,
  expression: Expression,
  name: Variable,
  point: Point,
): number | "kink" | "steep" {
  const H = 2 ** -8;
  const here = pathAt(expression, ...point);
  if ([-2, -1, 1, 2].some((k) => pathAt(expression, ...moved(name, k * H, point)) !== here)) return "kink";
  const quotient = (h: number): number => {
    const at = (k: number): number => f(...moved(name, k * h, point));
    return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
  };
  const [wide, narrow] = [quotient(H), quotient(H / 2)];
  const scale = Math.max(1, Math.abs(narrow), Math.abs(f(...point)));
  return Math.abs(wide - narrow) < 1e-6 * scale ? narrow : "steep";
}

class Tally {
  checked = 0;
  kink = 0;
  steep = 0;

  add(what: number | "kink" | "steep"): what is number {
    this[typeof what === "number" ? "checked" : what]++;
    return typeof what === "number";
  }

  expectMost(title: string): void {
    const { checked, kink, steep } = this;
    console.log(`${title}: ${checked} checked, ${kink} beside a kink and ${steep} too steep for differences`);
    expect(checked).toBeGreaterThan(3 * (kink + steep));
  }
}

describe("the derivative of a random formula", { timeout: 60_000 }, () => {
  it("is the central difference of its value, computed without a graph", () => {
    const tally = new Tally();
    for (const text of drawn(legalText, 1500)) {
      const expression = parseExpression(text, NAMES);
      const graph = newGraph();
      const node = nodeOf(graph, text);
      for (const name of VARIABLES) {
        const slope = numberOf(graph, derivative(graph, node, name));
        for (const point of POINTS) {
          const expected = differenceAt((sp, sn) => valueAt(expression, sp, sn), expression, name, point);
          if (!tally.add(expected)) continue;
          const floor = Math.max(1, Math.abs(valueAt(expression, ...point)));
          expectClose(slope(...point), expected, 1e-6, floor, `∂/∂${name} at ${String(point)} of ${text}`);
        }
      }
    }
    tally.expectMost("first derivatives by differences");
  });

  it("has itself the derivative that differences of it give: second derivatives, mixed ones too", () => {
    const tally = new Tally();
    for (const text of drawn(legalText, 500, 7)) {
      const expression = parseExpression(text, NAMES);
      const graph = newGraph();
      const node = nodeOf(graph, text);
      for (const first of VARIABLES)
        for (const second of VARIABLES) {
          const once = derivative(graph, node, first);
          const slope = numberOf(graph, once);
          const twice = numberOf(graph, derivative(graph, once, second));
          for (const point of POINTS) {
            const expected = differenceAt(slope, expression, second, point);
            if (!tally.add(expected)) continue;
            const floor = Math.max(1, Math.abs(slope(...point)));
            expectClose(twice(...point), expected, 1e-6, floor, `∂²/∂${first}∂${second} of ${text}`);
          }
        }
    }
    tally.expectMost("second derivatives by differences");
  });

  it("has no curl without detach", () => {
    for (const text of drawn(smoothText, 400, 11)) {
      const graph = newGraph();
      const node = nodeOf(graph, text);
      const mixed = (a: Variable, b: Variable) =>
        numberOf(graph, derivative(graph, derivative(graph, node, a), b));
      const [pn, np] = [mixed("s_p", "s_n"), mixed("s_n", "s_p")];
      for (const point of POINTS) expectClose(pn(...point), np(...point), 1e-10, 1, `curl of ${text}`);
    }
  });
});

describe("mathjs' own derivative", { timeout: 60_000 }, () => {
  it("agrees wherever mathjs has one", () => {
    let checked = 0;
    let lost = 0;
    // mathjs knows no derivative of log1p and expm1
    const texts = drawn(elementaryText, 400, 3).filter((text) => !/log1p|expm1|theta|d_[pn]/.test(text));
    for (const text of texts) {
      const graph = newGraph();
      const node = nodeOf(graph, text);
      for (const name of VARIABLES) {
        const slope = numberOf(graph, derivative(graph, node, name));
        const theirs = mathjsDerivative(text, name, { simplify: false }).compile();
        for (const [sp, sn] of POINTS) {
          const expected: unknown = theirs.evaluate({ ...PARAMETERS, ...COUNTS, s_p: sp, s_n: sn });
          // ln of a negative base, though its weight is 0
          if (typeof expected !== "number" || !Number.isFinite(expected)) {
            lost++;
            continue;
          }
          checked++;
          expectClose(slope(sp, sn), expected, 1e-9, 1, `∂/∂${name} of ${text}`);
        }
      }
    }
    console.log(`mathjs' derivative: ${checked} agree, ${lost} it does not have as a number`);
    expect(checked).toBeGreaterThan(400);
    expect(lost).toBeLessThan(checked / 5);
  });
});

/** Every detached part as the number that it is at a point. */
function frozen(expression: Expression, point: Point): Expression {
  if (expression.kind !== "call") return expression;
  if (expression.function === "detach") return { kind: "number", value: valueAt(expression, ...point) };
  return { ...expression, args: expression.args.map((arg) => frozen(arg, point)) };
}

describe("detach", { timeout: 60_000 }, () => {
  it("is the derivative of the formula with the detached parts as numbers", () => {
    let checked = 0;
    for (const text of drawn(detachedText, 2500, 5)) {
      if (!text.includes("detach")) continue;
      const expression = parseExpression(text, NAMES);
      const graph = newGraph();
      const node = nodeOf(graph, text);
      for (const name of VARIABLES) {
        const slope = numberOf(graph, derivative(graph, node, name));
        for (const point of POINTS) {
          const other = newGraph();
          const still = other.intern(frozen(expression, point), planeBindings(other));
          const expected = numberOf(other, derivative(other, still, name))(...point);
          expectClose(slope(...point), expected, 1e-9, 1, `∂/∂${name} at ${String(point)} of ${text}`);
          checked++;
        }
      }
    }
    console.log(`detached derivatives: ${checked} agree with frozen numbers`);
    expect(checked).toBeGreaterThan(1000);
  });

  it("makes a field with a curl, worked by hand", () => {
    // value detach(s_n) * s_p: the field is (s_n, 0), its curl ∂(s_n-part)/∂s_p − ∂(s_p-part)/∂s_n = −1
    const graph = newGraph();
    const node = nodeOf(graph, "detach(s_n) * s_p");
    const field = derivative(graph, node, "s_p");
    expect(numberOf(graph, field)(0.3, 0.7)).toBe(0.7);
    expect(numberOf(graph, derivative(graph, node, "s_n"))(0.3, 0.7)).toBe(0);
  });
});

it("is tested with every function that a formula can call", () => {
  const texts = [...drawn(legalText, 1500), ...drawn(detachedText, 2500, 5)].join(" ");
  for (const name of Object.keys(FUNCTIONS)) expect(texts).toMatch(new RegExp(`\\b${name}\\(`));
});
