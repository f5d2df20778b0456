import { describe, expect, it } from "vitest";
import { shortPath } from "../../src/export/short-path.ts";
import { fc } from "../numerics/seeded.ts";

/** Where a path has its points, whatever it is written in. */
function pointsOf(d: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const isStep = command === command.toLowerCase();
    const size = { M: 2, L: 2, H: 1, V: 1, A: 7, Z: 0 }[command.toUpperCase()] ?? NaN;
    if (size === 0) [x, y] = [startX, startY];
    for (let i = 0; i < numbers.length; i += size) {
      const own = numbers.slice(i, i + size);
      const [right, down] =
        size === 2
          ? own
          : size === 7
            ? own.slice(5)
            : command.toUpperCase() === "H"
              ? [own[0], isStep ? 0 : y]
              : [isStep ? 0 : x, own[0]];
      [x, y] = isStep ? [x + right, y + down] : [right, down];
      if (command.toUpperCase() === "M" && i === 0) [startX, startY] = [x, y];
      points.push([x, y]);
    }
  }
  return points;
}

describe("a path made short", () => {
  it("goes in steps of tenths", () => {
    expect(shortPath("M12.34 5.67L13.34 6.67 13.34 -7.2Z")).toBe("M12.3 5.7l1 1 0-13.9z");
    expect(shortPath("M10 10H20.04V30ZM1 2L3 4")).toBe("M10 10h10v20zm-9-8l2 2");
  });

  it("keeps arcs, and steps that were steps", () => {
    expect(shortPath("M87.9 106.55a2.88 2.88 0 1 0 5.76 0a2.88 2.88 0 1 0 -5.76 0Z")).toBe(
      "M87.9 106.6a2.9 2.9 0 1 0 5.8 0 2.9 2.9 0 1 0-5.8 0z",
    );
    expect(shortPath("M1 1A4 5 30 0 1 7 8")).toBe("M1 1a4 5 30 0 1 6 7");
  });

  it("leaves what it does not know as it is", () => {
    expect(shortPath("M0 0C1 1 2 2 3 3")).toBe("M0 0C1 1 2 2 3 3");
    expect(shortPath("")).toBe("");
  });

  it("has every point within a twentieth of a pixel, however many there are", () => {
    const number = fc.integer({ min: -99_999, max: 99_999 }).map((hundredths) => hundredths / 100);
    const lines = fc.array(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 60 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(lines, fc.boolean(), (paths, isClosed) => {
        const d = paths
          .map(
            ([[x, y], ...rest]) =>
              `M${x} ${y}L${rest.map((point) => point.join(" ")).join(" ")}${isClosed ? "Z" : ""}`,
          )
          .join("");
        const found = pointsOf(shortPath(d));
        const wanted = pointsOf(d);
        expect(found.length).toBe(wanted.length);
        found.forEach(([x, y], i) => {
          expect(Math.abs(x - wanted[i][0])).toBeLessThan(0.0501);
          expect(Math.abs(y - wanted[i][1])).toBeLessThan(0.0501);
        });
      }),
    );
  });
});
