import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { minimiseLandscape } from "../../src/spec/minimise.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { findPreset, PRESETS } from "../../src/spec/presets.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { fc } from "../numerics/seeded.ts";
import { figures, frozen } from "./arbitraries.ts";
import { PLAIN_HEAD } from "./head.ts";

const law = (name: string, check: (spec: LandscapeSpec) => void) =>
  it(name, () => fc.assert(fc.property(figures, check), { numRuns: 200 }));

describe("laws of every legal figure", () => {
  law("parsing takes it as it is, from a value and from text", (spec) => {
    expect(parseLandscape(spec)).toEqual(spec);
    expect(parseLandscape(JSON.stringify(spec))).toEqual(spec);
  });

  law(
    "resolving never changes its input, and a minimised or encoded figure is not changed either",
    (spec) => {
      const before = JSON.stringify(spec);
      frozen(spec);
      resolveLandscape(spec);
      minimiseLandscape(spec);
      encodeLink(spec);
      expect(JSON.stringify(spec)).toBe(before);
    },
  );

  law("resolving is idempotent, and gives a legal figure", (spec) => {
    const resolved = resolveLandscape(spec);
    expect(resolveLandscape(resolved)).toEqual(resolved);
    expect(parseLandscape(JSON.stringify(resolved))).toEqual(resolved);
  });

  law("minimising loses nothing, is idempotent, legal, and adds nothing", (spec) => {
    const short = minimiseLandscape(spec);
    expect(resolveLandscape(short)).toEqual(resolveLandscape(spec));
    expect(minimiseLandscape(short)).toEqual(short);
    expect(parseLandscape(short)).toEqual(short);
    expect(JSON.stringify(short).length).toBeLessThanOrEqual(JSON.stringify(resolveLandscape(spec)).length);
  });

  law("a link carries it", (spec) => {
    const link = encodeLink(spec);
    const { spec: back, unknown } = decodeLink(link);
    expect(unknown).toEqual([]);
    expect(resolveFigure(back)).toEqual(resolveLandscape(spec));
    expect(encodeLink(back)).toBe(link);
    expect(decodeLink(`#${link}`).spec).toEqual(back);
    // what an address bar and a mail program leave alone
    expect(link).toMatch(/^[\w.~!*'()%@:;,/=&-]*$/);
  });
});

describe("resolving", () => {
  it("fills in every default", () => {
    expect(resolveLandscape({ version: 1, loss: { id: "circle" } })).toEqual({
      version: 1,
      kind: "landscape",
      title: "",
      loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
      counts: { K: 1, L: 1 },
      axes: {
        negative: { unit: "cosine", range: [0, 1] },
        positive: { unit: "cosine", range: [0, 1] },
        horizontal: "negative",
      },
      quantity: "loss",
      samples: 256,
      layers: {
        field: true,
        isolines: 8,
        isolineLabels: true,
        boundary: "unit",
        region: true,
        arrows: 12,
        arrowLength: "root",
        pointArrows: false,
        legend: true,
        caption: true,
      },
      points: [],
      paths: [],
      guides: [],
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 640, height: 560, type: 0 },
    });
  });

  it("puts aliases and variants into plain words", () => {
    expect(resolveLandscape({ version: 1, loss: { id: "cosface" } }).loss.id).toBe("am-softmax");
    expect(
      resolveLandscape({ version: 1, loss: { id: "circle:attached", params: { margin: 0.4 } } }).loss,
    ).toEqual({
      id: "circle",
      params: { gamma: 256, margin: 0.4 },
      gradient: "attached",
    });
  });

  it("takes the usual range of an axis's unit", () => {
    const { axes } = resolveLandscape({
      version: 1,
      loss: { id: "circle" },
      axes: { positive: { unit: "degrees" } },
    });
    expect(axes.positive).toEqual({ unit: "degrees", range: [0, 180] });
  });

  it("shares nothing with its input", () => {
    const spec: LandscapeSpec = { version: 1, loss: { id: "circle" }, points: [{ name: "A", sn: 0, sp: 0 }] };
    const resolved = resolveLandscape(spec);
    expect(resolved.points[0]).not.toBe(spec.points?.[0]);
    expect(resolveLandscape(spec).layers).not.toBe(resolved.layers);
  });
});

describe("minimising", () => {
  it("leaves only what differs from the loss's defaults", () => {
    expect(
      minimiseLandscape(resolveLandscape({ version: 1, loss: { id: "circle:pml" }, counts: { K: 1, L: 9 } })),
    ).toEqual({
      version: 1,
      loss: { id: "circle", params: { gamma: 80, margin: 0.4 } },
      counts: { L: 9 },
    });
    expect(minimiseLandscape(resolveLandscape({ version: 1, loss: { id: "unified" } }))).toEqual({
      version: 1,
      loss: { id: "unified" },
    });
  });

  it("keeps a range that is usual for another unit only", () => {
    const spec: LandscapeSpec = {
      version: 1,
      loss: { id: "circle" },
      axes: { negative: { unit: "chord", range: [0, 1] } },
    };
    expect(minimiseLandscape(spec)).toEqual(spec);
    const usual: LandscapeSpec = {
      version: 1,
      loss: { id: "circle" },
      axes: { negative: { unit: "chord", range: [0, 2] } },
    };
    expect(minimiseLandscape(usual).axes).toEqual({ negative: { unit: "chord" } });
  });
});

describe.each(Object.entries(PRESETS))("preset %s", (name, preset) => {
  it("is a legal figure with a title", () => {
    expect(findPreset(name)).toBe(preset);
    expect(name).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
    expect(preset.title.length).toBeGreaterThan(0);
    expect(parseFigure(JSON.stringify(preset.spec))).toEqual(preset.spec);
  });

  it("resolves to a legal figure that resolves to itself, and has a shortest form", () => {
    const resolved = resolveFigure(preset.spec);
    expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(resolved);
    const short = minimiseFigure(preset.spec);
    expect(resolveFigure(parseFigure(JSON.stringify(short)))).toEqual(resolved);
    expect(minimiseFigure(short)).toEqual(short);
  });
});

describe.each(Object.entries(LANDSCAPES))("landscape %s", (_, preset) => {
  it("spells out nothing but its loss's parameters", () => {
    const spec = parseLandscape(JSON.stringify(preset.spec));
    const { loss, ...rest } = spec;
    const { loss: shortLoss, ...short } = minimiseLandscape(spec);
    expect(short).toEqual(rest);
    expect(resolveLandscape(spec).loss.params).toMatchObject({ ...shortLoss.params, ...loss.params });
  });
});

it("knows no other preset", () => {
  expect(() => findPreset("circle-regoin")).toThrow(
    "unknown preset: circle-regoin; did you mean circle-region?",
  );
  expect(() => findPreset("__proto__")).toThrow("unknown preset: __proto__; expected one of circle-region");
});
