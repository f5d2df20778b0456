import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/figures/prepared.ts";
import { agrees, asPrinted, listIn, named, presetFacts } from "./printed.ts";

const panels = listIn(presetFacts("arcface-fig5"), "panels");
const together = panels[panels.length - 1];

/** Panel, θ₁ where class 1 meets θ₂ = π/2, and θ₂ where it meets θ₁ = 0. */
const TABLE: readonly (readonly [string, string, string])[] = [
  ["SphereFace, $m = 4$", "0.392699", "0"],
  ["SphereFace, $m = 1.35$", "1.163553", "0"],
  ["ArcFace, $m = 0.5$", "1.070796", "0.5"],
  ["CosFace, $m = 0.35$", "1.213225", "0.863212"],
  ["CM1 (1, 0.3, 0.2)", "1.069438", "0.714629"],
  ["CM2 (0.9, 0.4, 0.15)", "1.133587", "0.690291"],
];

function boundaryIn(title: string): Facts {
  const panel = panels.find((each) => each.title === title);
  if (panel === undefined) throw new Error(`no panel ${title}`);
  return listIn(panel, "boundaries")[0];
}

/** Where a boundary has one angle: the other one. */
function otherAt(facts: Facts, angle: "positive" | "negative", at: number): unknown {
  const other = angle === "positive" ? "negative" : "positive";
  return listIn(facts, "crossings").find((each) => Math.abs(Number(each[angle]) - at) < 1e-12)?.[other];
}

/** θ₂ − θ₁ along a boundary, at the readings that it has. */
const margins = (facts: Facts): number[] =>
  listIn(facts, "readings")
    .filter(({ sp }) => sp !== null)
    .map(({ sn, sp }) => Math.acos(Number(sn)) - Math.acos(Number(sp)));

describe("decision margins in angles (catalogue 10.8, Fig. 5)", () => {
  it("has a panel for each, and one for all", () => {
    expect(panels.map(({ title }) => title)).toEqual([
      "Softmax",
      ...TABLE.map(([title]) => title),
      "class 1 of all",
    ]);
    expect(listIn(together, "boundaries").map(({ name }) => name)).toEqual([
      "Softmax",
      ...TABLE.map(([title]) => title),
    ]);
  });

  it("has θ₁ = θ₂ for softmax, for both classes", () => {
    const softmax = boundaryIn("Softmax");
    for (const facts of [softmax, softmax.mirrored as Facts])
      expect(listIn(facts, "pieces")).toMatchObject([{ kind: "line", slope: 1, intercept: 0 }]);
    for (const margin of margins(softmax)) expect(Math.abs(margin)).toBeLessThan(1e-12);
  });

  it.each(TABLE)("%s meets the right angle at θ₁ = %s and θ₁ = 0 at θ₂ = %s", (title, right, zero) => {
    for (const facts of [boundaryIn(title), named(together, "boundaries", title)]) {
      expect(facts.origin).toBe("closed form");
      expect(asPrinted(otherAt(facts, "negative", Math.PI / 2), right)).toBe(right);
      expect(asPrinted(otherAt(facts, "positive", 0), zero)).toBe(zero);
    }
  });

  it.each(TABLE)("%s has class 2 as the mirror of class 1", (title, right, zero) => {
    const mirrored = boundaryIn(title).mirrored as Facts;
    expect(asPrinted(otherAt(mirrored, "positive", Math.PI / 2), right)).toBe(right);
    expect(asPrinted(otherAt(mirrored, "negative", 0), zero)).toBe(zero);
  });

  it("has one margin all along for ArcFace, and for no other but softmax", () => {
    for (const [title] of TABLE) {
      const found = margins(boundaryIn(title));
      expect(found.length).toBeGreaterThanOrEqual(3);
      const spread = Math.max(...found) - Math.min(...found);
      if (title.startsWith("ArcFace")) {
        expect(spread).toBeLessThan(1e-12);
        expect(agrees(found[0], "0.5")).toBe(true);
      } else expect(spread).toBeGreaterThan(0.1);
    }
  });
});
