import { describe, expect, it } from "vitest";
import { faultIn } from "../../src/app/panels/json-fault.ts";
import { offsetOf } from "../../src/app/formula/text-area.ts";
import { InputError } from "../../src/losses/errors.ts";
import { parseFigure, resolveFigure } from "../../src/spec/figure.ts";

/** What of a text is marked for what is wrong with it. */
function marked(text: string): string | undefined {
  try {
    resolveFigure(parseFigure(text));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const place = faultIn(text, error.message);
    if (place === undefined) return undefined;
    const start = offsetOf(text, place);
    return text.slice(start, start + place.length);
  }
  throw new Error("legal");
}

describe("the marked place", () => {
  it.each([
    ['{"version": 1, "loss": {"id": "circle"},\n "samples": 3}', '"samples"'],
    ['{"version": 1, "loss": {"id": "circle",\n "params": {"margin": 9}}}', '"margin"'],
    ['{"version": 1, "loss": {"id": "circle"},\n "smaples": 64}', '"smaples"'],
    [
      '{"version": 1, "kind": "panels", "panels": [{"figure": {"version": 1, "loss": {"id": "circle"}, "samples": 3}}]}',
      '"samples"',
    ],
    // what is missing has no place; its parent has
    ['{"version": 1, "kind": "panels", "panels": [{"title": "a"}]}', '"panels"'],
    ['{"version": 1}', undefined],
  ])("of %s is %s", (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it("of text that is no JSON is where the parser stopped, if it says so", () => {
    expect(faultIn("{\n  nonsense", "… (line 2 column 3)")).toEqual({ line: 2, column: 3, length: 1 });
  });
});
