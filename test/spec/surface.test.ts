import { describe, expect, it } from "vitest";
import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { resolveSurface } from "../../src/spec/surface.ts";
import type { SurfaceSpec } from "../../src/spec/surface-schema.ts";
import { PLAIN_HEAD } from "./head.ts";

const SHORT: SurfaceSpec = { version: 1, kind: "surface", loss: { id: "circle" } };

const FULL: SurfaceSpec = {
  ...SHORT,
  title: "Everything said",
  theme: "print",
  size: { width: 400 },
  loss: { id: "circle:attached", params: { gamma: 100 } },
  counts: { L: 16 },
  axes: {
    negative: { unit: "radians", range: [3, 0] },
    positive: { range: [1, -1] },
    horizontal: "positive",
  },
  quantity: "absDSn",
  heightScale: 200,
  transform: "negativeLog",
  heightRange: [-2, 8],
  heightLabel: "$h$",
  colour: "z",
  palette: "height",
  samples: 80,
  camera: { azimuth: -180, elevation: 90, zoom: 2 },
  boxHeight: 1.5,
  curves: { positive: [0, 1], negative: [-1] },
  layers: { floor: "none", floorBands: 2, boundary: "both", drops: false, legend: false, caption: false },
  points: [
    { name: "A", sn: 0.8, sp: 0.8 },
    { name: "T", at: "tangent" },
  ],
  readings: [{ name: "D", at: "boundary", sn: 0.1 }],
  boundaryAt: [0.1],
};

describe("resolving a surface", () => {
  it("fills in every default", () => {
    expect(resolveSurface(SHORT)).toEqual({
      version: 1,
      kind: "surface",
      title: "",
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 640, height: 600, type: 0 },
      loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
      counts: { K: 1, L: 1 },
      axes: {
        negative: { unit: "cosine", range: [0, 1] },
        positive: { unit: "cosine", range: [0, 1] },
        horizontal: "negative",
      },
      quantity: "loss",
      heightScale: "own",
      transform: "none",
      heightRange: "auto",
      heightLabel: "",
      colour: "loss",
      palette: "quantity",
      samples: 60,
      camera: { azimuth: -125, elevation: 30, zoom: 1 },
      boxHeight: 0.75,
      curves: { positive: [], negative: [] },
      layers: {
        floor: "bands",
        floorBands: 12,
        boundary: "unit",
        drops: true,
        legend: true,
        caption: true,
      },
      points: [],
      readings: [],
      boundaryAt: [],
    });
  });

  it("colours by the height unless another quantity is named", () => {
    expect(resolveSurface({ ...SHORT, quantity: "absDSp" }).colour).toBe("absDSp");
    expect(resolveSurface({ ...SHORT, quantity: "absDSp", colour: "z" }).colour).toBe("z");
  });

  it.each([SHORT, FULL])("is idempotent, legal, and leaves its input alone", (spec) => {
    const before = JSON.stringify(spec);
    const resolved = resolveFigure(spec);
    expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(resolved);
    const short = minimiseFigure(spec);
    expect(resolveFigure(short)).toEqual(resolved);
    expect(minimiseFigure(short)).toEqual(short);
    expect(JSON.stringify(spec)).toBe(before);
  });

  it("shortens what is usual to nothing", () => {
    expect(minimiseFigure(resolveFigure(SHORT))).toEqual(SHORT);
  });

  it("shares nothing with its input", () => {
    const resolved = resolveSurface(FULL);
    expect(resolved.points[0]).not.toBe(FULL.points?.[0]);
    expect(resolved.curves.positive).not.toBe(FULL.curves?.positive);
    expect(resolved.heightRange).not.toBe(FULL.heightRange);
  });
});

describe("a surface that is not legal is refused with the place, the value and what is legal", () => {
  it.each([
    [{ samples: 201 }, "invalid samples: 201; expected a whole number from 4 to 200"],
    [{ quantity: "lost" }, /^invalid quantity: "lost"; expected one of loss, logLoss, z/],
    [{ colour: "red" }, /^invalid colour: "red"; expected one of loss/],
    [
      { heightScale: 0 },
      'invalid heightScale: 0; expected "own", "normalised" or a number above 0 to divide by',
    ],
    [
      { heightScale: "big" },
      'invalid heightScale: "big"; expected "own", "normalised" or a number above 0 to divide by',
    ],
    [{ heightRange: [1, 1] }, 'expected "auto" or two numbers, the lower one first'],
    [
      { heightRange: "all" },
      'invalid heightRange: "all"; expected "auto" or two numbers, the lower one first',
    ],
    [{ camera: { elevation: -1 } }, "invalid camera.elevation: -1; expected 0 to 90"],
    [{ camera: { azimuth: 181 } }, "invalid camera.azimuth: 181; expected -180 to 180"],
    [{ camera: { zooom: 1 } }, "unknown key: camera.zooom; did you mean camera.zoom?"],
    [{ curves: { positive: [2] } }, "invalid curves.positive[0]: 2; expected -1 to 1"],
    [{ layers: { floor: "carpet" } }, 'invalid layers.floor: "carpet"; expected one of none, bands'],
    [{ boxHeight: 3 }, "invalid boxHeight: 3; expected 0.1 to 2"],
    [{ loss: { id: "circle", params: { margin: 9 } } }, /^invalid loss\.params\.margin: 9; expected/],
    [{ loss: { id: "circel" } }, /did you mean circle\?/],
  ])("%j", (change, message) => {
    const wrong = { ...SHORT, ...change };
    expect(() => resolveFigure(parseFigure(wrong))).toThrow(message);
  });
});
