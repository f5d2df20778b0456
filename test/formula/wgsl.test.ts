import { describe, expect, it } from "vitest";
import { compileLoss } from "../../src/formula/compile.ts";
import { PRIMITIVES } from "../../src/formula/primitives/table.ts";
import { WGSL_LIBRARY } from "../../src/formula/primitives/wgsl.ts";
import { cellShader } from "../../src/formula/wgsl.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { NAMES } from "../losses/support.ts";
import { ProgramBuilder } from "./build-program.ts";

const shaderOf = (name: string, params = {}) => {
  const named = namedLoss(name, params);
  const program = compileLoss(named.loss, named.params, named.gradient, ["value", "dSp", "dSn"]);
  return program && { program, shader: cellShader(program, { cell: ["value", "dSp", "dSn"] }) };
};

describe("a program as WGSL", () => {
  it("reads what depends on one axis and computes the rest", () => {
    const build = new ProgramBuilder();
    const [p, n] = [build.input("s_p"), build.input("s_n")];
    const z = build.call("subtract", build.call("exp", n), build.call("sine", p));
    const value = build.call("softplus", z);
    const program = build.program({ value, z, dSp: build.call("multiply", build.call("sigmoid", z), p) });
    expect(cellShader(program, { cell: ["value", "dSp"], margin: ["z"] })).toEqual({
      code:
        "fn cell(place: Place) -> array<f32, 2> {\n" +
        "  let v2 = negativeOf(place, 0u);\n" +
        "  let v3 = positiveOf(place, 0u);\n" +
        "  let v4 = subtractWide(v2, v3);\n" +
        "  let v5 = softplusOf(v4);\n" +
        "  let v6 = sigmoidOf(v4);\n" +
        "  let v0 = positiveOf(place, 1u);\n" +
        "  let v7 = multiply32(v6, v0.x);\n" +
        "  return array<f32, 2>(v5, v7);\n" +
        "}\n\n" +
        "fn margin(place: Place) -> array<f32, 1> {\n" +
        "  let v2 = negativeOf(place, 0u);\n" +
        "  let v3 = positiveOf(place, 0u);\n" +
        "  let v4 = subtractWide(v2, v3);\n" +
        "  return array<f32, 1>(v4.x);\n" +
        "}\n",
      constants: [],
      positive: [3, 0],
      negative: [2],
    });
  });

  it("squares without a logarithm", () => {
    const build = new ProgramBuilder();
    const sum = build.call("add", build.input("s_p"), build.input("s_n"));
    const program = build.program({ value: build.call("power", sum, build.number(2)) });
    expect(cellShader(program, { cell: ["value"] }).code).toContain("multiplyWide(v2, v2)");
  });

  it("has one text for all values of the parameters", () => {
    const texts = [{}, { gamma: 1024 }, { gamma: 1, margin: -0.3 }].map(
      (params) => shaderOf("circle", params)?.shader.code,
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("fn cell(");
  });

  it("forms no angle and no transform of one axis in a cell, for any loss with a link", () => {
    for (const name of NAMES) {
      const { loss, params } = namedLoss(name);
      if (loss.formula(params).coupling === "pointwise") continue;
      expect(shaderOf(name)?.shader.code, name).not.toMatch(/\b(?:angle|acos|asin|sine|chord|cos|sin)Of\(/);
    }
  });

  it("calls nothing that the library lacks", () => {
    const defined = new Set([...WGSL_LIBRARY.matchAll(/fn (\w+)\(/g)].map(([, name]) => name));
    const given = ["constantOf", "positiveOf", "negativeOf", "cell", "array", "fixed"];
    const builtIn = [
      "abs",
      "select",
      "min",
      "max",
      "clamp",
      "vec2f",
      "bitcast",
      "round",
      "floor",
      "sqrt",
      "fract",
      "sign",
      "f32",
      "i32",
      "u32",
    ];
    const known = new Set([...defined, ...given, ...builtIn]);
    const calls = (text: string) => [...text.matchAll(/(?<!fn )\b([a-z]\w*)\(/gi)].map(([, name]) => name);
    const code = WGSL_LIBRARY.replace(/\/\*\*[^]*?\*\//g, "");
    const texts = [code, ...NAMES.map((name) => shaderOf(name)?.shader.code ?? "")];
    expect(texts.flatMap(calls).filter((name) => !known.has(name) && !/^(if|while|for)$/.test(name))).toEqual(
      [],
    );
    for (const name of Object.keys(PRIMITIVES).filter((each) => each !== "detach"))
      expect(defined.has(`${name}Of`) || defined.has(`${name}Wide`), name).toBe(true);
  });

  it("takes no built-in whose error may be larger than a few units in the last place", () => {
    const code = WGSL_LIBRARY.replace(/\/\*\*[^]*?\*\//g, "");
    expect(code).not.toMatch(/\b(?:exp|exp2|log|log2|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh)\(/);
    expect(code).not.toMatch(/isnan|isinf|\b(\w+) != \1\b/i);
  });

  it("says which output a program lacks", () => {
    const build = new ProgramBuilder();
    expect(() => cellShader(build.program({ value: build.number(1) }), { cell: ["dSp"] })).toThrow(
      "program without output dSp",
    );
  });
});
