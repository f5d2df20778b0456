import { describe, expect, it } from "vitest";
import { circle, type Curve, graph, level, sloped, upright } from "../../src/losses/curves.ts";
import {
  clipCurve,
  type Frame,
  inFrame,
  onCircle,
  type Piece,
  pointsAlong,
} from "../../src/region/pieces.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { UNIT, WHOLE } from "./support.ts";

const ROUND: Frame = { sn: [-0.4, 0.4], sp: [-0.4, 0.4] };
const half = circle({ sn: 0, sp: 0 }, 0.5);
const TURN = 2 * Math.PI;

function arcs(curve: Curve, frame: Frame) {
  return clipCurve(curve, frame).flatMap((piece) => (piece.kind === "arc" ? [piece] : []));
}

const turned = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === "arc" ? piece.angles[1] - piece.angles[0] : NaN), 0);

describe("circles", () => {
  it("are cut into four arcs at the corners of a square: cos and sin at most 0.8", () => {
    const pieces = arcs(half, ROUND);
    expect(pieces.length).toBe(4);
    // arcsin 0.8 − arccos 0.8 each
    for (const { angles } of pieces)
      expectClose(angles[1] - angles[0], Math.asin(0.8) - Math.acos(0.8), 1e-12);
    expectClose(pieces[0].from.sn, 0.4, 1e-12);
    expectClose(pieces[0].from.sp, 0.3, 1e-12);
    expectClose(pieces[0].to.sn, 0.3, 1e-12);
    expectClose(pieces[0].to.sp, 0.4, 1e-12);
  });

  it("are cut into two by a strip, and across the angle 0", () => {
    const strip = arcs(half, { sn: [-1, 1], sp: [-0.4, 0.4] });
    expect(strip.length).toBe(2);
    expectClose(turned(strip), 4 * Math.asin(0.8), 1e-12);
    expect(strip.some(({ angles: [from, to] }) => from < TURN && to > TURN)).toBe(true);
  });

  it("stay whole inside a frame, also where they only touch its edge", () => {
    for (const frame of [
      WHOLE,
      { sn: [-0.5, 1], sp: [-1, 1] },
      { sn: [-0.5, 0.5], sp: [-0.5, 0.5] },
    ] as const) {
      expectClose(turned(arcs(half, frame)), TURN, 1e-12);
    }
  });

  it("are not there outside a frame, nor round it", () => {
    expect(clipCurve(half, { sn: [0.6, 1], sp: [0, 1] })).toEqual([]);
    expect(clipCurve(half, { sn: [-0.3, 0.3], sp: [-0.3, 0.3] })).toEqual([]);
    // touching a corner or an edge from outside
    expect(clipCurve(half, { sn: [0.5, 1], sp: [-1, 1] })).toEqual([]);
    expect(clipCurve(half, { sn: [0.3, 1], sp: [0.4, 1] })).toEqual([]);
  });

  it("end where their formula ends", () => {
    const [arc] = arcs(circle({ sn: 0, sp: 1 }, 0.5, { sn: [0, Infinity], sp: [-Infinity, 1] }), WHOLE);
    expectClose(arc.from.sp, 0.5, 1e-12);
    expectClose(arc.to.sn, 0.5, 1e-12);
    expectClose(arc.angles[1] - arc.angles[0], Math.PI / 2, 1e-12);
  });

  it("of any place and size: a point is in a piece if and only if it is in the frame", () => {
    const near = between(-1, 1);
    fc.assert(
      fc.property(near, near, between(0.05, 1.5), near, near, near, near, (x, y, radius, a, b, c, d) => {
        const frame = { sn: [Math.min(a, b), Math.max(a, b)], sp: [Math.min(c, d), Math.max(c, d)] } as const;
        const pieces = arcs(circle({ sn: x, sp: y }, radius), frame);
        for (let i = 0; i < 40; i++) {
          const angle = ((i + 0.5) * TURN) / 40;
          const point = onCircle({ sn: x, sp: y }, radius, angle);
          const edges = [
            ...frame.sn.map((edge) => edge - point.sn),
            ...frame.sp.map((edge) => edge - point.sp),
          ];
          if (edges.some((distance) => Math.abs(distance) < 1e-7)) continue;
          const covered = pieces.some(({ angles: [from, to] }) =>
            [angle, angle + TURN].some((each) => each > from && each < to),
          );
          expect(covered).toBe(inFrame(frame, point));
        }
      }),
    );
  });
});

describe("lines", () => {
  it("are clipped to the frame, with slope and intercept", () => {
    expect(clipCurve(sloped(0.25, 1), UNIT)).toEqual([
      { kind: "line", from: { sn: 0, sp: 0.25 }, to: { sn: 0.75, sp: 1 }, slope: 1, intercept: 0.25 },
    ]);
    expect(clipCurve(level(0.75, { sn: [-Infinity, -0.25] }), WHOLE)).toEqual([
      { kind: "line", from: { sn: -1, sp: 0.75 }, to: { sn: -0.25, sp: 0.75 }, slope: 0, intercept: 0.75 },
    ]);
    expect(clipCurve(upright(0.3, { sp: [0.5, Infinity] }), UNIT)).toEqual([
      { kind: "line", from: { sn: 0.3, sp: 0.5 }, to: { sn: 0.3, sp: 1 }, slope: null, intercept: null },
    ]);
  });

  it("beside the frame, through its corner, or beyond their formula are none", () => {
    expect(clipCurve(sloped(1.5, 1), UNIT)).toEqual([]);
    expect(clipCurve(sloped(1, 1), UNIT)).toEqual([]);
    expect(clipCurve(level(1.2), UNIT)).toEqual([]);
    expect(clipCurve(level(0.5, { sn: [-Infinity, -0.1] }), UNIT)).toEqual([]);
  });
});

describe("graphs", () => {
  it("are cut into stretches whose ends lie on the frame: 2 s_n² between 1/2 and 1", () => {
    const pieces = clipCurve(
      graph("2 s_n^2", (sn) => 2 * sn ** 2),
      { sn: [-1, 1], sp: [0.5, 1] },
    );
    const ends = pieces.map(({ from, to }) => [from.sn, to.sn]);
    expect(ends.length).toBe(2);
    [-Math.SQRT1_2, -0.5].forEach((end, i) => expectClose(ends[0][i], end, 1e-11));
    [0.5, Math.SQRT1_2].forEach((end, i) => expectClose(ends[1][i], end, 1e-11));
  });

  it("skip where they are not numbers", () => {
    const [piece] = clipCurve(graph("sqrt(s_n)", Math.sqrt), WHOLE);
    expectClose(piece.from.sn, 0, 1e-9);
    expect(piece.to).toEqual({ sn: 1, sp: 1 });
  });
});

describe("pointsAlong", () => {
  it.each<[string, Curve]>([
    ["a circle", half],
    ["a line", sloped(0.1, 0.7)],
    ["a graph", graph("2 s_n^2", (sn) => 2 * sn ** 2)],
  ])("%s: as many as asked, from end to end, inside the frame", (_, curve) => {
    for (const piece of clipCurve(curve, ROUND)) {
      const points = pointsAlong(piece, 50);
      expect(points.length).toBe(50);
      expect([points[0], points[49]]).toEqual([piece.from, piece.to]);
      for (const point of points) expect(inFrame(ROUND, point)).toBe(true);
    }
  });

  it("gives a traced piece's own points", () => {
    const points = [
      { sn: 0, sp: 0 },
      { sn: 0.1, sp: 0.3 },
    ];
    expect(pointsAlong({ kind: "traced", from: points[0], to: points[1], points }, 9)).toBe(points);
  });
});
