import { describe, expect, it } from "vitest";
import { shownLevels } from "../../src/figures/landscape.ts";
import { traceLevel, traceLevels } from "../../src/plane/contour.ts";
import { channelOf } from "../../src/plane/field.ts";
import { sampleLoss } from "../../src/plane/engine.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { BARE, type Both, both } from "./live-support.ts";

/**
 * Pixels, as column and row from the bottom, that differ between two pictures; without those on the edges, which a line
 * just outside reaches.
 */
function changed(a: Uint32Array, b: Uint32Array, side: number): [number, number][] {
  const found: [number, number][] = [];
  a.forEach((pixel, i) => {
    const [column, row] = [i % side, side - 1 - Math.floor(i / side)];
    const isInside = [column, row].every((at) => at > 0 && at < side - 1);
    if (pixel !== b[i] && isInside) found.push([column, row]);
  });
  return found;
}

/** Distance of every point from the nearest of a line's points, for lines whose points lie close. */
function farthest(
  points: readonly (readonly [number, number])[],
  among: readonly (readonly [number, number])[],
) {
  const cells = new Map<string, (readonly [number, number])[]>();
  const keyOf = (x: number, y: number): string => `${Math.floor(x / 4)} ${Math.floor(y / 4)}`;
  for (const point of among) {
    const key = keyOf(...point);
    cells.set(key, [...(cells.get(key) ?? []), point]);
  }
  let largest = 0;
  for (const [x, y] of points) {
    let nearest = Infinity;
    for (const dx of [-4, 0, 4])
      for (const dy of [-4, 0, 4])
        for (const [u, v] of cells.get(keyOf(x + dx, y + dy)) ?? [])
          nearest = Math.min(nearest, Math.hypot(x - u, y - v));
    largest = Math.max(largest, nearest);
  }
  return largest;
}

/** Points of a line, no two neighbours farther apart than a quarter of a pixel. */
function pointsOf(lines: readonly Float64Array[]): [number, number][] {
  return lines.flatMap((line) => {
    const points: [number, number][] = [];
    for (let i = 2; i < line.length; i += 2) {
      const [x, y] = [line[i - 2], line[i - 1]];
      const [dx, dy] = [line[i] - x, line[i + 1] - y];
      const steps = Math.max(1, Math.ceil(4 * Math.hypot(dx, dy)));
      for (let k = 0; k <= steps; k++) points.push([x + (dx * k) / steps, y + (dy * k) / steps]);
    }
    return points;
  });
}

const SIDE = 256;
const subjects: Record<string, Partial<LandscapeSpec>> = {
  "Circle loss": { loss: { id: "circle" } },
  "its gradient": { loss: { id: "circle", params: { gamma: 32 } }, quantity: "dSp" },
  "ArcFace over angles": {
    loss: { id: "arcface", params: { gamma: 8 } },
    axes: { negative: { unit: "degrees" }, positive: { unit: "degrees" } },
  },
  "the kink of a hinge": { loss: { id: "triplet:cosine" } },
  "a decoupled loss": { loss: { id: "contrastive" } },
  "a logarithmic scale": { loss: { id: "circle", params: { gamma: 16 } }, look: { scale: "log" } },
  "a typed loss": { loss: { id: "formula", formula: "gamma = 8\nsoftplus(gamma * (s_n^2 - s_p))" } },
};

const spec = (over: Partial<LandscapeSpec>, layers: LandscapeSpec["layers"]): LandscapeSpec => ({
  version: 1,
  loss: { id: "circle" },
  samples: SIDE,
  ...over,
  layers: { ...BARE, ...layers },
});

const bare = (over: Partial<LandscapeSpec>): Both => both(spec(over, {}));

describe("the lines of a picture while a parameter is dragged", () => {
  it.each(Object.entries(subjects))("isolines lie within a pixel of the exact ones: %s", (_, over) => {
    const found = both(spec(over, { isolines: 8 }));
    const { exact, figure, pixels } = found;
    const lines = traceLevels(exact.quantity.values, SIDE, SIDE, shownLevels(figure, exact)).flat();
    const painted = changed(pixels, bare(over).pixels, SIDE);
    const points = pointsOf(lines);
    expect(painted.length).toBeGreaterThan(SIDE);
    // half the line's width, and half a pixel for its edge
    expect(farthest(painted, points)).toBeLessThanOrEqual(1 + 0.5 * found.live.perPixel);
    const inside = points.filter((point) => point.every((at) => at > 1 && at < SIDE - 2));
    expect(farthest(inside, painted)).toBeLessThanOrEqual(1);
  });

  const typed = { id: "formula", formula: "gamma = 8\nsoftplus(gamma * (s_n^2 + 0.3 * s_n * s_p - s_p))" };
  it("a boundary without a closed form lies where z is zero", () => {
    const found = both(spec({ loss: typed }, { boundary: "unit" }));
    const { figure, exact, pixels } = found;
    const on = { ...figure.loss, loss: exact.loss, counts: figure.counts };
    const size = { columns: SIDE, rows: SIDE, channels: ["z"] } as const;
    const lines = traceLevel(channelOf(sampleLoss(on, figure.axes, size), "z"), SIDE, SIDE, 0);
    const painted = changed(pixels, bare({ loss: typed }).pixels, SIDE);
    expect(found.live.above.some((node) => node.type === "group" && node.name === "boundary")).toBe(false);
    expect(painted.length).toBeGreaterThan(SIDE);
    expect(farthest(painted, pointsOf(lines))).toBeLessThanOrEqual(1.5 + 2.3 * found.live.perPixel);
    const inside = pointsOf(lines).filter((point) => point.every((at) => at > 1 && at < SIDE - 2));
    expect(farthest(inside, painted)).toBeLessThanOrEqual(1);
  });

  it("the hatching lies where z is below zero, and only there", () => {
    const over = { loss: { id: "circle" } };
    const { pixels, exact, figure } = both(spec(over, { region: true }));
    const on = { ...figure.loss, loss: exact.loss, counts: figure.counts };
    const z = channelOf(sampleLoss(on, figure.axes, { columns: SIDE, rows: SIDE, channels: ["z"] }), "z");
    const painted = changed(pixels, bare(over).pixels, SIDE);
    const inside = z.filter((each) => each < 0).length;
    expect(painted.every(([column, row]) => z[row * SIDE + column] < 0)).toBe(true);
    expect(painted.length).toBeGreaterThan(0.05 * inside);
    expect(painted.length).toBeLessThan(0.5 * inside);
  });
});
