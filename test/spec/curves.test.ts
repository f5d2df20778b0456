import { describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { resolveCurves } from "../../src/spec/curves.ts";
import { CURVE_AXES, CURVE_NAMES, type CurvesSpec } from "../../src/spec/curves-schema.ts";
import { LEGAL_RANGE } from "../../src/spec/axes.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { between, fc } from "../numerics/seeded.ts";
import { frozen } from "./arbitraries.ts";
import { PLAIN_HEAD } from "./head.ts";

const CIRCLE: CurvesSpec = {
  version: 1,
  kind: "curves",
  curves: [{ loss: { id: "circle" }, draw: { of: "negativeTransform" } }],
};

const s = between(-1, 1);
const place = fc.record({ sn: s, sp: s });
const onPlane = fc.constantFrom(...LOSSES.filter(({ scope }) => scope === "plane").map(({ id }) => ({ id })));
const slice = fc.record(
  { of: fc.constant("slice" as const), quantity: fc.constantFrom(...QUANTITY_IDS) },
  { requiredKeys: ["of"] },
);

/** Slices of any loss of the plane, along an axis or a line; weights and shares of one that has them. */
const figures: fc.Arbitrary<CurvesSpec> = fc.constantFrom(...CURVE_AXES).chain((of) => {
  const [low, high] = of === "line" ? [0, 1] : LEGAL_RANGE[of];
  const across = between(low, high);
  const draw =
    of === "line"
      ? fc.tuple(slice, fc.record({ from: place, to: place })).map(([each, line]) => ({ ...each, line }))
      : fc
          .tuple(slice, fc.constantFrom({ sn: 0.3 }, { sp: 0.7 }))
          .map(([each, fixed]) => ({ ...each, fixed }));
  const free = fc.record({ loss: onPlane, draw }, { requiredKeys: ["loss", "draw"] });
  const family = fc.record(
    {
      name: fc.constant("family"),
      loss: fc.constant({ id: "multi-similarity" }),
      draw:
        of === "line"
          ? draw
          : fc.constantFrom(
              { of: "weight" as const, side: "positive" as const, others: { negatives: [0.1] } },
              { of: "share" as const },
              { of: "positiveTransform" as const, perScale: true },
            ),
      vary: fc.record({
        param: fc.constant("beta"),
        values: fc.array(between(1, 100), { minLength: 1, maxLength: 3 }),
      }),
    },
    { requiredKeys: ["loss", "draw"] },
  );
  return fc.record(
    {
      version: fc.constant(1 as const),
      kind: fc.constant("curves" as const),
      x: fc.record(
        {
          of: fc.constant(of),
          range: fc.tuple(across, across).filter(([a, b]) => a !== b),
          label: fc.constant("angle $θ$"),
        },
        { requiredKeys: ["of"] },
      ),
      y: fc.record(
        { scale: fc.constantFrom("linear" as const, "log" as const), range: fc.constant([0.1, 2] as const) },
        { requiredKeys: [] },
      ),
      curves: fc.array(fc.oneof(free, family), { minLength: 1, maxLength: 3 }),
      readings: fc.array(across, { maxLength: 4 }),
      layers: fc.record(
        { names: fc.constantFrom(...CURVE_NAMES), markers: fc.boolean() },
        { requiredKeys: [] },
      ),
      theme: fc.constantFrom(...THEMES),
    },
    { requiredKeys: ["version", "kind", "x", "curves"] },
  );
});

const law = (name: string, check: (spec: CurvesSpec) => void) =>
  it(name, () => fc.assert(fc.property(figures, check), { numRuns: 60 }));

describe("laws of curves", () => {
  law("parsing takes them as they are", (spec) => {
    expect(parseFigure(JSON.stringify(spec))).toEqual(JSON.parse(JSON.stringify(spec)));
  });

  law("resolving changes no input, is idempotent, and gives a legal figure", (spec) => {
    const before = JSON.stringify(spec);
    frozen(spec);
    const resolved = resolveCurves(spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(resolveCurves(resolved)).toEqual(resolved);
    expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(
      JSON.parse(JSON.stringify(resolved)),
    );
  });

  law("minimising loses nothing and is idempotent", (spec) => {
    const plain = parseFigure(JSON.stringify(spec));
    const short = minimiseFigure(plain);
    expect(resolveFigure(short)).toEqual(resolveFigure(plain));
    expect(minimiseFigure(short)).toEqual(short);
  });
});

describe("resolving", () => {
  it("fills in every default", () => {
    expect(resolveCurves(CIRCLE)).toEqual({
      version: 1,
      kind: "curves",
      title: "",
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 640, height: 440, type: 0 },
      x: { of: "cosine", range: [-1, 1], label: "" },
      y: { label: "", scale: "linear" },
      curves: [
        {
          name: "",
          loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
          counts: { K: 1, L: 1 },
          draw: { of: "negativeTransform", perScale: false },
        },
      ],
      barHeight: "weight",
      readings: [],
      layers: { names: "ends", markers: true, caption: true },
    });
  });

  it("fills in what each kind of curve has", () => {
    const draws = (["slice", "share", "weight"] as const).map((of) => ({
      of,
      ...(of === "slice" && { fixed: { sp: 0.7 } }),
    }));
    const { curves } = resolveCurves({
      ...CIRCLE,
      curves: draws.map((draw) => ({ loss: { id: "multi-similarity" }, draw })),
    });
    expect(curves?.map(({ draw }) => draw)).toEqual([
      { of: "slice", quantity: "loss", fixed: { sp: 0.7 }, perScale: false },
      { of: "share", side: "negative", hardest: [0.1, 0.01] },
      {
        of: "weight",
        side: "negative",
        others: { positives: [], negatives: [] },
        share: false,
        perScale: false,
      },
    ]);
  });

  it("takes the whole of each axis", () => {
    expect(resolveCurves({ ...CIRCLE, x: { of: "degrees" } }).x.range).toEqual([0, 180]);
  });
});

describe("what is refused", () => {
  const circle = { id: "circle" };
  const curve = (draw: unknown, more: object = {}) => ({ curves: [{ loss: circle, draw, ...more }] });
  it.each([
    [{ curves: undefined }, "invalid figure: neither curves nor bars; expected one of the two"],
    [
      { bars: [{ name: "a", loss: circle, positives: [1], negatives: [0], member: { side: "negative" } }] },
      "invalid figure: curves and bars; expected one of the two",
    ],
    [{ curves: [] }, "invalid curves: []; expected at least 1 curves"],
    [{ colour: 1 }, "unknown key: colour"],
    [curve({ of: "weigth" }), 'invalid curves[0].draw.of: "weigth"; expected one of positiveTransform'],
    [
      curve({ of: "positiveTransform", side: "negative" }),
      "unknown key: curves[0].draw.side; expected of positiveTransform one of of, perScale",
    ],
    [curve({ of: "slice" }), "invalid curves[0].draw: {}; expected one of fixed.sn, fixed.sp and line"],
    [
      curve({ of: "slice", fixed: { sn: 0, sp: 0 } }),
      'invalid curves[0].draw: {"sn":0,"sp":0}; expected one of fixed.sn, fixed.sp and line',
    ],
    [curve({ of: "slice", fixed: { sn: 1.5 } }), "invalid curves[0].draw.fixed.sn: 1.5; expected -1 to 1"],
    [
      curve({ of: "slice", line: { from: { sn: 0, sp: 0 }, to: { sn: 1, sp: 1 } } }),
      "invalid x.of: cosine; expected line, for curves[0].draw.line",
    ],
    [
      { x: { of: "line" } },
      "invalid x.of: line; expected cosine, radians, degrees or chord, for curves[0].draw",
    ],
    [{ x: { range: [0, 0] } }, "invalid x.range: [0,0]; expected two different numbers from -1 to 1"],
    [
      { x: { of: "degrees", range: [0, 200] } },
      "invalid x.range: [0,200]; expected two different numbers from 0 to 180",
    ],
    [
      { y: { scale: "log", range: [0, 1] } },
      "invalid y.range: [0,1]; expected two different numbers above 0",
    ],
    [{ readings: [0.5, 2] }, "invalid readings[1]: 2; expected -1 to 1"],
    [
      curve({ of: "negativeTransform" }, { vary: { param: "m", values: [0.1] } }),
      "unknown parameter: m; expected one of gamma, margin",
    ],
    [
      curve({ of: "negativeTransform" }, { vary: { param: "margin", values: [0.1, 7] } }),
      "invalid curves[0].vary.values[1]: 7; expected -1 to 1",
    ],
    [
      { curves: [{ loss: { id: "circle", params: { margin: 7 } }, draw: { of: "share" } }] },
      "invalid curves[0].loss.params.margin: 7; expected -1 to 1",
    ],
    [
      { curves: [{ loss: { id: "triplet" }, draw: { of: "share" } }] },
      "invalid curves[0].draw.of: share; expected a loss whose negatives meet in a log-sum-exp, not triplet",
    ],
    [
      { curves: [{ loss: { id: "triplet" }, draw: { of: "positiveTransform", perScale: true } }] },
      "invalid curves[0].draw.perScale: true; expected false, triplet has no scale",
    ],
    [
      { curves: [{ loss: { id: "curricularface" }, draw: { of: "positiveTransform" } }] },
      "invalid curves[0].draw.of: positiveTransform; expected slice or weight, curricularface has no transforms",
    ],
    [
      curve({ of: "weight" }),
      "invalid curves[0].draw.others.positives: empty; expected at least one similarity",
    ],
    [
      {
        curves: undefined,
        bars: [
          { name: "a", loss: circle, positives: [1], negatives: [0], member: { side: "negative", index: 1 } },
        ],
      },
      "invalid bars[0].member.index: 1; expected one of 1 negatives",
    ],
    [
      {
        curves: undefined,
        bars: [{ name: "a", loss: circle, positives: [1], member: { side: "positive" } }],
      },
      "invalid bars[0].negatives: empty; expected at least one similarity",
    ],
  ])("%j", (change, message) => {
    const spec = JSON.stringify({ ...CIRCLE, ...change });
    expect(() => resolveFigure(parseFigure(spec))).toThrow(message);
  });
});
