import { compile } from "mathjs/number";
import { describe, expect, it } from "vitest";
import { derivative } from "../../src/formula/derive.ts";
import { parseExpression } from "../../src/formula/parse.ts";
import { expectClose } from "../numerics/seeded.ts";
import { newGraph, nodeOf, numberOf, shape } from "./support/nodes.ts";
import { NAMES, OWN_FUNCTIONS, scopeAt, seenAt } from "./support/oracle.ts";
import { drawn, legalText } from "./support/trees.ts";

const folded = (text: string): string => shape(nodeOf(newGraph(), text));

describe("a text that overflows in the middle", () => {
  it.each([
    ["log(1 + exp(s_p))", "softplus(s_p)"],
    ["log(exp(s_p) + 1)", "softplus(s_p)"],
    ["log1p(exp(s_p))", "softplus(s_p)"],
    ["log1p(L * exp(s_p))", "softplus(add(s_p, log(L)))"],
    ["log(1 + L * exp(s_p))", "softplus(add(s_p, log(L)))"],
    ["log(1 + exp(s_p) * L)", "softplus(add(s_p, log(L)))"],
    ["log(1 + exp(s_p) / L)", "softplus(subtract(s_p, log(L)))"],
    ["log(exp(s_p) + exp(s_n))", "logAddExp(s_p, s_n)"],
    ["log(K + L + exp(s_p))", "logAddExp(log(add(K, L)), s_p)"],
    ["log(L * exp(s_p))", "add(s_p, log(L))"],
    ["log(exp(s_p))", "s_p"],
    ["log(sigmoid(s_p))", "negate(softplus(negate(s_p)))"],
    ["log(softplus(s_p))", "logSoftplus(s_p)"],
    ["1 / (1 + exp(-s_p))", "sigmoid(s_p)"],
    ["exp(s_p) / (1 + exp(s_p))", "sigmoid(s_p)"],
    ["exp(s_p) / (exp(s_p) + exp(s_n))", "sigmoid(subtract(s_p, s_n))"],
    ["-log(exp(s_p) / (exp(s_p) + exp(s_n)))", "softplus(subtract(s_n, s_p))"],
    ["exp(s_p) / exp(s_n)", "exp(subtract(s_p, s_n))"],
    ["s_n / (1 + exp(s_p))", "multiply(s_n, sigmoid(negate(s_p)))"],
    ["1 - sigmoid(s_p)", "sigmoid(negate(s_p))"],
    ["e^s_p", "exp(s_p)"],
  ])("%s is %s", (text, expected) => {
    // negations move where they like
    const plain = expected === "softplus(subtract(s_n, s_p))" ? "softplus(subtract(s_n, s_p))" : expected;
    expect(folded(text)).toBe(plain);
  });

  it.each([
    ["log(s_n + exp(s_p))", "a term that may be negative"],
    ["log(1 - exp(s_p))", "a difference"],
    ["log(m * exp(s_p))", "a factor that may be negative"],
    ["log(1 + detach(exp(s_p)))", "a detached exponential"],
    ["log(1 + K * L)", "no exponential"],
  ])("%s stays: %s", (text) => expect(folded(text)).toMatch(/^log\(/));
});

describe("value and gradient far out, against the limits of the formula", () => {
  /** Texts in s_p − s_n = z: the value, and ∂/∂s_p, that they tend to. */
  const far: readonly (readonly [text: string, z: number, value: number, slope: number])[] = [
    ["log(1 + exp(800 * (s_p - s_n)))", 1, 800, 800],
    ["log(1 + exp(800 * (s_p - s_n)))", -1, 0, 0],
    ["log(1 + L * exp(800 * (s_p - s_n)))", 1, 800 + Math.log(5), 800],
    ["log(1 + exp(800 * (s_p - s_n)) / L)", 1, 800 - Math.log(5), 800],
    ["log1p(K * exp(800 * (s_p - s_n)))", 1, 800 + Math.log(3), 800],
    ["exp(800 * s_p) / (exp(800 * s_p) + exp(800 * s_n))", 1, 1, 0],
    ["exp(800 * s_p) / (exp(800 * s_p) + exp(800 * s_n))", -1, 0, 0],
    ["-log(exp(800 * s_p) / (exp(800 * s_p) + L * exp(800 * s_n)))", 1, 0, 0],
    ["-log(exp(800 * s_p) / (exp(800 * s_p) + L * exp(800 * s_n)))", -1, 800 + Math.log(5), -800],
    ["-log(exp(800 * s_p) / (L * exp(800 * s_n)))", 1, Math.log(5) - 800, -800],
    ["1 / (1 + exp(-800 * (s_p - s_n)))", 1, 1, 0],
    ["1 / (1 + exp(-800 * (s_p - s_n)))", -1, 0, 0],
    ["2 / (1 + exp(800 * (s_p - s_n)))", 1, 0, 0],
    ["s_p / (1 + exp(800 * (s_p - s_n)))", 1, 0, 0],
    ["s_p * exp(800 * (s_p - s_n)) / (1 + exp(800 * (s_p - s_n)))", 1, 0.5, 1],
    ["log(sigmoid(800 * (s_p - s_n)))", -1, -800, 800],
    ["-log(1 - sigmoid(800 * (s_p - s_n)))", 1, 800, 800],
    ["log(softplus(800 * (s_p - s_n)))", -1, -800, 800],
    ["log(softplus(800 * (s_p - s_n)))", 1, Math.log(800), 1],
    ["log(1 + e^(800 * (s_p - s_n)))", 1, 800, 800],
    ["logSumExp(0, 800 * (s_p - s_n), 900 * (s_p - s_n))", 1, 900, 900],
    ["log(2 * (1 + exp(800 * (s_p - s_n))))", 1, 800 + Math.log(2), 800],
    ["log((exp(800 * s_p) + exp(800 * s_n)) / L)", 1, 400 - Math.log(5), 800],
    ["softplus(800 * (s_p - s_n))", 1, 800, 800],
    ["sigmoid(-800 * (s_p - s_n))", 1, 0, 0],
  ];

  it.each(far)("%s at z = %d is %d, slope %d", (text, z, value, slope) => {
    const graph = newGraph();
    const node = nodeOf(graph, text);
    const once = derivative(graph, node, "s_p");
    const [sp, sn] = [z / 2, -z / 2];
    expectClose(numberOf(graph, node)(sp, sn), value, 1e-13);
    expectClose(numberOf(graph, once)(sp, sn), slope, 1e-12);
    expect(numberOf(graph, derivative(graph, once, "s_n"))(sp, sn)).toSatisfy(Number.isFinite);
  });

  it("the same texts overflow when taken literally", () => {
    const lost = far.filter(([text, z]) => {
      const value: unknown = compile(text).evaluate({ ...scopeAt(z / 2, -z / 2), ...OWN_FUNCTIONS });
      return !Number.isFinite(value);
    });
    expect(lost.length).toBeGreaterThan(10);
  });
});

it("a folded graph has the value that mathjs computes from the text", { timeout: 60_000 }, () => {
  let checked = 0;
  let unsure = 0;
  let largest = 0;
  for (const text of drawn(legalText, 3000, 13)) {
    const graph = newGraph();
    const ours = numberOf(graph, nodeOf(graph, text));
    const expression = parseExpression(text, NAMES);
    const theirs = compile(text);
    for (const [sp, sn] of [
      [0.37, -0.81],
      [-0.59, 0.21],
    ] as const) {
      const expected: unknown = theirs.evaluate({ ...scopeAt(sp, sn), ...OWN_FUNCTIONS });
      const { error } = seenAt(expression, scopeAt(sp, sn));
      if (typeof expected !== "number" || !(error < 5e-13 * Math.max(1, Math.abs(expected)))) {
        unsure++;
        continue;
      }
      checked++;
      const value = ours(sp, sn);
      largest = Math.max(largest, Math.abs(value - expected) / Math.max(1, Math.abs(expected)));
      expectClose(value, expected, 1e-12, 1, `${text} at (${sp}, ${sn})`);
    }
  }
  console.log(
    `values: ${checked} agree with mathjs to ${largest.toExponential(1)}, ${unsure} ill-conditioned`,
  );
  expect(unsure).toBeLessThan(checked / 10);
});
