import { describe, expect, it } from "vitest";
import type { Curve, Point } from "../../src/losses/curves.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Counts, PlaneForm } from "../../src/losses/types.ts";
import { decisionBoundary, traceBoundary } from "../../src/region/boundary.ts";
import { type Frame, inFrame, pointsAlong } from "../../src/region/pieces.ts";
import { NAMES } from "../losses/support.ts";
import { WHOLE } from "./support.ts";

const COUNTS: readonly Counts[] = [
  { K: 1, L: 1 },
  { K: 4, L: 16 },
  { K: 2, L: 79900 },
];

/** Round numbers and their grid would meet corners exactly: nothing wrong, but a crossing has no single edge there. */
const FRAMES: readonly Frame[] = [
  { sn: [-0.983, 0.991], sp: [-0.987, 0.979] },
  { sn: [-0.613, 0.317], sp: [0.109, 0.893] },
];

/** More parameters than the variants have, for the losses whose boundary has several shapes. */
const MORE: Readonly<Record<string, readonly Params[]>> = {
  circle: [
    { margin: -0.2 },
    { margin: 0 },
    { margin: 0.6 },
    { margin: 0.9, gamma: 8 },
    { margin: 0.25, gamma: 30 },
  ],
  "circle-flat": [{ margin: -0.2 }, { margin: 0.6 }, { gamma: 30 }],
  "circle-monotone": [{ margin: -0.2 }, { margin: 0.6 }, { gamma: 30 }, { margin: 0, gamma: 8 }],
  "circle-disc": [{ margin: -0.2 }, { margin: 0.6 }, { gamma: 30 }],
  "circle-paced": [{ margin: -0.2 }, { margin: -0.3, gamma: 30 }, { margin: 0.6 }, { gamma: 30 }],
  "circle-general": [
    { Op: 0.81, Dp: 0.3 },
    { Op: 0.81, Dp: 0.3, On: 0.21, Dn: 0.62 },
    { Op: 1.2, On: -0.1, Dp: 0.7, Dn: 0.2, gamma: 80 },
    { Op: 0.5, Dp: 0.9, On: 0.1, Dn: -0.4 },
    { Op: 1, Dp: 0.4, On: 0, Dn: 0.6, gamma: 12 },
    { Op: 0.4, Dp: 0.4, On: 0.1, Dn: 0.7 },
  ],
  "am-softmax": [{ margin: -0.3 }, { margin: 1.4 }],
  triplet: [
    { distance: "euclidean", margin: 1.2 },
    { distance: "angular", margin: 2.4 },
    { distance: "angular", margin: 4 },
  ],
  "lifted-structure": [
    { margin: 0, posMargin: 0.7 },
    { distance: "cosine", margin: 0.9, posMargin: 0.2 },
  ],
  "proxy-anchor": [{ delta: -0.2 }, { delta: 0.6, alpha: 8 }],
  "proxy-softmax": [
    { nPos: 2, nAll: 30 },
    { nPos: 30, nAll: 2, margin: 0.3 },
  ],
  "multi-similarity": [
    { alpha: 20, lambda: -0.2 },
    { beta: 3, lambda: 0.7 },
  ],
};

/** How far a point is from a curve, along s_p or along s_n, whichever is nearer; ∞ where its formula does not hold. */
function distanceTo(curve: Curve, { sn, sp }: Point): number {
  const inside = ([low, high]: readonly [number, number], x: number): boolean =>
    x > low - 1e-9 && x < high + 1e-9;
  if ((curve.where.sn && !inside(curve.where.sn, sn)) || (curve.where.sp && !inside(curve.where.sp, sp)))
    return Infinity;
  switch (curve.kind) {
    case "graph":
      return Number.isNaN(curve.sp(sn)) ? Infinity : Math.abs(curve.sp(sn) - sp);
    case "circle":
      return Math.abs(Math.hypot(sn - curve.centre.sn, sp - curve.centre.sp) - curve.radius);
    case "line": {
      const { through, direction } = curve;
      const across = direction.sn * (sp - through.sp) - direction.sp * (sn - through.sn);
      return Math.abs(across) / Math.hypot(direction.sn, direction.sp);
    }
  }
}

/** Where both weights are clamped, z is 0 over a whole patch, and the trace stops at the first node of it. */
const isFlat = (form: PlaneForm, { sn, sp }: Point): boolean =>
  [
    [0, 0],
    [1e-6, 0],
    [-1e-6, 0],
    [0, 1e-6],
    [0, -1e-6],
  ].every(([x, y]) => planePoint(form, sp + y, sn + x).z === 0);

describe.each(NAMES)("the closed-form boundary of %s", (name) => {
  const { loss, params: usual } = namedLoss(name);
  const all = [usual, ...(MORE[name] ?? []).map((more) => namedLoss(name, more).params)];
  const cases = all.flatMap((params) =>
    COUNTS.flatMap((counts) => FRAMES.map((frame) => ({ params, counts, frame }))),
  );
  const known = loss.boundary?.(usual, COUNTS[0]);
  if (known === undefined) {
    it.each(COUNTS)("is not known: it is traced, for %o", (counts) => {
      expect(decisionBoundary(loss, usual, counts, WHOLE).origin).toBe("traced");
    });
    return;
  }
  const hasNone = known.length === 0;

  it("has z = 0 all along", () => {
    for (const { params, counts, frame } of cases) {
      const form = loss.plane(params, counts);
      const jumps = (loss.boundary?.(params, counts) ?? []).filter((curve) => "jump" in curve);
      // rounding of z is that of its terms, which grow with γ
      const scale = Math.max(
        1,
        ...Object.values(params).map((value) => (typeof value === "number" ? value : 1)),
      );
      for (const piece of decisionBoundary(loss, params, counts, frame).pieces) {
        for (const point of pointsAlong(piece, 33)) {
          if (jumps.some((curve) => distanceTo(curve, point) < 1e-9)) continue;
          const z = Math.abs(planePoint(form, point.sp, point.sn).z) / scale;
          if (!(z < 1e-11)) expect.fail(JSON.stringify({ params, counts, point, z }));
          if (!inFrame(frame, point))
            expect.fail(`outside the frame: ${JSON.stringify({ params, counts, point })}`);
        }
      }
    }
  });

  if (hasNone) return;

  it("is all that the field of z shows", () => {
    for (const { params, counts, frame } of cases) {
      const curves = loss.boundary?.(params, counts) ?? [];
      const form = loss.plane(params, counts);
      for (const piece of traceBoundary(form, frame, 65)) {
        for (const point of pointsAlong(piece, 0)) {
          if (isFlat(form, point)) continue;
          const nearest = Math.min(Infinity, ...curves.map((curve) => distanceTo(curve, point)));
          if (!(nearest < 1e-9)) expect.fail(JSON.stringify({ params, counts, point, nearest }));
        }
      }
    }
  });

  it("leaves nothing out and adds nothing: as long as the traced one", () => {
    for (const { params, counts, frame } of cases) {
      const exact = lengthOf(
        decisionBoundary(loss, params, counts, frame).pieces.map((piece) => pointsAlong(piece, 513)),
      );
      const traced = lengthOf(
        traceBoundary(loss.plane(params, counts), frame, loss.scope === "set" ? 65 : 193).map((piece) =>
          pointsAlong(piece, 0),
        ),
      );
      if (!(Math.abs(exact - traced) < 0.025))
        expect.fail(JSON.stringify({ params, counts, frame, exact, traced }));
    }
  });
});

const lengthOf = (lines: readonly (readonly Point[])[]): number =>
  lines.reduce(
    (total, points) =>
      points.reduce((sum, { sn, sp }, i) => {
        const before = points[Math.max(0, i - 1)];
        return sum + Math.hypot(sn - before.sn, sp - before.sp);
      }, total),
    0,
  );

describe("boundaries that vanish", () => {
  it("none for Proxy-NCA, whatever K and L", () => {
    for (const counts of COUNTS) {
      expect(decisionBoundary(namedLoss("proxy-nca").loss, {}, counts, WHOLE)).toEqual({
        pieces: [],
        origin: "none",
      });
    }
  });

  it("Circle's arc vanishes once (ln K + ln L) / γ exceeds 2m²", () => {
    const { loss } = namedLoss("circle");
    const pieces = (L: number) =>
      decisionBoundary(loss, { gamma: 8, margin: 0.25 }, { K: 1, L }, WHOLE).pieces;
    // 8 · 2 · (1/4)² = 1
    expect(pieces(2).map(({ kind }) => kind)).toEqual(["arc"]);
    expect(pieces(3)).toEqual([]);
  });

  it("below γm² of ln K + ln L it has a line on the left, above only the arc", () => {
    const { loss } = namedLoss("circle");
    const kinds = (L: number) =>
      decisionBoundary(loss, { gamma: 8, margin: 0.25 }, { K: 1, L }, WHOLE).pieces.map(({ kind }) => kind);
    // 8 / 16 = 0.5 < ln 2
    expect(kinds(1)).toEqual(["arc", "line"]);
    expect(kinds(2)).toEqual(["arc"]);
  });
});
