import { describe, expect, it } from "vitest";
import { drawnArcs } from "./arc.ts";

/** From (10, 0) to (0, 10) with radius 10: round the origin or round (10, 10), and the long ways. */
describe("drawnArcs", () => {
  it.each([
    ["0 1", [Math.SQRT1_2 * 10, Math.SQRT1_2 * 10]],
    ["0 0", [10 - Math.SQRT1_2 * 10, 10 - Math.SQRT1_2 * 10]],
    ["1 1", [10 + Math.SQRT1_2 * 10, 10 + Math.SQRT1_2 * 10]],
    ["1 0", [-Math.SQRT1_2 * 10, -Math.SQRT1_2 * 10]],
  ])("flags %s", (flags, [x, y]) => {
    const [arc] = drawnArcs(`M10 0A10 10 0 ${flags} 0 10`);
    expect(arc.at(0).x).toBeCloseTo(10, 12);
    expect(arc.at(1).y).toBeCloseTo(10, 12);
    expect(arc.at(0.5).x).toBeCloseTo(x, 12);
    expect(arc.at(0.5).y).toBeCloseTo(y, 12);
  });
});
