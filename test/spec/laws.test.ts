import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { minimiseFigure } from "../../src/spec/minimise.ts";
import { parseFigure } from "../../src/spec/parse.ts";
import { findPreset, PRESETS } from "../../src/spec/presets.ts";
import { resolveFigure } from "../../src/spec/resolve.ts";
import type { FigureSpec } from "../../src/spec/schema.ts";
import { fc } from "../numerics/seeded.ts";
import { figures, frozen } from "./arbitraries.ts";

const law = (name: string, check: (spec: FigureSpec) => void) =>
  it(name, () => fc.assert(fc.property(figures, check), { numRuns: 200 }));

describe("laws of every legal figure", () => {
  law("parsing takes it as it is, from a value and from text", (spec) => {
    expect(parseFigure(spec)).toEqual(spec);
    expect(parseFigure(JSON.stringify(spec))).toEqual(spec);
  });

  law(
    "resolving never changes its input, and a minimised or encoded figure is not changed either",
    (spec) => {
      const before = JSON.stringify(spec);
      frozen(spec);
      resolveFigure(spec);
      minimiseFigure(spec);
      encodeLink(spec);
      expect(JSON.stringify(spec)).toBe(before);
    },
  );

  law("resolving is idempotent, and gives a legal figure", (spec) => {
    const resolved = resolveFigure(spec);
    expect(resolveFigure(resolved)).toEqual(resolved);
    expect(parseFigure(JSON.stringify(resolved))).toEqual(resolved);
  });

  law("minimising loses nothing, is idempotent, legal, and adds nothing", (spec) => {
    const short = minimiseFigure(spec);
    expect(resolveFigure(short)).toEqual(resolveFigure(spec));
    expect(minimiseFigure(short)).toEqual(short);
    expect(parseFigure(short)).toEqual(short);
    expect(JSON.stringify(short).length).toBeLessThanOrEqual(JSON.stringify(resolveFigure(spec)).length);
  });

  law("a link carries it", (spec) => {
    const link = encodeLink(spec);
    const { spec: back, unknown } = decodeLink(link);
    expect(unknown).toEqual([]);
    expect(resolveFigure(back)).toEqual(resolveFigure(spec));
    expect(encodeLink(back)).toBe(link);
    expect(decodeLink(`#${link}`).spec).toEqual(back);
    // what an address bar and a mail program leave alone
    expect(link).toMatch(/^[\w.~!*'()%@:;,/=&-]*$/);
  });
});

describe("resolving", () => {
  it("fills in every default", () => {
    expect(resolveFigure({ version: 1, loss: { id: "circle" } })).toEqual({
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
        legend: true,
        caption: true,
      },
      points: [],
      theme: "light",
      size: { width: 640, height: 560 },
    });
  });

  it("puts aliases and variants into plain words", () => {
    expect(resolveFigure({ version: 1, loss: { id: "cosface" } }).loss.id).toBe("am-softmax");
    expect(
      resolveFigure({ version: 1, loss: { id: "circle:attached", params: { margin: 0.4 } } }).loss,
    ).toEqual({
      id: "circle",
      params: { gamma: 256, margin: 0.4 },
      gradient: "attached",
    });
  });

  it("takes the usual range of an axis's unit", () => {
    const { axes } = resolveFigure({
      version: 1,
      loss: { id: "circle" },
      axes: { positive: { unit: "degrees" } },
    });
    expect(axes.positive).toEqual({ unit: "degrees", range: [0, 180] });
  });

  it("shares nothing with its input", () => {
    const spec: FigureSpec = { version: 1, loss: { id: "circle" }, points: [{ name: "A", sn: 0, sp: 0 }] };
    const resolved = resolveFigure(spec);
    expect(resolved.points[0]).not.toBe(spec.points?.[0]);
    expect(resolveFigure(spec).layers).not.toBe(resolved.layers);
  });
});

describe("minimising", () => {
  it("leaves only what differs from the loss's defaults", () => {
    expect(
      minimiseFigure(resolveFigure({ version: 1, loss: { id: "circle:pml" }, counts: { K: 1, L: 9 } })),
    ).toEqual({
      version: 1,
      loss: { id: "circle", params: { gamma: 80, margin: 0.4 } },
      counts: { L: 9 },
    });
    expect(minimiseFigure(resolveFigure({ version: 1, loss: { id: "unified" } }))).toEqual({
      version: 1,
      loss: { id: "unified" },
    });
  });

  it("keeps a range that is usual for another unit only", () => {
    const spec: FigureSpec = {
      version: 1,
      loss: { id: "circle" },
      axes: { negative: { unit: "chord", range: [0, 1] } },
    };
    expect(minimiseFigure(spec)).toEqual(spec);
    const usual: FigureSpec = {
      version: 1,
      loss: { id: "circle" },
      axes: { negative: { unit: "chord", range: [0, 2] } },
    };
    expect(minimiseFigure(usual).axes).toEqual({ negative: { unit: "chord" } });
  });
});

describe.each(Object.entries(PRESETS))("preset %s", (name, preset) => {
  it("is a legal figure with a title, and nothing spelled out but its loss's parameters", () => {
    expect(findPreset(name)).toBe(preset);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(preset.title.length).toBeGreaterThan(0);
    const spec = parseFigure(JSON.stringify(preset.spec));
    const { loss, ...rest } = spec;
    const { loss: shortLoss, ...short } = minimiseFigure(spec);
    expect(short).toEqual(rest);
    expect(resolveFigure(spec).loss.params).toMatchObject({ ...shortLoss.params, ...loss.params });
  });
});

it("knows no other preset", () => {
  expect(() => findPreset("circle-regoin")).toThrow(
    "unknown preset: circle-regoin; did you mean circle-region?",
  );
  expect(() => findPreset("__proto__")).toThrow("unknown preset: __proto__; expected one of circle-region");
});
