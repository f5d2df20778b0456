import { describe, expect, it } from "vitest";
import { type DifferenceSpec, resolveDifference } from "../../src/spec/difference.ts";
import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { frozen } from "./arbitraries.ts";
import { PLAIN_HEAD } from "./head.ts";

const SPEC: DifferenceSpec = {
  version: 1,
  kind: "difference",
  a: { loss: { id: "circle" } },
  b: { loss: { id: "triplet" } },
};
const refused =
  (change: object): (() => unknown) =>
  () =>
    resolveFigure(parseFigure({ ...SPEC, ...change }));

describe("a difference", () => {
  it("has every default filled in", () => {
    expect(resolveDifference(SPEC)).toEqual({
      version: 1,
      kind: "difference",
      title: "",
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 640, height: 560, type: 0 },
      a: {
        name: "",
        loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
        counts: { K: 1, L: 1 },
      },
      b: {
        name: "",
        loss: {
          id: "triplet",
          params: { distance: "cosine", margin: 0.1, reduction: "mean" },
          gradient: "attached",
        },
        counts: { K: 1, L: 1 },
      },
      compare: "difference",
      quantity: "loss",
      axes: {
        negative: { unit: "cosine", range: [0, 1] },
        positive: { unit: "cosine", range: [0, 1] },
        horizontal: "negative",
      },
      samples: 256,
      layers: { isolines: 8, isolineLabels: true, boundaries: true, legend: true, caption: true },
      points: [],
    });
  });

  it("of angles has no quantity", () => {
    expect("quantity" in resolveDifference({ ...SPEC, compare: "angle" })).toBe(false);
  });

  it.each<Partial<DifferenceSpec>>([
    { compare: "angle", points: [{ name: "A", sn: 0, sp: 1 }] },
    { compare: "ratio", quantity: "dSp", samples: 32 },
    { quantity: "direction", a: { name: "one", loss: { id: "circle:attached" }, counts: { K: 4 } } },
  ])("with %j resolves to a legal figure that resolves to itself, shrinks and fits a link", (change) => {
    const spec: DifferenceSpec = { ...SPEC, ...change };
    const before = JSON.stringify(spec);
    frozen(spec);
    const resolved = resolveDifference(spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(resolved);
    const short = minimiseFigure(spec);
    expect(resolveFigure(short)).toEqual(resolved);
    expect(resolveFigure(decodeLink(encodeLink(spec)).spec)).toEqual(resolved);
  });

  it.each([
    [
      { compare: "angle", quantity: "loss" },
      'invalid quantity: "loss" beside compare: "angle"; expected none, it is of the gradients',
    ],
    [
      { compare: "ratio", quantity: "direction" },
      'invalid compare: "ratio"; expected "difference" for direction, which is an angle',
    ],
    [{ compare: "sum" }, 'invalid compare: "sum"; expected one of difference, ratio, angle'],
    [{ b: { loss: { id: "circle", params: { gamma: -1 } } } }, "invalid b.loss.params.gamma: -1; expected"],
    [{ a: { id: "circle" } }, "invalid a.loss: nothing; expected an object with an id"],
    [{ samples: 8 }, "invalid samples: 8; expected a whole number from 16 to 1024"],
  ])("refuses %j", (change, message) => {
    expect(refused(change)).toThrow(message);
  });

  it("needs both losses", () => {
    expect(() => parseFigure({ version: 1, kind: "difference", a: { loss: { id: "circle" } } })).toThrow(
      /\bb\b/,
    );
  });
});
