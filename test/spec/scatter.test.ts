import { describe, expect, it } from "vitest";
import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { resolveScatter, type ScatterSpec } from "../../src/spec/scatter.ts";
import { frozen } from "./arbitraries.ts";
import { PLAIN_HEAD } from "./head.ts";

const SPEC: ScatterSpec = { version: 1, kind: "scatter", loss: { id: "circle" } };
const refused =
  (change: object): (() => unknown) =>
  () =>
    resolveFigure(parseFigure({ ...SPEC, ...change }));

describe("a scatter", () => {
  it("has every default filled in", () => {
    expect(resolveScatter(SPEC)).toEqual({
      version: 1,
      kind: "scatter",
      title: "",
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 640, height: 560, type: 0 },
      loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
      counts: { K: 1, L: 1 },
      axes: {
        negative: { unit: "cosine", range: [0, 1] },
        positive: { unit: "cosine", range: [0, 1] },
        horizontal: "negative",
      },
      cloud: {
        pairs: 1000,
        seed: 1,
        start: { sn: [0.45, 0.1], sp: [0.45, 0.1] },
        learningRate: 1e-3,
        longestStep: 0.01,
        steps: 1000,
        noise: 0,
        space: "plane",
      },
      passage: [0.01, 0.99],
      readings: [],
      layers: { starts: true, ends: true, boundary: true, passage: true, guides: true, caption: true },
    });
  });

  it.each<[string, ScatterSpec]>([
    ["a cloud", { ...SPEC, cloud: { seed: 9, start: { sp: [0.3, 0.2] }, noise: 0.01 }, passage: [0, 0.5] }],
    [
      "points",
      {
        ...SPEC,
        points: [
          [0.1, 0.2],
          [-1, 1],
        ],
        readings: [0.1],
      },
    ],
  ])(
    "of %s resolves to a legal figure that resolves to itself and shrinks to what was asked for",
    (_, spec) => {
      const before = JSON.stringify(spec);
      frozen(spec);
      const resolved = resolveScatter(spec);
      expect(JSON.stringify(spec)).toBe(before);
      expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(resolved);
      const short = minimiseFigure(spec);
      expect(resolveFigure(parseFigure(short))).toEqual(resolved);
      expect(JSON.stringify(short).length).toBeLessThanOrEqual(before.length);
      expect("cloud" in resolved).toBe(!("points" in resolved));
    },
  );

  it.each([
    [{ cloud: {}, points: [[0, 0]] }, "invalid cloud: beside points; expected one of them"],
    [{ cloud: { pairs: 0 } }, "invalid cloud.pairs: 0; expected a whole number from 1 to 5000"],
    [
      { cloud: { pairs: 5000, steps: 801 } },
      "invalid cloud.steps: 801; expected at most 800 with 5000 pairs",
    ],
    [{ cloud: { noise: 1 } }, "invalid cloud.noise: 1; expected 0 to 0.1"],
    [{ cloud: { space: "ball" } }, 'invalid cloud.space: "ball"; expected one of plane, sphere'],
    [{ cloud: { sed: 1 } }, "unknown key: cloud.sed; did you mean cloud.seed?"],
    [{ cloud: { start: { sn: [0.5] } } }, "invalid cloud.start.sn[1]: nothing; expected 0 to 1"],
    [{ points: [] }, "invalid points: []; expected at least 1 points"],
    [{ points: [[0, 2]] }, "invalid points[0][1]: 2; expected -1 to 1"],
    [{ passage: [0.9, 0.1] }, "invalid passage: [0.9,0.1]; expected two rising numbers from 0 to 1"],
    [{ readings: [3] }, "invalid readings[0]: 3; expected -1 to 1"],
    [{ loss: { id: "circle", params: { margin: 9 } } }, "invalid loss.params.margin: 9; expected -1 to 1"],
  ])("refuses %j", (change, message) => {
    expect(refused(change)).toThrow(message);
  });
});
