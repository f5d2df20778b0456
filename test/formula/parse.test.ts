import { compile } from "mathjs/number";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../src/formula/expression.ts";
import { FormulaError } from "../../src/formula/formula-error.ts";
import { parseExpression, UnknownNameError } from "../../src/formula/parse.ts";
import { expectClose } from "../numerics/seeded.ts";
import { NAMES, OWN_FUNCTIONS, scopeAt, valueAt } from "./support/oracle.ts";

const parse = (text: string): Expression => parseExpression(text, NAMES);

function refusalOf(text: string, names: readonly string[] = NAMES): FormulaError {
  try {
    parseExpression(text, names);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

const SIGNS = "expected numbers, names, + - * / ^ ( ) , ? : < <= > >=";
const OPERAND = "expected a number, a name or ( there";

describe("a refusal says what, where and what is legal", () => {
  /** The text with the refused part in « ». */
  it.each([
    // names
    ["2 * «s_q»", "unknown name: s_q; did you mean s_p?"],
    ["«gama» * s_p", "unknown name: gama; did you mean gamma?"],
    ["«true»", "unknown name: true; expected it to be declared, for example true = 0.5 in [0, 1]"],
    ["1 + «constructor»", "unknown name: constructor; expected it to be declared"],
    ["«softpluss»(s_p)", "unknown function: softpluss; did you mean softplus?"],
    ["«eval»(s_p)", "unknown function: eval; expected one of exp, log,"],
    ["«gamma»(s_p)", "gamma is no function; expected a sign before (, for example gamma * ("],
    ["2 * «pi» (s_p)", "pi is no function; expected a sign before ("],
    ["«relu» + 1", "relu is a function; expected ( after it"],
    // numbers of arguments
    ["1 + «relu»(s_p, 1)", "relu with 2 arguments; expected 1 argument"],
    ["«relu»()", "relu with 0 arguments; expected 1 argument"],
    ["«min»(s_p)", "min with 1 argument; expected 2 to 16 arguments"],
    ["«clamp»(s_p, 1)", "clamp with 2 arguments; expected 3 arguments"],
    [`«max»(${Array(17).fill("1").join()})`, "max with 17 arguments; expected 2 to 16 arguments"],
    // implicit multiplication
    ["2«s_p»", "missing sign before s_p; expected one of + - * / ^"],
    ["2 «(»s_p)", "missing sign before (; expected one of + - * / ^"],
    ["(s_p)«(»s_n)", "missing sign before (; expected one of + - * / ^"],
    ["s_p «s_n»", "missing sign before s_n; expected one of + - * / ^"],
    ["(s_p)«2»", "missing sign before 2; expected one of + - * / ^"],
    ["5 «cm»", "missing sign before cm"],
    ["0«x10»", "missing sign before x10"],
    ["1.«.5»", "missing sign before .5"],
    ["1«e»", "missing sign before e"],
    // brackets
    ["2 * «(»s_p", "bracket never closed; expected a ) for this ("],
    ["((s_p) + «(»1", "bracket never closed; expected a ) for this ("],
    ["s_p«)» + 1", "unexpected ); expected a ( before it"],
    ["(«)»", `value expected at ); ${OPERAND}`],
    // signs
    ["«*» s_p", `value expected at *; ${OPERAND}`],
    ["s_p * «/» 2", `value expected at /; ${OPERAND}`],
    ["s_p «*»", `unexpected end of expression at *; ${OPERAND}`],
    ["relu(s_p, «)»", `value expected at ); ${OPERAND}`],
    ["s_p «,» 1", "unexpected operator , at ,; expected a complete formula"],
    ["(s_p «,» 1)", "parenthesis ) expected at ,; expected a complete formula"],
    // comparisons and conditionals
    ["s_p < s_n «<» 1", "chained comparison; expected a single one, as in a < b ? 1 : 0"],
    ["s_p < s_n «<=» 1 ? 2 : 3", "chained comparison; expected a single one"],
    ["(s_p «>» s_n) + 1", "comparison used as a number; expected it before ?, as in a < b ? 1 : 0"],
    ["min(1, (s_p) «>=» (s_n))", "comparison used as a number"],
    ["s_p < 1 ? s_p «<» 2 : 3", "comparison used as a number"],
    ["(s_p + s_n) «?» 1 : 0", "no comparison before ?; expected one of < <= > >=, once"],
    ["(s_p < 1 ? 1 : 0) «?» 1 : 0", "no comparison before ?"],
    ["s_p < 1 ? «2»", "false part of conditional expression expected at 2; expected : and a second value"],
    ["s_p < 1 ? 2 «:»", `unexpected end of expression at :; ${OPERAND}`],
    ["s_p < 1 ? 1 «,» 2 : 3", "false part of conditional expression expected at ,; expected : and"],
    ["«:»", "unexpected :; expected a ? before it"],
    ["s_p < 1 ? (1 «:» 2) : 3", "unexpected :; expected a ? before it"],
    ["s_p < 1 ? 1 : 2 «:» 3", "unexpected :; expected a ? before it"],
    ["s_p < 1 ? s_n < 1 ? 1 : 2 : «3»", "brackets around a ? within a ?"],
    ["1 «:» 2", "unexpected :; expected a ? before it"],
    ["min(s_p «:» 2, 3)", "unexpected :; expected a ? before it"],
    // everything else that mathjs reads
    ["s_p «=» 1", `unexpected =; ${SIGNS}`],
    ["s_p «=»= 1", `unexpected =; ${SIGNS}`],
    ["«f»(x) = x", "unknown function: f;"],
    ["1«;» 2", `unexpected ;; ${SIGNS}`],
    ["s_p«;» -s_n", `unexpected ;; ${SIGNS}`],
    ['«"text"»', `unexpected "text"; ${SIGNS}`],
    ["«'»text'", `unexpected '; ${SIGNS}`],
    ["s_p«.»constructor", `unexpected .; ${SIGNS}`],
    ["s_p«[»1]", `unexpected [; ${SIGNS}`],
    ["«[»1, 2]", `unexpected [; ${SIGNS}`],
    ["«{»a: 1}", `unexpected {; ${SIGNS}`],
    ["s_p «%» 2", `unexpected %; ${SIGNS}`],
    ["s_p«!»", `unexpected !; ${SIGNS}`],
    ["s_p«'»", `unexpected '; ${SIGNS}`],
    ["s_p «&» 1", `unexpected &; ${SIGNS}`],
    ["«`»s_p`", `unexpected \`; ${SIGNS}`],
    // numbers
    ["2 + «1e400»", "number too large: 1e400; expected at most 1.8e308"],
    [`2 + «${"9".repeat(65)}»`, "number of 65 characters; expected at most 64"],
    [`2 + «${"a".repeat(65)}»`, "name of 65 characters; expected at most 64"],
    // letters and signs that only look right
    ["«с»_p", "unexpected character U+0441 (с, not a Latin letter)"],
    ["s_«р»", "unexpected character U+0440 (р, not a Latin letter)"],
    ["«ｓ»_p", "unexpected character U+FF53 (ｓ, not a Latin letter)"],
    ["s«\u200b»_p", "unexpected character U+200B;"],
    ["s_p «\u202e»+ 1", "unexpected character U+202E;"],
    ["s_p «\u2215» 2", "unexpected character U+2215;"],
    ["«\u{1d6fe}» * s_p", "unexpected character U+1D6FE (\u{1d6fe}, not a Latin letter)"],
    ["s_p «\u0000»", "unexpected character U+0000;"],
  ])("%s: %s", (marked, what) => {
    const at = marked.indexOf("«");
    const length = marked.indexOf("»") - at - 1;
    const error = refusalOf(marked.replace(/[«»]/g, ""));
    expect(error.what).toContain(what);
    expect(error.place).toMatchObject({ line: 1, column: at + 1, length });
    expect(error.message).toBe(`invalid formula at column ${error.place.column}: ${error.what}`);
  });

  it("counts lines from 1 and columns within the line", () => {
    const error = refusalOf("s_p\n  + K\n  * s_q # s_r");
    expect(error.place).toMatchObject({ line: 3, column: 5, length: 3 });
    expect(error.message).toMatch(/^invalid formula at line 3, column 5: unknown name: s_q/);
  });

  it("gives an unknown name on its own, for an offer to declare it", () => {
    const error = refusalOf("tau * s_p");
    expect(error).toBeInstanceOf(UnknownNameError);
    expect((error as UnknownNameError).unknown).toBe("tau");
  });

  it.each(["", "  \t ", "\n\n", "# nothing", "// nothing"])(
    "nothing (%j) is told what would be something",
    (text) =>
      expect(refusalOf(text).what).toBe(
        "nothing there; expected a formula, for example softplus(32 * (s_n - s_p))",
      ),
  );
});

describe("limits", () => {
  it.each([
    ["characters", `s_p${" ".repeat(1998)}`, "2001 characters; expected at most 2000"],
    ["words and signs", Array(501).fill("1").join("+").concat("+"), "more than 1000 words and signs"],
    [
      "brackets",
      `${"(".repeat(65)}1${")".repeat(65)}`,
      "more than 64 brackets open; expected a flatter formula",
    ],
    ["levels", Array(130).fill("K").join("+"), "operations more than 128 deep; expected a flatter formula"],
    ["levels of signs", `${"-".repeat(200)}s_p`, "operations more than 128 deep"],
    [
      "operations",
      Array(16)
        .fill(`(${Array(17).fill("K").join("+")})`)
        .join("+"),
      "more than 500 operations",
    ],
  ])("too many %s", (_, text, what) => expect(refusalOf(text).what).toContain(what));

  it.each([
    ["characters", `s_p${" ".repeat(1997)}`],
    ["brackets", `${"(".repeat(64)}s_p${")".repeat(64)}`],
    ["levels", Array(128).fill("K").join("+")],
    ["arguments", `logSumExp(${Array(16).fill("s_p").join()})`],
  ])("as many %s as there may be", (_, text) => expect(parse(text)).toBeDefined());
});

describe("reads a text as mathjs does", () => {
  it.each([
    "-s_p^2",
    "2^-s_p",
    "2^3^2 * s_p",
    "(2^3)^2 * s_p",
    "-2^-2 - s_p",
    "--s_p",
    "+-s_p",
    "2 - -s_p",
    "2 * -s_p + 1",
    "s_p / s_n / K",
    "s_p / s_n * K",
    "s_p - s_n - K",
    "s_p - (s_n - K)",
    "-s_p * s_n",
    "(-s_p) ^ 2",
    "1 + 2 * 3 ^ 2 / 4 - s_n",
    "s_p < s_n ? 1 : 2",
    "s_p > s_n ? 1 : s_n < 0 ? 2 : 3",
    "s_p < s_n ? (s_n < 0 ? 1 : 2) : 3",
    "(s_p < s_n) ? s_p : s_n",
    "s_p + 1 < s_n ? 1 : 2 + 3",
    "(s_p < 1 ? 2 : 3) * 4",
    "s_p <= s_p ? 1 : 0",
    "s_p >= 2 * s_p ? 1 : 0",
    "min(s_p, s_n, 0) + max(s_p, s_n)",
    "e^s_p + pi",
    "1.5e-3 + .5 + 2. + 1E2 * s_p",
    "log(K) * log1p(L) - expm1(m)",
    "clamp(s_p, -1, 1) + relu(-s_n) - step(s_p)",
    "atan(s_p) + asin(s_p) + acos(s_n) + sinh(1) + cosh(1) + tanh(1) + tan(1) + sin(1) + cos(1)",
    "gamma * (s_n - s_p + m)",
    "abs(s_n)^0.5 + sqrt(2 - 2 * s_p) + sign(s_n)",
    "logSumExp(s_p) + softplus(s_n) + sigmoid(0) + detach(K)",
  ])("%s", (text) => {
    const theirs: unknown = compile(text).evaluate({ ...scopeAt(0.4, -0.7), ...OWN_FUNCTIONS });
    expectClose(valueAt(parse(text), 0.4, -0.7), Number(theirs), 1e-15);
  });

  it.each([
    ["s_p**2", "s_p^2"],
    ["s_p × s_n · K − 1", "s_p * s_n * K - 1"],
    ["s_p ≤ s_n ? 1 : 2", "s_p <= s_n ? 1 : 2"],
    ["s_p ≥ s_n ? 1 : 2", "s_p >= s_n ? 1 : 2"],
    ["γ * θ_p + π", "gamma * theta_p + pi"],
    ["s_p # the positive\n + s_n // the negative", "s_p + s_n"],
    ["s_p\u00a0+\ts_n\r\n", "s_p+s_n"],
    ["(\n s_p\n)", "s_p"],
  ])("%j is another way to write %s", (text, plain) => expect(parse(text)).toEqual(parse(plain)));

  it("lets no name be a word of mathjs' own", () => {
    const words = ["mod", "to", "in", "and", "or", "xor", "not", "end", "true", "false", "null", "undefined"];
    for (const word of [...words, "NaN", "Infinity", "i", "x", "e", "version", "constructor", "toString"]) {
      const expression = parseExpression(`2 * ${word} + -${word}^2`, [word]);
      const plain = JSON.stringify(parseExpression("2 * K + -K^2", ["K"]));
      expect(JSON.stringify(expression)).toBe(plain.replaceAll('"K"', JSON.stringify(word)));
    }
  });

  it("takes e and pi as numbers unless they are declared", () => {
    expect(parseExpression("e", [])).toEqual({ kind: "number", value: Math.E });
    expect(parseExpression("pi", [])).toEqual({ kind: "number", value: Math.PI });
    expect(parseExpression("e", ["e"])).toEqual({ kind: "name", name: "e" });
  });
});
