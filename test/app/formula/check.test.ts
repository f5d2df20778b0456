import { describe, expect, it } from "vitest";
import { declaration, problemOf } from "../../../src/app/formula/check.ts";
import { offsetOf } from "../../../src/app/formula/text-area.ts";
import { typedLoss } from "../../../src/formula/typed-loss.ts";

const problem = (text: string) => problemOf(() => typedLoss(text));

describe("what is said of a text", () => {
  it("is nothing of a loss", () => {
    expect(problem("softplus(s_n - s_p)")).toBeUndefined();
  });

  it.each([
    ["softplus(s_n - s_p", "("],
    ["a = 3\nsoftplus(s_n - wide)", "wide"],
    ["\n\n  s_p + sοft", "sοft"],
    ["s_p $ 2", "$"],
    ["loss = s_p\n\nloss = s_n", "loss"],
  ])("of %j has the place of %j", (text, fault) => {
    const found = problem(text);
    const { place } = found ?? {};
    expect(place).toBeDefined();
    if (!place) return;
    const start = offsetOf(text, place);
    expect(text.slice(start, start + place.length)).toBe(fault);
    expect(found?.message).toMatch(new RegExp(`^Line ${place.line}, column ${place.column}: `));
  });

  it("names an undeclared name that could be declared", () => {
    expect(problem("softplus(k * (s_n - s_p))")?.undeclared).toBe("k");
    expect(problem("softplus(_k * (s_n - s_p))")?.undeclared).toBeUndefined();
    expect(problem("softplus(s_n - s_p) + relu")?.undeclared).toBeUndefined();
  });

  it("lets faults of the program through", () => {
    expect(() =>
      problemOf(() => {
        throw new TypeError("a fault");
      }),
    ).toThrow(TypeError);
  });
});

describe("declaring a name", () => {
  it.each([
    "softplus(k * (s_n - s_p))",
    'name = "Titled"\nsoftplus(k * (s_n - s_p))',
    "# a remark\nsoftplus(k * (s_n - s_p))",
    "a = 3\nsoftplus(a * k * (s_n - s_p))",
    "A_p = k * s\nA_n = s\nlink = softplus(z)",
  ])("mends %j", (text) => {
    const { offset, line } = declaration(text, "k");
    const mended = text.slice(0, offset) + line + text.slice(offset);
    expect(problem(mended)).toBeUndefined();
    expect(typedLoss(mended).params["k"]).toMatchObject({ default: 0.5, min: 0, max: 1 });
  });

  it("gives what multiplies similarities the range of a scale", () => {
    const { line } = declaration("softplus(gamma * (s_n - s_p))", "gamma");
    expect(line).toBe("gamma = 32 in [1, 1024] log\n");
  });
});
