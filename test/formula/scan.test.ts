import { describe, expect, it } from "vitest";
import { FormulaError } from "../../src/formula/formula-error.ts";
import { LIMITS } from "../../src/formula/language.ts";
import { scan } from "../../src/formula/scan.ts";

const texts = (text: string): string[] => scan(text).map((token) => token.text);

describe("tokens", () => {
  it("have their kind, and their place in the text as it was typed", () => {
    expect(scan("2.5*θ_p\n ≤ x")).toEqual([
      { kind: "number", text: "2.5", line: 1, column: 1, length: 3 },
      { kind: "mark", text: "*", line: 1, column: 4, length: 1 },
      { kind: "name", text: "theta_p", line: 1, column: 5, length: 3 },
      { kind: "end", text: "\n", line: 1, column: 8, length: 1 },
      { kind: "mark", text: "<=", line: 2, column: 2, length: 1 },
      { kind: "name", text: "x", line: 2, column: 4, length: 1 },
    ]);
  });

  it.each([
    ["1 .5 2. 1e5 1.5E-3 .1e+2", ["1", ".5", "2.", "1e5", "1.5E-3", ".1e+2"]],
    ["1e", ["1", "e"]],
    ["a<=b>=c<d>e", ["a", "<=", "b", ">=", "c", "<", "d", ">", "e"]],
    ["a**b*c", ["a", "^", "b", "*", "c"]],
    ["αβΔ ωx", ["alphabetaDelta", "omegax"]],
    ["x # rest; of (the line\ny // and this", ["x", "\n", "y"]],
    ['name = "My loss"; x', ["name", "=", '"My loss"', ";", "x"]],
    ["", []],
    [" \t\r\u00a0", []],
  ])("of %j are %j", (text, expected) => expect(texts(text)).toEqual(expected));

  it("lie one after the other, within the text, and give it back", () => {
    const text = 'z = γ·(s_n − s_p) # gap\n  softplus(z) ** 2 ≥ 1e-3 ; "q"';
    const lines = text.split("\n");
    let before = [1, 0];
    for (const { line, column, length, kind } of scan(text)) {
      expect(line > before[0] || column > before[1]).toBe(true);
      if (kind !== "end") expect(lines[line - 1].slice(column - 1, column - 1 + length)).toHaveLength(length);
      before = [line, column + length - 1];
    }
  });
});

describe("a character that no formula has", () => {
  it.each([
    ["x + @", 5, "unexpected @; expected"],
    ["x + $", 5, "unexpected $; expected"],
    ["\\x", 1, "unexpected \\; expected"],
    ['"open', 1, 'unexpected "; expected'],
    [`"${"a".repeat(81)}"`, 1, 'unexpected "; expected'],
    ["x\u2028y", 2, "unexpected character U+2028; expected"],
    ["\ufeffx", 1, "unexpected character U+FEFF; expected"],
    ["x\ud800", 2, "unexpected character U+D800; expected"],
    ["ο_p", 1, undefined],
  ])("%j: column %d", (text, column, what) => {
    // Greek omicron is a letter of names; whether a name is known is not asked here
    if (what === undefined) {
      expect(texts(text)).toEqual([text]);
      return;
    }
    expect(() => scan(text)).toThrow(FormulaError);
    expect(() => scan(text)).toThrow(`column ${column}: ${what}`);
  });

  it("of two halves is marked whole", () => {
    try {
      scan("x + 😀");
      expect.unreachable();
    } catch (error) {
      expect((error as FormulaError).place).toEqual({ line: 1, column: 5, length: 2 });
    }
  });
});

describe("limits", () => {
  it("of length, words and open brackets", () => {
    expect(() => scan(" ".repeat(LIMITS.characters + 1))).toThrow("2001 characters; expected at most 2000");
    expect(scan("+".repeat(LIMITS.tokens))).toHaveLength(LIMITS.tokens);
    expect(() => scan("+".repeat(LIMITS.tokens + 1))).toThrow("column 1001: more than 1000 words and signs");
    expect(scan("(".repeat(LIMITS.nesting))).toHaveLength(LIMITS.nesting);
    expect(() => scan("(".repeat(LIMITS.nesting + 1))).toThrow("column 65: more than 64 brackets open");
  });
});
