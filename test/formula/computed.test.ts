import { describe, expect, it } from "vitest";
import { lossTexInNumbers } from "../../src/formula/loss-tex.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { parseExpression } from "../../src/formula/parse.ts";
import { computed } from "../../src/formula/computed.ts";
import { formulaText } from "../../src/formula/text.ts";

const inNumbers = (formula: string, numbers: Record<string, number>): string =>
  formulaText(
    computed(parseExpression(formula, ["s", ...Object.keys(numbers)]), new Map(Object.entries(numbers))),
  );

describe("a formula with numbers put in", () => {
  it("works out what is a number and leaves the rest", () => {
    expect(inNumbers("gamma * (1 + m - s) * (s - 1 + m)", { gamma: 64, m: 0.25 })).toBe(
      "64 * (1.25 - s) * (s - 1 + 0.25)",
    );
    expect(inNumbers("s * t + log(t)", { t: 1 })).toBe("s");
    expect(inNumbers("t > 1 ? s : 2 * s", { t: 2 })).toBe("s");
    expect(inNumbers("log(t) + s", { t: 0 })).toContain("log(0)");
  });

  it("has the numbers of AM-Softmax, and K and L where they matter", () => {
    const { loss, params } = namedLoss("am-softmax", { gamma: 30, margin: 0.35 });
    const lines = lossTexInNumbers(loss, params, { K: 1, L: 1 }).join("\n");
    expect(lines).toContain("30");
    expect(lines).toContain("0.35");
    expect(lines).not.toContain("gamma");
    expect(lines).not.toContain("\\ln");
    expect(lossTexInNumbers(loss, params, { K: 1, L: 100 }).join("\n")).toContain(String(4.60517));
  });
});
