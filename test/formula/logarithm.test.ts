import { describe, expect, it } from "vitest";
import { attached } from "../../src/formula/derive.ts";
import { logarithm } from "../../src/formula/logarithm.ts";
import { expectClose } from "../numerics/seeded.ts";
import { newGraph, nodeOf, numberOf } from "./support/nodes.ts";
import { drawn, legalText } from "./support/trees.ts";

const logOf = (text: string) => {
  const graph = newGraph();
  return numberOf(graph, logarithm(graph, attached(graph, nodeOf(graph, text))));
};

describe("the logarithm of a loss whose value underflows", () => {
  // at z = −800: softplus(z) = eᶻ to the last bit, and eᶻ is 0 in double precision
  it.each([
    ["softplus(800 * (s_p - s_n))", -800],
    ["2 * softplus(800 * (s_p - s_n))", -800 + Math.LN2],
    ["softplus(800 * (s_p - s_n)) / gamma", -800 - Math.log(1.7)],
    ["softplus(800 * (s_p - s_n))^2", -1600],
    ["softplus(800 * (s_p - s_n))^3", -2400],
    ["softplus(800 * (s_p - s_n))^2.5", -2000],
    ["abs(softplus(800 * (s_p - s_n)))", -800],
    ["K * softplus(800 * (s_p - s_n)) + L * softplus(900 * (s_p - s_n))", -800 + Math.log(3)],
    ["exp(800 * (s_p - s_n))", -800],
    ["log(1 + exp(800 * (s_p - s_n)))", -800],
    ["sigmoid(800 * (s_p - s_n))", -800],
    ["exp(800 * s_p) / (exp(800 * s_p) + L * exp(800 * s_n))", -800 - Math.log(5)],
    ["s_p < 0 ? softplus(800 * (s_p - s_n)) : 1", -800],
  ])("%s is %d", (text, expected) => {
    expectClose(logOf(text)(-0.5, 0.5), expected, 1e-13);
    const graph = newGraph();
    expect(numberOf(graph, nodeOf(graph, text))(-0.5, 0.5)).toBeLessThan(1e-300);
  });

  it("of nothing is −∞, and of a negative number none", () => {
    expect(logOf("relu(s_p - s_n)")(-0.5, 0.5)).toBe(-Infinity);
    expect(logOf("relu(s_p - s_n)^2")(-0.5, 0.5)).toBe(-Infinity);
    expect(logOf("s_p - 2")(0.5, 0.5)).toBeNaN();
    expect(logOf("(s_p - 2) * K")(0.5, 0.5)).toBeNaN();
  });
});

it("is the logarithm of the value wherever that is positive", { timeout: 60_000 }, () => {
  let checked = 0;
  for (const text of drawn(legalText, 1500, 17)) {
    const graph = newGraph();
    const value = numberOf(graph, nodeOf(graph, text))(0.41, -0.27);
    if (!(value > 1e-3)) continue;
    checked++;
    expectClose(logOf(text)(0.41, -0.27), Math.log(value), 1e-12, 1, text);
  }
  expect(checked).toBeGreaterThan(500);
});
