import { describe, expect, it } from "vitest";
import { asPrinted, listIn, named, presetFacts, valueAt } from "./printed.ts";

const [curves, negatives, positives] = listIn(presetFacts("ms-weights"), "panels");

const SINGLE: Readonly<Record<string, readonly string[]>> = {
  "$β = 2$": ["0.401312", "0.5", "0.598688"],
  "$β = 10$": ["0.119203", "0.5", "0.880797"],
  "$β = 50$": ["4.53979e-5", "0.5", "0.999955"],
};
const NEGATIVE_CASES: Readonly<Record<string, string>> = {
  "at 0.5, others at 0.4": "0.496654",
  "all 0.1 closer": "0.980187",
  "only the others closer": "0.25",
  "positives closer": "0.496654",
};
const POSITIVE_CASES: Readonly<Record<string, string>> = {
  "at 0.6, others at 0.7": "0.259144",
  "all 0.1 lower": "0.274917",
  "only the others lower": "0.236888",
};

describe("multi-similarity's pair weights (catalogue 10.9)", () => {
  it.each(Object.entries(SINGLE))("one negative, %s", (name, row) => {
    const curve = named(curves, "curves", name);
    expect([0.3, 0.5, 0.7].map((s, i) => asPrinted(valueAt(curve, s), row[i]))).toEqual(row);
  });

  it.each(Object.entries(NEGATIVE_CASES))("a negative among three: %s", (name, weight) => {
    expect(asPrinted(named(negatives, "bars", name).weight, weight)).toBe(weight);
  });

  it("positives that come closer change nothing of a negative's weight", () => {
    const [before, after] = ["at 0.5, others at 0.4", "positives closer"].map((name) =>
      named(negatives, "bars", name),
    );
    expect(after.weight).toBe(before.weight);
  });

  it.each(Object.entries(POSITIVE_CASES))("a positive among three: %s", (name, weight) => {
    expect(asPrinted(named(positives, "bars", name).weight, weight)).toBe(weight);
  });
});
