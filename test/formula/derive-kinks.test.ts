import { describe, expect, it } from "vitest";
import { derivative } from "../../src/formula/derive.ts";
import { expectClose } from "../numerics/seeded.ts";
import { newGraph, nodeOf, numberOf } from "./support/nodes.ts";

/** ∂text/∂s_p at (s_p, s_n). */
function slopeOf(text: string, sp: number, sn = 0): number {
  const graph = newGraph();
  return numberOf(graph, derivative(graph, nodeOf(graph, text), "s_p"))(sp, sn);
}

describe("at its kink", () => {
  it.each([
    ["relu(s_p - 0.25)", 0.25, 0],
    ["relu(0.25 - s_p)", 0.25, 0],
    ["3 * relu(2 * (s_p - 0.25))^2", 0.25, 0],
    ["step(s_p - 0.25) * s_p", 0.25, 0],
    ["sign(s_p - 0.25) * s_p", 0.25, 0],
    ["abs(s_p - 0.25)", 0.25, 0],
    // of equal arguments the first
    ["min(s_p, 0.25)", 0.25, 1],
    ["min(0.25, s_p)", 0.25, 0],
    ["max(s_p, 0.25)", 0.25, 1],
    ["max(0.25, s_p)", 0.25, 0],
    ["max(2 * s_p, s_p + 0.25, 0.5)", 0.25, 2],
    ["max(0, s_p - 0.25)", 0.25, 0],
    ["max(s_p - 0.25, 0)", 0.25, 1],
    // strictly between the ends
    ["clamp(s_p, 0.25, 0.5)", 0.25, 0],
    ["clamp(s_p, 0.25, 0.5)", 0.5, 0],
    ["clamp(s_p, 0.25, 0.5)", 0.375, 1],
    ["clamp(0.25, s_p, 1)", 0.25, 1],
    ["clamp(0.25, s_p - 1, s_p)", 0.25, 1],
    // the branch that holds
    ["s_p < 0.25 ? s_p : 5 * s_p", 0.25, 5],
    ["s_p <= 0.25 ? s_p : 5 * s_p", 0.25, 1],
    ["s_p > 0.25 ? s_p : 5 * s_p", 0.25, 5],
    ["s_p >= 0.25 ? s_p : 5 * s_p", 0.25, 1],
  ])("%s at %d has the slope %d", (text, at, expected) => expect(slopeOf(text, at)).toBe(expected));

  it("clamp with its ends the wrong way round follows the upper end", () => {
    expect(slopeOf("clamp(0.2, 0.9 + s_p, 3 * s_p)", 0.1)).toBe(3);
    expect(slopeOf("clamp(s_p, 0.9, 0.5)", 0.1)).toBe(0);
  });
});

describe("what a switch turns off", () => {
  it.each([
    ["sqrt(relu(s_p))", -0.5, 0],
    ["sqrt(relu(s_p))", 0, 0],
    ["relu(s_p)^0.7", -0.5, 0],
    ["relu(s_p)^gamma", -0.5, 0],
    ["sqrt(max(s_p, 0))", -0.5, 0],
    ["sqrt(clamp(s_p, 0, 1))", -0.5, 0],
    ["sqrt(s_p > 0 ? s_p : 0)", -0.5, 0],
    ["max(0, log(s_p))", 0, 0],
    ["relu(log(s_p))", 0, 0],
    ["s_p > 0 ? log(s_p) : 2 * s_p", 0, 2],
    ["s_p > 0 ? sqrt(s_p) : 2 * s_p", -0.5, 2],
  ])("leaves no trace: %s at %d has the slope %d", (text, at, expected) =>
    expect(slopeOf(text, at)).toBeCloseTo(expected, 14),
  );
});

describe("θ and d at s = ±1", () => {
  const texts = ["theta_p", "d_p", "cos(theta_p + m)", "cos(4 * theta_p)", "sin(2 * theta_p)", "theta_p^2"];

  it.each([...texts, "cos(acos(s_p) + m)", "softplus(64 * (cos(acos(s_p) + m) - s_n))"])(
    "%s has finite derivatives, twice over",
    (text) => {
      const graph = newGraph();
      const once = derivative(graph, nodeOf(graph, text), "s_p");
      const twice = derivative(graph, once, "s_p");
      for (const node of [once, twice])
        for (const s of [-1, 1]) expect(numberOf(graph, node)(s, 0.2)).toSatisfy(Number.isFinite);
    },
  );

  it("θ falls at both ends, and d falls at s = 1", () => {
    expect(slopeOf("theta_p", 1)).toBeLessThan(-1e6);
    expect(slopeOf("theta_p", -1)).toBeLessThan(-1e6);
    expect(slopeOf("d_p", 1)).toBeLessThan(-1e6);
    expectClose(slopeOf("d_p", -1), -0.5);
  });

  it("whole multiples are polynomials, exact at the ends: 4θ has cosine 8s⁴ − 8s² + 1 and slope 32s³ − 16s", () => {
    expect(slopeOf("cos(4 * theta_p)", 1)).toBe(16);
    expect(slopeOf("cos(4 * theta_p)", -1)).toBe(-16);
    expect(slopeOf("d_p^2", 1)).toBe(-2);
  });
});
