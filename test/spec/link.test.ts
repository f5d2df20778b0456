import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { decodePoints, encodePoints } from "../../src/spec/points.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { SETTING_NAMES, settingsOf, withSetting } from "../../src/spec/settings.ts";

const circle: LandscapeSpec = { version: 1, loss: { id: "circle" } };

describe("links", () => {
  it("read like a sentence, and hold only what is not a default", () => {
    expect(encodeLink(circle)).toBe("v=1&loss=circle");
    expect(
      encodeLink({
        ...circle,
        loss: { id: "circle", params: { gamma: 64, margin: 0.25 }, gradient: "attached" },
        counts: { K: 1, L: 16 },
        axes: { negative: { range: [-1, 1] } },
        points: [
          { name: "T", at: "tangent" },
          { name: "A", sn: 0.8, sp: 0.75 },
        ],
      }),
    ).toBe("v=1&loss=circle&gamma=64&gradient=attached&L=16&sn.range=-1:1&points=T@tangent;A@0.8,0.75");
  });

  it("keep keys that this version does not know, in order", () => {
    const link = "v=1&loss=circle&K=3&lighting=soft&x=1%202&lighting=hard";
    const { spec, unknown } = decodeLink(link);
    expect(spec).toEqual({ ...circle, counts: { K: 3 } });
    expect(unknown).toEqual([
      ["lighting", "soft"],
      ["x", "1 2"],
      ["lighting", "hard"],
    ]);
    expect(encodeLink(spec, unknown)).toBe(link);
  });

  it("take another loss's parameter for unknown, not for an error", () => {
    expect(decodeLink("loss=circle&alpha=3").unknown).toEqual([["alpha", "3"]]);
  });

  it("let the last of two values win, whatever the order of the keys", () => {
    expect(decodeLink("K=2&loss=circle&K=5&v=1").spec).toEqual({ ...circle, counts: { K: 5 } });
  });

  it("know aliases and variants, with or without #", () => {
    expect(decodeLink("#loss=cosface&margin=0.4").spec.loss).toEqual({
      id: "cosface",
      params: { margin: 0.4 },
    });
    expect(resolveLandscape(decodeLink("loss=circle:pml").spec).loss.params).toEqual({
      gamma: 80,
      margin: 0.4,
    });
  });

  it("carry every sign of a title and of a name", () => {
    const title = "ℒ(s_n) = 50 % + 1 & more #2; “T′”\n= true?";
    const points: LandscapeSpec["points"] = [{ name: "@;,:%&=+#𝒯", sn: -0.5, sp: 1e-7 }];
    const { spec } = decodeLink(encodeLink({ ...circle, title, points }));
    expect([spec.title, spec.points]).toEqual([title, points]);
    expect(decodeLink("loss=circle&title=1+1=2").spec.title).toBe("1+1=2");
    expect(decodeLink("loss=circle&title=true").spec.title).toBe("true");
    expect(decodeLink("loss=circle&title=42").spec.title).toBe("42");
  });
});

describe("points as text", () => {
  it("go there and back", () => {
    const points: NonNullable<LandscapeSpec["points"]> = [
      { name: "A", sn: 0.8, sp: 0.8 },
      { name: "", at: "tangent" },
      { name: "T′@", at: "boundary", sn: 0.1 },
    ];
    const text = encodePoints(points);
    expect(text).toBe("A@0.8,0.8;@tangent;T%E2%80%B2%40@boundary,0.1");
    expect(decodePoints(text)).toEqual(points);
    expect([encodePoints([]), decodePoints("")]).toEqual(["", []]);
  });

  it("take a name that is not percent-encoded as it is", () => {
    expect(decodePoints("100%@0,1")).toEqual([{ name: "100%", sn: 0, sp: 1 }]);
  });
});

describe("settings", () => {
  it.each([
    ["loss", "am-softmax", { loss: { id: "am-softmax" } }],
    ["gradient", "attached", { loss: { id: "circle", gradient: "attached" } }],
    ["margin", "0.4", { loss: { id: "circle", params: { margin: 0.4 } } }],
    ["K", "3", { counts: { K: 3 } }],
    ["L", "1e5", { counts: { L: 100000 } }],
    ["sn.unit", "chord", { axes: { negative: { unit: "chord" } } }],
    ["sn.range", "-1:0.5", { axes: { negative: { range: [-1, 0.5] } } }],
    ["sp.unit", "degrees", { axes: { positive: { unit: "degrees" } } }],
    ["sp.range", "1:0", { axes: { positive: { range: [1, 0] } } }],
    ["horizontal", "positive", { axes: { horizontal: "positive" } }],
    ["kind", "landscape", { kind: "landscape" }],
    ["quantity", "dSn", { quantity: "dSn" }],
    ["samples", "64", { samples: 64 }],
    ["field", "false", { layers: { field: false } }],
    ["isolines", "12", { layers: { isolines: 12 } }],
    ["isolineLabels", "false", { layers: { isolineLabels: false } }],
    ["boundary", "both", { layers: { boundary: "both" } }],
    ["region", "false", { layers: { region: false } }],
    ["arrows", "0", { layers: { arrows: 0 } }],
    ["arrowLength", "equal", { layers: { arrowLength: "equal" } }],
    ["legend", "false", { layers: { legend: false } }],
    ["caption", "false", { layers: { caption: false } }],
    ["points", "A@0,1", { points: [{ name: "A", sn: 0, sp: 1 }] }],
    ["theme", "print", { theme: "print" }],
    ["width", "800", { size: { width: 800 } }],
    ["height", "600", { size: { height: 600 } }],
    ["title", "true", { title: "true" }],
  ])("%s=%s", (name, text, changed) => {
    const spec = parseLandscape(withSetting(circle, name, text));
    expect(spec).toEqual({ ...circle, ...changed });
    expect(circle).toEqual({ version: 1, loss: { id: "circle" } });
    if (name !== "margin") expect(SETTING_NAMES).toContain(name);
    expect(Object.fromEntries(settingsOf(spec))[name]).toBe(text === "1e5" ? "100000" : text);
  });

  it("leave their neighbours alone", () => {
    const spec = withSetting({ ...circle, counts: { K: 3 }, layers: { arrows: 5 } }, "L", "7");
    expect(spec).toEqual({ ...circle, counts: { K: 3, L: 7 }, layers: { arrows: 5 } });
  });

  it.each([
    ["marign", "unknown setting: marign; did you mean margin?"],
    ["quantitiy", "unknown setting: quantitiy; did you mean quantity?"],
    ["__proto__", "unknown setting: __proto__; expected one of gamma, margin, loss, formula, gradient"],
    ["constructor", "unknown setting: constructor; expected one of gamma, margin, loss, formula, gradient"],
  ])("know no %s", (name, message) => {
    expect(() => withSetting(circle, name, "1")).toThrow(message);
  });
});
