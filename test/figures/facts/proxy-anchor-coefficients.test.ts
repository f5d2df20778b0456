import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import type { Facts } from "../../../src/figures/prepared.ts";
import type { DifferenceSpec } from "../../../src/spec/difference.ts";
import type { PanelsSpec } from "../../../src/spec/panels.ts";
import { findPreset } from "../../../src/spec/presets.ts";
import { asPrinted, listIn, presetFacts } from "./printed.ts";

const preset = findPreset("proxy-anchor-coefficients").spec as PanelsSpec;
const panels = listIn(presetFacts("proxy-anchor-coefficients"), "panels");

/** Panel, its loss, and ℒ, ∂ℒ/∂s_p, ∂ℒ/∂s_n at B (catalogue 4.3 and 4.4, 12 digits). */
const AT_B = [
  [0, "proxy-anchor", "16.0000002251", "-3.60112518576e-06", "31.9999963989"],
  [1, "proxy-anchor", "160.000002251", "-3.60112518576e-05", "319.999963989"],
  [3, "proxy-softmax", "0.423496510223", "-1.10478892606", "1.10478892606"],
  [4, "proxy-softmax", "0.00166017841405", "-0.0530816345656", "0.0530816345656"],
] as const;

/** A panel of ratios, of another quantity. */
const ratioOf = (panel: number, quantity: DifferenceSpec["quantity"] & string): Facts =>
  figureFacts({ ...(preset.panels[panel].figure as DifferenceSpec), quantity });

describe("coefficients of Proxy-Anchor (catalogue 10.11)", () => {
  it.each(AT_B)("panel %d, %s, has the numbers of B", (panel, loss, ...printed) => {
    const facts = panels[panel];
    const { B } = facts.points as { B: Facts };
    expect([facts.loss, B.sn, B.sp]).toEqual([loss, 0.4, 0.6]);
    expect([B.value, B.dSp, B.dSn].map((number, i) => asPrinted(number, printed[i]))).toEqual(printed);
  });

  it("multiplies loss and gradient by exactly 10 everywhere where the coefficients stand outside", () => {
    for (const quantity of ["loss", "dSp", "dSn", "gradientLength"] as const) {
      const facts = ratioOf(2, quantity);
      expect(facts.constantRatio, quantity).toBe(10);
      expect([facts.low, facts.high], quantity).toMatchObject([{ value: 1 }, { value: 1 }]);
      expect([facts.meanAbsolute, facts.masked]).toEqual([1, 0]);
    }
  });

  it("multiplies by no one number where they stand inside", () => {
    for (const quantity of ["loss", "dSp", "dSn", "gradientLength"] as const)
      expect(ratioOf(5, quantity).constantRatio, quantity).toBeNull();
    const { B } = panels[5].points as { B: Facts };
    expect([B.b, B.a].map((number, i) => asPrinted(number, AT_B[2 + i][2]))).toEqual([
      AT_B[2][2],
      AT_B[3][2],
    ]);
    expect(Number(B.value)).toBeCloseTo(Math.log10(0.00166017841405 / 0.423496510223), 10);
  });
});
