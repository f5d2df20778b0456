import { describe, expect, it } from "vitest";
import { parseLabel, plainLabel, wrapLabel, widthOf } from "../../src/figures/label.ts";
import { QUANTITIES } from "../../src/spec/quantities.ts";
import { fc } from "../numerics/seeded.ts";

/** Runs as `font:text`, with `↓` or `↑` for what is lowered or raised. */
const brief = (label: string): string[] =>
  parseLabel(label).map(
    ({ text, font, shift }) => `${font}:${shift > 0 ? "↓" : shift < 0 ? "↑" : ""}${text}`,
  );

describe("parseLabel", () => {
  it.each([
    ["plain words", ["text:plain words"]],
    ["", []],
    ["similarity $s_p$", ["text:similarity ", "math:s", "math:↓p"]],
    ["$O_{max}$ of", ["math:O", "text:↓max", "text: of"]],
    ["$x^2 + y^{-1}$", ["math:x", "text:↑2", "text: + ", "math:y", "text:↑-1"]],
    ["$sin θ_p$", ["text:sin", "text: ", "math:θ", "math:↓p"]],
    ["$∂ℒ/∂s_p$", ["symbol:∂", "script:L", "text:\u200a", "text:/", "symbol:∂", "math:s", "math:↓p"]],
    ["$|∂ℒ|$", ["symbol:|", "symbol:∂", "script:L", "text:\u200a", "symbol:|"]],
    ["$γ = 256$", ["math:γ", "text: = 256"]],
    ["costs 5 $", ["text:costs 5 "]],
    ["$a_$", ["math:a"]],
  ])("%s", (label, runs) => {
    expect(brief(label)).toEqual(runs);
  });

  it("can be strong outside mathematics", () => {
    expect(parseLabel("loss $m$", "strong").map(({ font }) => font)).toEqual(["strong", "math"]);
  });

  it("loses no letter of the labels in use", () => {
    for (const { label } of Object.values(QUANTITIES)) {
      const read = parseLabel(label)
        .map(({ text }) => text)
        .join("");
      const meant = plainLabel(label).replaceAll(/[_^]/g, "").replaceAll("ℒ", "L");
      expect(read.replaceAll("\u200a", "")).toBe(meant);
    }
  });

  it("takes any text, and outside dollar signs keeps it as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => parseLabel(text)).not.toThrow();
        const words = text.replaceAll("$", "");
        expect(
          parseLabel(words)
            .map((run) => run.text)
            .join(""),
        ).toBe(words);
      }),
    );
  });
});

describe("widthOf", () => {
  it("adds advance widths in the size of each run", () => {
    expect(widthOf(parseLabel("AV"), 10)).toBeCloseTo(6.9 + 6.9, 12);
    // s is 469 and n 600 thousandths of the mathematical italic; a subscript is 0.72 as large
    expect(widthOf(parseLabel("$s_n$"), 10)).toBeCloseTo(4.69 + 0.72 * 6, 12);
    expect(widthOf(parseLabel("口"), 10)).toBe(6);
  });
});

describe("plainLabel", () => {
  it("leaves the marks out", () => {
    expect(plainLabel("gradient $∂ℒ/∂s_{p}$")).toBe("gradient ∂ℒ/∂s_p");
  });
});

const word = fc.stringMatching(/^[a-zA-Z0-9.,]{1,12}$/);
const formula = fc.constantFrom("$s_p$", "$K = L = 16$", "$∂ℒ/∂s_n$", "$γ$");

describe("wrapLabel", () => {
  it("breaks between words, never inside mathematics", () => {
    const lines = wrapLabel("for $K = L = 1$ and $K = 4$.", 10, 50).map((runs) =>
      runs.map(({ text }) => text).join(""),
    );
    expect(lines).toEqual(["for", "K = L = 1", "and", "K = 4."]);
  });

  it("gives no line for no text", () => {
    expect(wrapLabel("", 10, 100)).toEqual([]);
    expect(wrapLabel("   ", 10, 100)).toEqual([]);
  });

  it("never exceeds the width unless a single word does, and keeps every word in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, formula), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 20, max: 400 }),
        fc.integer({ min: 6, max: 16 }),
        (words, width, size) => {
          const lines = wrapLabel(words.join(" "), size, width);
          const atoms = words.map((each) => ({
            text: parseLabel(each)
              .map(({ text }) => text)
              .join(""),
            width: widthOf(parseLabel(each), size),
          }));
          let next = 0;
          for (const runs of lines) {
            const text = runs.map((run) => run.text).join("");
            const first = next;
            let built = atoms[next++].text;
            while (built !== text) built += ` ${atoms[next++].text}`;
            if (next - first > 1) expect(widthOf(runs, size)).toBeLessThanOrEqual(width);
            const following = atoms[next];
            // a line ends only where the next word did not fit
            if (following)
              expect(widthOf(runs, size) + (281 * size) / 1000 + following.width).toBeGreaterThan(width);
          }
          expect(next).toBe(atoms.length);
        },
      ),
    );
  });
});
