import { describe, expect, it } from "vitest";
import { Graph } from "../../src/formula/graph.ts";
import { newGraph, nodeOf, numberOf, shape, stepsOf } from "./support/nodes.ts";

const folded = (text: string): string => shape(nodeOf(newGraph(), text));

describe("a graph", () => {
  it("holds equal parts once, whichever way a sum or product is written", () => {
    const graph = newGraph();
    expect(nodeOf(graph, "sin(s_p + s_n) * 2")).toBe(nodeOf(graph, "2 * sin(s_n + s_p)"));
    expect(nodeOf(graph, "s_p - s_n")).not.toBe(nodeOf(graph, "s_n - s_p"));
    expect(nodeOf(graph, "s_p / s_n")).not.toBe(nodeOf(graph, "s_n / s_p"));
    expect(stepsOf([nodeOf(graph, "(s_p + s_n) * sin(s_p + s_n)")])).toBe(5);
  });

  it("tells 0 from −0 and one number from the next", () => {
    const graph = new Graph();
    expect(graph.number(0)).not.toBe(graph.number(-0));
    expect(graph.number(0.1 + 0.2)).not.toBe(graph.number(0.3));
    expect(graph.number(0.3)).toBe(graph.number(0.3));
  });

  it.each([
    ["2 * 3 + 4^2", "22"],
    ["sin(0) + cos(0)", "1"],
    ["2 < 3 ? s_p : s_n", "s_p"],
    ["s_p < s_n ? K : K", "K"],
    ["s_p + 0", "s_p"],
    ["0 - s_p", "negate(s_p)"],
    ["--s_p", "s_p"],
    ["-(s_p - s_n)", "subtract(s_n, s_p)"],
    ["s_p + -s_n", "subtract(s_p, s_n)"],
    ["s_p - -s_n", "add(s_p, s_n)"],
    ["s_p * 1", "s_p"],
    ["s_p * 0", "0"],
    ["s_p * -1", "negate(s_p)"],
    ["2 * (3 * s_p)", "multiply(6, s_p)"],
    ["s_p / 1", "s_p"],
    ["s_p^0", "1"],
    ["s_p^1", "s_p"],
    ["s_p^2", "multiply(s_p, s_p)"],
    ["s_p^-1", "divide(1, s_p)"],
    ["s_p^0.5", "sqrt(s_p)"],
    ["s_p^5", "power(s_p, 5)"],
    ["d_p^2", "subtract(2, multiply(2, s_p))"],
    ["cos(theta_p)", "s_p"],
    ["acos(s_p)", "angle(s_p)"],
    ["acos(s_p + s_n)", "acos(add(s_p, s_n))"],
    ["cos(2 * theta_p)", "multipleCosine(s_p, 2)"],
    ["sin(theta_n)", "sine(s_n)"],
    ["cos(s_p * theta_p)", "cos(multiply(s_p, angle(s_p)))"],
    ["detach(2) + detach(detach(s_p))", "add(2, detach(s_p))"],
  ])("folds %s to %s", (text, expected) => expect(folded(text)).toBe(expected));

  it("folds no two constants to one that is infinite or has lost its digits", () => {
    expect(folded("1e308 * (1e308 * s_p)")).toBe("multiply(1e+308, multiply(1e+308, s_p))");
    expect(folded("1e-200 * (1e-200 * s_p)")).toBe("multiply(1e-200, multiply(1e-200, s_p))");
    for (const text of [
      "1e308 * 1e308",
      "9^9^9^9",
      "exp(1000)",
      "1 / 0",
      "log(0)",
      "-(1 / 0)",
      "1e308 + 1e308",
    ]) {
      const graph = newGraph();
      const node = nodeOf(graph, text);
      expect(shape(node)).not.toMatch(/Infinity|NaN/);
      expect(Math.abs(numberOf(graph, node)(0, 0))).toBe(Infinity);
    }
    const graph = newGraph();
    expect(numberOf(graph, nodeOf(graph, "log(-1) + sqrt(-1)"))(0, 0)).toBeNaN();
  });

  it("makes functions of many arguments from pairs", () => {
    expect(folded("max(s_p, s_n, K)")).toBe("max(max(s_p, s_n), K)");
    expect(folded("logSumExp(s_p, s_n, K)")).toBe("logAddExp(logAddExp(s_p, s_n), K)");
    expect(folded("logSumExp(s_p)")).toBe("s_p");
  });
});
