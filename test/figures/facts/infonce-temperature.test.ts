import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/figures/prepared.ts";
import { asPrinted, listIn, named, presetFacts, valueAt } from "./printed.ts";

const [shares, pulls] = listIn(presetFacts("infonce-temperature"), "panels");

/** τ: share of the hardest 10 %, of the hardest 1 %, width with half of the gradient, |∂_p| at (0.5, 0.3). */
const TABLE: Readonly<Record<string, readonly [string, string, string, string]>> = {
  0.05: ["0.981684", "0.329680", "0.0346574", "0.359724"],
  0.07: ["0.942567", "0.248523", "0.0485203", "0.775904"],
  0.1: ["0.864665", "0.181269", "0.0693147", "1.19203"],
  0.2: ["0.632149", "0.0951669", "0.138620", "1.34471"],
  0.5: ["0.335831", "0.0399421", "0.337499", "0.802625"],
  1: ["0.209641", "0.0229006", "0.566219", "0.450166"],
};

const curveOf = (panel: Facts, tau: string): Facts => named(panel, "curves", `$τ = ${tau}$`);
const shareOf = (curve: Facts, part: number): unknown =>
  listIn(curve, "hardest").find((each) => each.part === part)?.share;

describe.each(Object.entries(TABLE))(
  "InfoNCE, τ = %s (catalogue 10.10)",
  (name, [tenth, hundredth, half, pull]) => {
    const curve = curveOf(shares, name);
    const tau = Number(name);

    it("has the shares, the width and the pull of the table", () => {
      expect(asPrinted(shareOf(curve, 0.1), tenth)).toBe(tenth);
      expect(asPrinted(shareOf(curve, 0.01), hundredth)).toBe(hundredth);
      expect(asPrinted(curve.halfWidth, half)).toBe(half);
      expect(asPrinted(valueAt(curveOf(pulls, name), 0.5), pull)).toBe(pull);
    });

    it("agrees with the closed form to 1e-10", () => {
      const whole = -Math.expm1(-2 / tau);
      for (const part of [0.1, 0.01])
        expect(
          Math.abs(Number(shareOf(curve, part)) / (-Math.expm1((-2 * part) / tau) / whole) - 1),
        ).toBeLessThan(1e-10);
      expect(Math.abs(Number(curve.halfWidth) + tau * Math.log1p(-whole / 2))).toBeLessThan(1e-10);
      const { highest, lowest } = curve as { highest: Facts; lowest: Facts };
      expect(Math.abs(Number(highest.y) * tau * whole - 1)).toBeLessThan(1e-10);
      expect(Math.abs((Number(lowest.y) * tau * whole) / Math.exp(-2 / tau) - 1)).toBeLessThan(1e-10);
    });
  },
);
