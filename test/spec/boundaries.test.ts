import { describe, expect, it } from "vitest";
import { type BoundariesSpec, resolveBoundaries } from "../../src/spec/boundaries.ts";
import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { frozen } from "./arbitraries.ts";
import { PLAIN_HEAD } from "./head.ts";

const SPEC: BoundariesSpec = { version: 1, kind: "boundaries", entries: [{ loss: { id: "circle" } }] };
const refused =
  (change: object): (() => unknown) =>
  () =>
    resolveFigure(parseFigure({ ...SPEC, ...change }));

describe("boundaries", () => {
  it("have every default filled in", () => {
    expect(resolveBoundaries(SPEC)).toEqual({
      version: 1,
      kind: "boundaries",
      title: "",
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 640, height: 560, type: 0 },
      entries: [
        {
          name: "",
          loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
          counts: { K: 1, L: 1 },
        },
      ],
      axes: {
        negative: { unit: "cosine", range: [0, 1] },
        positive: { unit: "cosine", range: [0, 1] },
        horizontal: "negative",
      },
      labels: { negative: "", positive: "" },
      mirror: false,
      points: [],
      readings: [],
      layers: { margin: true, region: false, names: "key", caption: true },
    });
  });

  it("resolve to a legal figure that resolves to itself, shrinks to what was asked for and fits a link", () => {
    const spec: BoundariesSpec = {
      ...SPEC,
      entries: [
        {
          name: "Circle",
          loss: { id: "circle" },
          counts: { L: 9 },
          vary: { param: "margin", values: [0.1, 0.2] },
        },
        { loss: { id: "cosface" } },
      ],
      axes: { positive: { unit: "degrees" }, horizontal: "positive" },
      labels: { positive: "$θ_1$" },
      mirror: true,
      points: [{ name: "T", at: "tangent" }],
      readings: [-0.5, 0.5],
      layers: { names: "lines" },
    };
    const before = JSON.stringify(spec);
    frozen(spec);
    const resolved = resolveBoundaries(spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(resolved);
    const short = minimiseFigure(spec);
    expect(resolveFigure(short)).toEqual(resolved);
    expect(JSON.stringify(short).length).toBeLessThanOrEqual(before.length + 20);
    expect(resolveFigure(decodeLink(encodeLink(spec)).spec)).toEqual(resolved);
  });

  const entry = (rest: object): object => ({ entries: [{ loss: { id: "circle" } }, rest] });
  it.each([
    [{ entries: [] }, "invalid entries: []; expected at least 1 entries"],
    [entry({ loss: { id: "circel" } }), "unknown loss: circel; did you mean circle?"],
    [
      entry({ loss: { id: "circle", params: { margin: 9 } } }),
      "invalid entries[1].loss.params.margin: 9; expected -1 to 1",
    ],
    [
      entry({ loss: { id: "circle" }, vary: { param: "margn", values: [0] } }),
      "unknown parameter: margn; did you mean margin?",
    ],
    [
      entry({ loss: { id: "circle" }, vary: { param: "margin", values: [0.1, 7] } }),
      "invalid entries[1].vary.values[1]: 7; expected -1 to 1",
    ],
    [
      entry({ loss: { id: "circle" }, vary: { param: "margin", values: [] } }),
      "invalid entries[1].vary.values: []; expected at least 1 values",
    ],
    [{ labels: { horizontal: "x" } }, "unknown key: labels.horizontal"],
    [{ layers: { names: "ends" } }, 'invalid layers.names: "ends"; expected one of key, lines, none'],
    [{ mirror: 1 }, "invalid mirror: 1; expected true or false"],
    [{ readings: [1.5] }, "invalid readings[0]: 1.5; expected -1 to 1"],
  ])("refuse %j", (change, message) => {
    expect(refused(change)).toThrow(message);
  });
});
