import { describe, expect, it } from "vitest";
import { InputError } from "../../src/losses/errors.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { decodePoints, encodePoints } from "../../src/spec/points.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
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
    expect(decodeLink("#loss=cosface&margin=0.4").spec).toEqual({
      version: 1,
      loss: { id: "cosface", params: { margin: 0.4 } },
    });
    expect(resolveFigure(decodeLink("loss=circle:pml").spec)).toMatchObject({
      loss: { params: { gamma: 80, margin: 0.4 } },
    });
  });

  it("carry every sign of a title and of a name", () => {
    const title = "ℒ(s_n) = 50 % + 1 & more #2; “T′”\n= true?";
    const points: LandscapeSpec["points"] = [{ name: "@;,:%&=+#𝒯", sn: -0.5, sp: 1e-7 }];
    const { spec } = decodeLink(encodeLink({ ...circle, title, points }));
    expect(spec).toMatchObject({ title, points });
    expect(decodeLink("loss=circle&title=1+1=2").spec.title).toBe("1+1=2");
    expect(decodeLink("loss=circle&title=true").spec.title).toBe("true");
    expect(decodeLink("loss=circle&title=42").spec.title).toBe("42");
  });
});

const panels: FigureSpec = {
  version: 1,
  kind: "panels",
  title: "ℒ = “(a) + [b]”, 100 % of {c} & d's * e!",
  columns: 1,
  panels: [
    { figure: { version: 1, loss: { id: "circle", params: { gamma: 32 } } } },
    {
      title: "other",
      figure: { version: 1, loss: { id: "triplet" }, axes: { negative: { range: [-1, 1] } } },
    },
  ],
};

describe("links of other kinds", () => {
  it("carry the figure as one readable word", () => {
    const { title: _, ...plain } = panels;
    expect(encodeLink(plain)).toBe(
      "v=1&figure=('kind':'panels','columns':1,'panels':!" +
        "('figure':('version':1,'loss':('id':'circle','params':('gamma':32))))," +
        "('title':'other','figure':('version':1,'loss':('id':'triplet'),'axes':('negative':('range':!-1,1*))))*)",
    );
  });

  it("keep every sign of a text, and keys that this version does not know", () => {
    const link = encodeLink(panels, [["lighting", "soft & low"]]);
    expect(link).toMatch(/^[\w.~!*'()%@:;,/=&-]*$/);
    const { spec, unknown } = decodeLink(`#${link}`);
    expect(resolveFigure(spec)).toEqual(resolveFigure(panels));
    expect(unknown).toEqual([["lighting", "soft & low"]]);
    expect(encodeLink(spec, unknown)).toBe(link);
  });

  it("may be written as plain JSON, also of a landscape", () => {
    expect(decodeLink(`figure=${encodeURIComponent(JSON.stringify(panels))}`).spec).toEqual(panels);
    expect(decodeLink(`#figure={"loss":{"id":"circle"}}`).spec).toEqual(circle);
  });

  it("leave the figure's word to the figure, whatever else the link says", () => {
    const { spec, unknown } = decodeLink("v=1&loss=triplet&figure=('loss':('id':'circle'))&theme=dark");
    expect(spec).toEqual(circle);
    expect(unknown).toEqual([
      ["loss", "triplet"],
      ["theme", "dark"],
    ]);
  });

  it.each([
    ["figure=", "invalid figure: not JSON ("],
    ["figure=('kind':'panels'", "invalid figure: not JSON ("],
    ["figure=!1,2*", "invalid figure: not JSON ("],
    ["figure=[1,2]", "invalid figure: [1,2]; expected a figure: an object with version 1"],
    ["figure=null", "invalid figure: null; expected a figure: an object with version 1"],
    ["figure=('kind':'panel')", 'invalid kind: "panel"; expected one of landscape, '],
    ["figure=('kind':'panels')", "invalid panels: nothing; expected an array of panels"],
    ["figure=('version':2,'loss':('id':'circle'))", "invalid version: 2; expected 1"],
    [
      "figure=('kind':'panels','panels':!('figure':('version':1,'loss':('id':'circle'),'samples':1e9))*)",
      "invalid panels[0].figure.samples: 1000000000; expected a whole number from 16 to 1024",
    ],
    [
      "figure=('kind':'panels','panels':!('figure':('version':1,'loss':('id':'circle'),'smaples':64))*)",
      "unknown key: panels[0].figure.smaples; did you mean panels[0].figure.samples?",
    ],
    ["figure=('__proto__':('kind':'panels'),'loss':('id':'circle'))", "unknown key: __proto__"],
    [`figure=${"!".repeat(1e5)}`, "invalid figure: not JSON ("],
    [`figure=('loss':${"!".repeat(1e5)}${"*".repeat(1e5)})`, "invalid "],
    ["v=2&figure=('loss':('id':'circle'))", "invalid link version: 2; expected 1"],
  ])("%.70s is refused", (link, message) => {
    expect(() => decodeLink(link)).toThrow(InputError);
    expect(() => decodeLink(link)).toThrow(message);
  });
});

describe.each(Object.entries(PRESETS))("a link to preset %s", (_, { spec }) => {
  it("brings the same figure back, and reads the same again", () => {
    const link = encodeLink(spec);
    const { spec: back, unknown } = decodeLink(`#${link}`);
    expect(unknown).toEqual([]);
    expect(resolveFigure(back)).toEqual(resolveFigure(spec));
    expect(encodeLink(back)).toBe(link);
    // what an address bar and a mail program leave alone
    expect(link).toMatch(/^[\w.~!*'()%@:;,/=&-]*$/);
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
