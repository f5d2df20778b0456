import { describe, expect, it } from "vitest";
import { prepareCurves } from "../../src/figures/curves.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { resolveCurves } from "../../src/spec/curves.ts";
import type { CurvesSpec } from "../../src/spec/curves-schema.ts";
import { curvesOf, scene, spec } from "./curves-support.ts";
import { groups, inGroup, paths, polylines, texts, wording } from "./support.ts";

describe("names", () => {
  const nameTexts = (drawn: Scene) => texts(inGroup(drawn, "names"));

  it("stand beside the frame, apart from one another, in the order of the ends", () => {
    const values = [0, 0.01, 0.02, 0.03, 0.5];
    const drawn = scene({
      curves: [
        {
          loss: { id: "am-softmax" },
          draw: { of: "positiveTransform", perScale: true },
          vary: { param: "margin", values },
        },
      ],
    });
    const found = nameTexts(drawn);
    expect(found.map((each) => wording(each))).toEqual(values.map((value) => `m = ${value}`));
    for (const each of found) expect(each.x).toBeGreaterThan(drawn.frame.x + drawn.frame.width);
    const heights = found.map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    for (let i = 1; i < heights.length; i++)
      expect(heights[i] - heights[i - 1]).toBeGreaterThan(found[i].size * 1.3);
    expect(heights[heights.length - 1]).toBeLessThan(drawn.frame.y + drawn.frame.height);
  });

  it("stand in a key inside the frame on request, and where they are long", () => {
    const long = { name: "a name that is as long as a name may be" };
    for (const drawn of [
      scene({ layers: { names: "key" } }),
      scene({ size: { width: 300 }, curves: (spec().curves ?? []).map((curve) => ({ ...curve, ...long })) }),
    ]) {
      for (const each of nameTexts(drawn)) {
        expect(each.x).toBeGreaterThan(drawn.frame.x);
        expect(each.x).toBeLessThan(drawn.frame.x + drawn.frame.width);
      }
    }
    expect(groups(scene({ layers: { names: "none" } })).map(({ name }) => name)).not.toContain("names");
  });

  it("the key hides no point of the curves where a corner is free", () => {
    const drawn = scene({ layers: { names: "key" } });
    const [box] = paths(inGroup(drawn, "names")).map(({ d }) => d.match(/-?[\d.]+/g)?.map(Number) ?? []);
    const [left, top, right, bottom] = box;
    for (const { d } of paths(inGroup(drawn, "curves")))
      for (const { x, y } of polylines(d).flat())
        expect(x > left && x < right && y > top && y < bottom).toBe(false);
  });

  it("stand below the axis where no place in the frame is free, and the figure of a venue grows by them", () => {
    const many = {
      layers: { names: "key" as const },
      curves: [
        {
          loss: { id: "am-softmax" },
          draw: { of: "positiveTransform" as const, perScale: true },
          vary: { param: "margin", values: [-0.8, -0.4, 0, 0.2, 0.4, 0.6, 0.8] },
        },
      ],
    };
    const drawn = scene({ ...many, venue: "cvpr-column" });
    const usual = resolveCurves(spec({ ...many, venue: "cvpr-column" })).size.height;
    expect(drawn.foot).toBeGreaterThan(0);
    expect(drawn.height).toBeCloseTo(usual + (drawn.foot ?? 0), 6);
    for (const each of nameTexts(drawn)) expect(each.y).toBeGreaterThan(drawn.frame.y + drawn.frame.height);
    expect(nameTexts(drawn)).toHaveLength(7);
    // a height that is asked for is kept
    const asked = scene({ ...many, venue: "cvpr-column", size: { height: 300 } });
    expect([asked.height, asked.foot]).toEqual([300, drawn.foot]);
    const prepared = prepareCurves(resolveCurves(spec({ ...many, venue: "cvpr-column" })));
    expect(prepared.draw({ size: { width: 312, height: 240, type: 10 } }).height).toBe(240);
  });

  it("say what tells the curves apart", () => {
    const names = (curves: CurvesSpec["curves"]) =>
      curvesOf({ ...(curves && { curves }) }).map(({ name }) => name);
    expect(names(spec().curves)).toEqual(["$A_p / γ$", "$A_n / γ$"]);
    const draw = { of: "positiveTransform" } as const;
    expect(names([{ loss: { id: "am-softmax" }, draw }])).toEqual(["AM-Softmax (CosFace)"]);
    expect(
      names([
        { loss: { id: "am-softmax" }, draw },
        { loss: { id: "am-softmax", params: { margin: 0.1 } }, draw },
        { loss: { id: "circle" }, draw, name: "mine" },
        { loss: { id: "circle" }, draw, name: "mine", vary: { param: "margin", values: [0.2] } },
      ]),
    ).toEqual([
      "AM-Softmax (CosFace), $m = 0.35$",
      "AM-Softmax (CosFace), $m = 0.1$",
      "mine",
      "mine, $m = 0.2$",
    ]);
  });
});

describe("the words", () => {
  it("name the loss and what all curves share of its parameters, without what they are divided by", () => {
    expect(wording(texts(inGroup(scene(), "words"))[1]).replaceAll("\u200a", "")).toBe("m = 0.35");
    const drawn = scene({ title: "Mine" });
    const [title, subtitle] = texts(inGroup(drawn, "words")).map((each) => wording(each));
    expect([title, subtitle]).toEqual(["Mine", "AM-Softmax (CosFace), m = 0.35"]);
  });

  it("say which gradient is shown of a loss that detaches, and what stands still", () => {
    const said = (id: string) =>
      scene({ x: {}, curves: [{ loss: { id }, draw: { of: "slice", quantity: "dSn", fixed: { sp: 0.7 } } }] })
        .description;
    expect(said("circle")).toContain(
      "Slice at s_p = 0.7. Circle loss: detached gradient (weights held constant).",
    );
    expect(said("circle:attached")).toContain("Circle loss: attached gradient (full derivative).");
    expect(said("triplet")).not.toMatch(/[ad]ttached/);
  });

  it("are left out where the figure stands in a larger one, but not the names", () => {
    const prepared = prepareCurves(resolveCurves(spec({ readings: [90] })));
    const [own, bare] = [prepared.draw(), prepared.draw({ bare: true, title: "(a) Its place" })];
    expect(texts(inGroup(own, "words")).length).toBeGreaterThan(2);
    expect(texts(inGroup(bare, "words")).map((each) => wording(each))[0]).toBe("(a) Its place");
    expect(texts(inGroup(bare, "words"))).toHaveLength(2);
    expect(texts(inGroup(bare, "names"))).toHaveLength(2);
    expect(bare.frame.height).toBeGreaterThan(own.frame.height);
    expect(prepared.caption).toBe("Marks: readings.");
    expect(prepared.colours).toBe(null);
  });
});
