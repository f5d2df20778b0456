import { describe, expect, it } from "vitest";
import { asPrinted, listIn, named, presetFacts, valueAt } from "./printed.ts";

const DEGREES = [20, 30, 60, 90, 100];
const TABLE: Readonly<Record<string, readonly string[]>> = {
  softmax: ["0.939693", "0.866025", "0.5", "0", "-0.173648"],
  "SphereFace, $m = 1.35$": ["0.891007", "0.760406", "0.156434", "-0.522499", "-0.707107"],
  "SphereFace, $m = 4$, $λ = 5$": ["0.812019", "0.638355", "0.166667", "-0.5", "-0.683699"],
  "ArcFace, $m = 0.5$": ["0.660685", "0.520296", "0.0235966", "-0.479426", "-0.624533"],
  "CosFace, $m = 0.35$": ["0.589693", "0.516025", "0.15", "-0.35", "-0.523648"],
  "CM1 (1, 0.3, 0.2)": ["0.596649", "0.479586", "0.0217402", "-0.495520", "-0.656923"],
  "CM2 (0.9, 0.4, 0.15)": ["0.605644", "0.493879", "0.0763400", "-0.390538", "-0.539418"],
};
const facts = presetFacts("arcface-fig4b");

describe("target logits of the softmax family (catalogue 10.8)", () => {
  it("shows the seven curves of the table and no others", () => {
    expect(listIn(facts, "curves").map(({ name }) => name)).toEqual(Object.keys(TABLE));
  });

  it.each(Object.entries(TABLE))("%s at every angle of the table", (name, row) => {
    const curve = named(facts, "curves", name);
    const rounded = DEGREES.map((at) => Number(Number(valueAt(curve, at)).toFixed(14)));
    expect(rounded.map((value, i) => asPrinted(value, row[i]))).toEqual(row);
  });
});
