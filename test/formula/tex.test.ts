import { describe, expect, it } from "vitest";
import type { Expression } from "../../src/formula/expression.ts";
import { Graph } from "../../src/formula/graph.ts";
import { expressionTex, formulaTex, symbolTex } from "../../src/formula/tex.ts";
import { symbolsOf } from "../../src/formula/tex-symbols.ts";
import { number, type ParamSpecs } from "../../src/losses/params.ts";

const named = (symbol: string) =>
  number({ symbol, label: symbol, default: 0, min: 0, max: 1, slider: [0, 1], effect: "" });

const PARAMS: ParamSpecs = { gamma: named("γ"), margin: named("m"), Op: named("O_p"), m2: named("m_2") };
const tex = (formula: string): string => formulaTex(formula, PARAMS);

describe("a symbol", () => {
  it.each([
    ["m", "m"],
    ["γ", "\\gamma"],
    ["φ", "\\varphi"],
    ["O_p", "O_{p}"],
    ["m_12", "m_{12}"],
    ["Δ_n", "\\Delta _{n}"],
    ["λ_g", "\\lambda _{g}"],
    ["w_α", "w_{\\alpha }"],
    ["m⁺", "m^{+}"],
    ["|P⁺|", "|P^{+}|"],
  ])("%s is %s", (symbol, expected) => expect(symbolTex(symbol)).toBe(expected));
});

describe("a formula", () => {
  it.each([
    // numbers and names
    ["3", "3"],
    ["0.30000000000000004", "0.3"],
    ["0.7568870523415978", "0.756887"],
    ["1e-9", "1 \\cdot 10^{-9}"],
    ["gamma", "\\gamma"],
    ["Op", "O_{p}"],
    ["m2", "m_{2}"],
    ["theta_p", "\\theta_p"],
    ["s_n - d_p", "s_n - d_p"],
    ["pi * K", "\\pi\\,K"],
    ["2 * pi / 3 + e", "\\frac{2\\,\\pi}{3} + e"],
    // operators
    ["s + margin - 1", "s + m - 1"],
    ["gamma * s", "\\gamma\\,s"],
    ["s * 2", "s \\cdot 2"],
    ["2 * s", "2\\,s"],
    ["-s", "-s"],
    ["-(s + 1)", "-\\left(s + 1\\right)"],
    ["(s - margin) * gamma", "\\left(s - m\\right)\\,\\gamma"],
    ["s / gamma", "\\frac{s}{\\gamma}"],
    ["(s + 1) / (2 * gamma)", "\\frac{s + 1}{2\\,\\gamma}"],
    ["margin^2", "{m}^{2}"],
    ["(1 - s)^(-margin)", "{\\left(1 - s\\right)}^{-m}"],
    ["-margin^2", "-{m}^{2}"],
    ["relu(s)^2", "\\left[s\\right]_{+}^{2}"],
    ["tan(theta)^2", "\\tan\\left(\\theta\\right)^{2}"],
    // functions
    ["relu(s + margin)", "\\left[s + m\\right]_{+}"],
    ["softplus(z)", "\\operatorname{sp}\\left(z\\right)"],
    ["sigmoid(z)", "\\sigma\\left(z\\right)"],
    ["exp(-d)", "e^{-d}"],
    ["abs(s)", "\\left|s\\right|"],
    ["log(L)", "\\ln L"],
    ["log(L) * s", "\\left(\\ln L\\right)\\,s"],
    ["s + log(L) + s", "s + \\ln L + s"],
    ["log(2 * s)", "\\ln\\left(2\\,s\\right)"],
    ["log1p(s)", "\\ln\\left(1 + s\\right)"],
    ["sqrt(2 - 2 * s)", "\\sqrt{2 - 2\\,s}"],
    ["step(s - margin)", "\\mathbb{1}\\left[s - m>0\\right]"],
    ["cos(theta + m2)", "\\cos\\left(\\theta + m_{2}\\right)"],
    ["max(s, margin)", "\\max\\left(s,\\,m\\right)"],
    ["logSumExp(s, 2 * s, margin)", "\\ln\\left(e^{s} + e^{2\\,s} + e^{m}\\right)"],
    ["expm1(s) * 2", "\\left(e^{s} - 1\\right) \\cdot 2"],
    [
      "acos(s) + asin(s) + atan(s)",
      "\\arccos\\left(s\\right) + \\arcsin\\left(s\\right) + \\arctan\\left(s\\right)",
    ],
    ["detach(relu(s)) * s", "\\operatorname{sg}\\left[\\left[s\\right]_{+}\\right]\\,s"],
    ["sign(s) + tanh(s)", "\\operatorname{sign}\\left(s\\right) + \\tanh\\left(s\\right)"],
    // brackets where they are needed, and nowhere else
    ["2 * (-s)", "2\\,\\left(-s\\right)"],
    ["(-s) * 2", "-s \\cdot 2"],
    ["s - (-s)", "s - \\left(-s\\right)"],
    ["s + (-s)", "s - s"],
    ["s + (-s + margin)", "s - s + m"],
    ["s - (s + margin)", "s - \\left(s + m\\right)"],
    ["(s * s) * (s * 3)", "s\\,s\\,s \\cdot 3"],
    ["((s)) + ((margin))", "s + m"],
    ["exp(s)^2", "{\\left(e^{s}\\right)}^{2}"],
    ["(s / margin)^2", "{\\left(\\frac{s}{m}\\right)}^{2}"],
    ["(s^2)^3", "{\\left({s}^{2}\\right)}^{3}"],
    ["log(s)^2", "{\\left(\\ln s\\right)}^{2}"],
    ["sqrt(s)^3", "{\\sqrt{s}}^{3}"],
    ["(-s)^2", "{\\left(-s\\right)}^{2}"],
    ["-(s * margin)", "-s\\,m"],
    ["s * 1e-9 * s", "s \\cdot 1 \\cdot 10^{-9}\\,s"],
    ["clamp(s, 0, 1)", "\\operatorname{clamp}\\left(s,\\,0,\\,1\\right)"],
  ])("%s is %s", (formula, expected) => expect(tex(formula)).toBe(expected));

  it("with two cases has a brace, and no brackets of its own", () => {
    expect(tex("gamma * (s >= 0 ? s : -s)")).toBe(
      "\\gamma\\,\\begin{cases}s & s \\ge 0 \\\\ -s & \\text{else}\\end{cases}",
    );
    expect(tex("s <= 1 ? 2 : 3")).toBe("\\begin{cases}2 & s \\le 1 \\\\ 3 & \\text{else}\\end{cases}");
  });

  it("with cases before something else has brackets around them", () => {
    expect(tex("(s > 0 ? s : 0) + margin")).toBe(
      "\\left(\\begin{cases}s & s > 0 \\\\ 0 & \\text{else}\\end{cases}\\right) + m",
    );
  });

  it("with more than two cases has a rule: KaTeX would draw a brace as tall with inline styles", () => {
    expect(tex("s < 1 ? 1 : s < 2 ? 2 : s < 3 ? 3 : 4")).toBe(
      "\\begin{array}{|ll}1 & s < 1 \\\\ 2 & s < 2 \\\\ 3 & s < 3 \\\\ 4 & \\text{else}\\end{array}",
    );
    expect(tex("s > 1 ? 1 : s > 2 ? 2 : 3")).toMatch(/^\\begin\{array\}/);
    expect(tex("s > 1 ? 1 : 2")).toMatch(/^\\begin\{cases\}/);
  });

  it("takes a parameter's symbol before a name of the plane", () => {
    expect(formulaTex("K * s", { K: named("k") })).toBe("k\\,s");
  });

  it.each(["s +", "(s", "s = 1", "f(x) = x", "[1, 2]", "{a: 1}", "s; s", "s[1]", "1:3"])(
    "%s is refused",
    (text) => expect(() => tex(text)).toThrow(),
  );

  it("that is refused says what it is", () => {
    expect(() => tex("[s, 1]")).toThrow("invalid formula at column 1: unexpected [");
    expect(() => tex("other")).toThrow("unknown name: other");
  });
});

describe("a node of a graph", () => {
  const graph = new Graph();
  const s = graph.name("s_p");
  const m = graph.name("margin");
  const shared = graph.call("relu", graph.call("subtract", s, m));
  const nodeTex = (node: Expression): string => expressionTex(node, { symbols: symbolsOf(PARAMS) });

  it.each([
    ["x · x", graph.call("multiply", shared, shared), "\\left[s_p - m\\right]_{+}^{2}"],
    ["s · s", graph.call("multiply", s, s), "{s_p}^{2}"],
    ["θ", graph.call("angle", s), "\\theta_p"],
    ["d", graph.call("chord", s), "d_p"],
    ["sin θ", graph.call("sine", s), "\\sin\\left(\\theta_p\\right)"],
    ["1 / sin θ", graph.call("inverseSine", s), "\\frac{1}{\\sin\\left(\\theta_p\\right)}"],
    ["1 / d", graph.call("inverseChord", s), "\\frac{1}{d_p}"],
    ["cos mθ", graph.call("multipleCosine", s, m), "\\cos\\left(m\\,\\theta_p\\right)"],
    ["ln(eᵃ + eᵇ)", graph.call("logAddExp", s, m), "\\ln\\left(e^{s_p} + e^{m}\\right)"],
    ["ln sp", graph.call("logSoftplus", s), "\\ln\\left(\\operatorname{sp}\\left(s_p\\right)\\right)"],
    ["a chord of no axis", graph.call("chord", m), "\\sqrt{2 - 2\\,m}"],
  ])("%s", (_, node, expected) => expect(nodeTex(node)).toBe(expected));
});
