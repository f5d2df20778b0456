import { describe, expect, it } from "vitest";
import { asPrinted, listIn, presetFacts } from "./printed.ts";

const [ncaPositives, anchorPositives, ncaNegatives, anchorNegatives] = listIn(
  presetFacts("proxy-anchor-fig3"),
  "panels",
).map((panel) => listIn(panel, "bars"));

describe("Proxy-NCA versus Proxy-Anchor (catalogue 10.7)", () => {
  it("Proxy-NCA pulls every positive alike, with γ", () => {
    expect(ncaPositives.map(({ similarity }) => similarity)).toEqual([0.9, 0.5, 0.1]);
    expect(ncaPositives.map(({ share }) => share)).toEqual([1, 1, 1]);
    expect(ncaPositives.map(({ weight }) => weight)).toEqual([1, 1, 1]);
  });

  it("Proxy-Anchor leaves all of it to the positive that lags", () => {
    const printed = ["7.622e-12", "2.761e-06", "1"];
    expect(anchorPositives.map(({ similarity }) => similarity)).toEqual([0.9, 0.5, 0.1]);
    // the last one lacks what the other two have, 3e-6 of it
    expect(
      anchorPositives.map(({ share }, i) => asPrinted(Number(Number(share).toPrecision(5)), printed[i])),
    ).toEqual(printed);
    for (const { sideTotalPerScale } of anchorPositives)
      expect(asPrinted(Number(Number(sideTotalPerScale).toFixed(6)), "0.500001")).toBe("0.500001");
  });

  it("shares are softmax(−α s) of ασ(z_p)", () => {
    const terms = [0.9, 0.5, 0.1].map((s) => Math.exp(-32 * s));
    const sum = terms.reduce((a, b) => a + b);
    const sigma = 1 / (1 + 1 / (sum * Math.exp(3.2)));
    anchorPositives.forEach(({ share, weight, sideTotal }, i) => {
      expect(Number(share) / (terms[i] / sum)).toBeCloseTo(1, 12);
      expect(Number(sideTotal) / (32 * sigma)).toBeCloseTo(1, 12);
      expect(Number(weight) / ((32 * sigma * terms[i]) / sum)).toBeCloseTo(1, 12);
    });
  });

  it("negatives of both share as a softmax of their own scale", () => {
    for (const [bars, scale] of [
      [ncaNegatives, 1],
      [anchorNegatives, 32],
    ] as const) {
      const terms = [0.9, 0.5, 0.1].map((s) => Math.exp(scale * s));
      const sum = terms.reduce((a, b) => a + b);
      bars.forEach(({ share }, i) => expect(Number(share) / (terms[i] / sum)).toBeCloseTo(1, 12));
    }
  });
});
