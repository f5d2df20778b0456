import { describe, expect, it } from "vitest";
import {
  coordinateOf,
  nodesOf,
  placed,
  similarityAt,
  similarityRange,
  similarityRate,
} from "../../src/plane/axis.ts";
import { LEGAL_RANGE, UNITS } from "../../src/spec/axes.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";

describe("units", () => {
  it("show s = 1/2 as 60° and as chord 1", () => {
    expect([coordinateOf("cosine", 0.5), coordinateOf("chord", 0.5)]).toEqual([0.5, 1]);
    expectClose(coordinateOf("radians", 0.5), Math.PI / 3, 4e-16);
    expectClose(coordinateOf("degrees", 0.5), 60, 4e-16);
  });

  it.each(UNITS)("%s goes there and back", (unit) => {
    const [low, high] = LEGAL_RANGE[unit];
    for (const end of [low, high]) expectClose(coordinateOf(unit, similarityAt(unit, end)), end, 1e-15);
    fc.assert(
      fc.property(between(-1, 1), between(0.01, 0.99), (s, part) => {
        expectClose(similarityAt(unit, coordinateOf(unit, s)), s, 1e-15);
        const coordinate = low + (high - low) * part;
        expectClose(coordinateOf(unit, similarityAt(unit, coordinate)), coordinate, 1e-13);
      }),
    );
  });

  it.each(UNITS)("%s changes at the rate of its differences", (unit) => {
    const h = 1e-6;
    fc.assert(
      fc.property(between(-0.99, 0.99), (s) => {
        const x = coordinateOf(unit, s);
        const difference = (similarityAt(unit, x + h) - similarityAt(unit, x - h)) / (2 * h);
        expectClose(similarityRate(unit, s), difference, 1e-8);
      }),
    );
  });

  it("stand still at the poles: sin θ = 0 at s = ±1, d = 0 at s = 1", () => {
    expect(
      [similarityRate("radians", 1), similarityRate("degrees", -1), similarityRate("chord", 1)].map(Math.abs),
    ).toEqual([0, 0, 0]);
    expect(similarityRate("chord", -1)).toBe(-2);
  });
});

describe("nodes", () => {
  it("run from end to end, either way", () => {
    expect([...nodesOf({ unit: "cosine", range: [-1, 1] }, 5)]).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect([...nodesOf({ unit: "cosine", range: [1, 0] }, 3)]).toEqual([1, 0.5, 0]);
    expect([...nodesOf({ unit: "chord", range: [0, 2] }, 3)]).toEqual([1, 0.5, -1]);
    const quarters = nodesOf({ unit: "degrees", range: [180, 0] }, 5);
    [-1, -Math.SQRT1_2, 0, Math.SQRT1_2, 1].forEach((s, i) => expectClose(quarters[i], s, 4e-16));
  });

  it("end exactly at the end", () => {
    for (const count of [2, 7, 50, 257]) {
      const nodes = nodesOf({ unit: "cosine", range: [-0.1, 0.7] }, count);
      expect([nodes[0], nodes[count - 1], nodes.length]).toEqual([-0.1, 0.7, count]);
    }
  });

  it("cover a rising range of similarities", () => {
    expect(similarityRange({ unit: "chord", range: [0, 2] })).toEqual([-1, 1]);
    expect(similarityRange({ unit: "cosine", range: [0.7, 0.2] })).toEqual([0.2, 0.7]);
    const [low, high] = similarityRange({ unit: "degrees", range: [60, 90] });
    expectClose(low, 0, 1e-15);
    expectClose(high, 0.5, 1e-15);
  });
});

describe("placed", () => {
  const negative = { unit: "cosine", range: [0, 1] } as const;
  const positive = { unit: "chord", range: [2, 0] } as const;

  it("puts the chosen similarity across and the other one up", () => {
    const usual = placed({ negative, positive, horizontal: "negative" });
    expect(usual.horizontal).toEqual({ ...negative, similarity: "negative" });
    expect(usual.vertical).toEqual({ ...positive, similarity: "positive" });
    const other = placed({ negative, positive, horizontal: "positive" });
    expect(other.horizontal).toEqual({ ...positive, similarity: "positive" });
    expect(other.vertical).toEqual({ ...negative, similarity: "negative" });
  });
});
