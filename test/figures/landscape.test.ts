import { describe, expect, it } from "vitest";
import { drawLandscapeSpec } from "../../src/export/figure.ts";
import { MASKED } from "../../src/figures/color.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { QUANTITIES, QUANTITY_IDS } from "../../src/spec/quantities.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { CIRCLE, groups, images, inGroup, paths, sceneOf, texts, wording } from "./support.ts";

describe("the legend", () => {
  it.each(QUANTITY_IDS)(
    "of %s stands inside the figure, beside the frame, with numbers in order",
    (quantity) => {
      const scene = sceneOf({ quantity });
      const legend = inGroup(scene, "legend");
      const [bar] = images(legend);
      expect(bar.box.x).toBeGreaterThan(scene.frame.x + scene.frame.width);
      expect(bar.box.x + bar.box.width).toBeLessThan(scene.width);
      expect(bar.box.y).toBeGreaterThanOrEqual(scene.frame.y);
      expect(bar.box.y + bar.box.height).toBeLessThanOrEqual(scene.frame.y + scene.frame.height + 0.01);
      const [title, ...numbers] = texts(legend).toReversed();
      expect(wording(title).replaceAll("\u200a", "").length).toBeGreaterThan(0);
      expect(title.y).toBeLessThan(scene.frame.y);
      const values = numbers.map((node) => Number(wording(node).replaceAll("−", "-")));
      expect(values.length).toBeGreaterThanOrEqual(2);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      const heights = numbers.map(({ y }) => y);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    },
  );

  it("is left out on request, and the frame takes its room", () => {
    const without = sceneOf({ layers: { legend: false }, size: { width: 500, height: 560 } });
    expect(groups(without).map(({ name }) => name)).not.toContain("legend");
    expect(without.frame.width).toBeGreaterThan(sceneOf({ size: { width: 500, height: 560 } }).frame.width);
  });
});

describe("the caption", () => {
  const caption = (spec: Partial<LandscapeSpec>): string => sceneOf({ samples: 17, ...spec }).description;

  it("says attached or detached of arrows and of gradient colours", () => {
    const loss = (gradient: "attached" | "detached") => ({ loss: { id: "circle", gradient } });
    expect(caption(loss("attached"))).toContain("Arrows: against the attached gradient (full derivative)");
    expect(caption(loss("detached"))).toContain(
      "Arrows: against the detached gradient (weights held constant)",
    );
    for (const quantity of [
      "dSp",
      "absDSn",
      "gradientLength",
      "direction",
      "embeddingP",
      "paceRatio",
    ] as const) {
      const said = caption({ ...loss("attached"), quantity, layers: { arrows: 0 } });
      expect(said).toContain(`Colour: ${QUANTITIES[quantity].name}, attached gradient (full derivative).`);
    }
    expect(caption({ ...loss("attached"), quantity: "z", layers: { arrows: 0 } })).not.toContain("attached");
  });

  it("does not speak of detaching where nothing is detached", () => {
    expect(caption({ loss: { id: "triplet" }, quantity: "dSp" })).not.toMatch(/[ad]ttached/);
  });

  it("says what each line is", () => {
    const counts = { K: 4, L: 16 };
    const loss = { id: "circle", params: { margin: 0.4 } };
    const line = (boundary: "none" | "unit" | "counts" | "both") =>
      caption({ loss, counts, layers: { boundary } });
    expect(line("unit")).toContain("Line: decision boundary for K = L = 1.");
    expect(line("counts")).toContain("Line: decision boundary for K = 4, L = 16.");
    expect(line("both")).toContain("Solid line: decision boundary for K = L = 1; dashed: for K = 4, L = 16.");
    expect(line("none")).not.toContain("decision boundary");
  });

  it("does not speak of a line that is not there", () => {
    expect(caption({ loss: { id: "proxy-nca" } })).toContain("No decision boundary.");
    const beyond = caption({ loss: { id: "circle", params: { margin: -0.2 } } });
    expect(beyond).toContain("No decision boundary in this frame.");
    expect(beyond).not.toContain("Line:");
  });

  it("is written below the frame, line by line, and left out on request", () => {
    const scene = sceneOf();
    const lines = texts(inGroup(scene, "words")).slice(2);
    expect(
      lines
        .map((line) => wording(line))
        .join(" ")
        .replaceAll("\u200a", ""),
    ).toBe(scene.description.replace(/^.*? = 1\. /, ""));
    for (const { y } of lines) expect(y).toBeGreaterThan(scene.frame.y + scene.frame.height);
    expect(texts(inGroup(sceneOf({ layers: { caption: false } }), "words"))).toHaveLength(2);
  });
});

describe("marked points", () => {
  const points = [
    { name: "A", sn: 0.2, sp: 0.6 },
    { name: "T", at: "tangent" },
    { name: "T′", at: "boundary", sn: 0.1 },
    { name: "outside", sn: -0.5, sp: 0.5 },
  ] as const;

  /** Where the discs stand, as parts of the frame from its left and its bottom. */
  function places(scene: Scene): number[][] {
    const { x, y, width, height } = scene.frame;
    const discs = paths(inGroup(scene, "points")).filter(({ fill }) => fill !== undefined);
    return discs.map(({ d }) => {
      const [, left, middle, radius] = /^M(\S+) (\S+)a(\S+) /.exec(d)?.map(Number) ?? [];
      return [(left + radius - x) / width, (y + height - middle) / height];
    });
  }

  it.each([0.15, 0.25, 0.4])("stand where they should at m = %d: T and T′ move with it", (margin) => {
    const found = places(sceneOf({ loss: { id: "circle", params: { margin } }, points }));
    const expected = [
      [0.2, 0.6],
      [margin, 1 - margin],
      [0.1, 1 - Math.sqrt(2 * margin ** 2 - 0.01)],
    ];
    expect(found).toHaveLength(expected.length);
    found.flat().forEach((part, i) => expect(Math.abs(part - expected.flat()[i])).toBeLessThan(1e-4));
  });

  it("go with the boundary that is drawn", () => {
    const spec = {
      loss: { id: "circle", params: { margin: 0.4 } },
      counts: { K: 4, L: 16 },
      points: [points[1]],
    };
    const [[sn, sp]] = places(sceneOf({ ...spec, layers: { boundary: "counts" } }));
    const expected = Math.sqrt((2 * 0.4 ** 2 - Math.log(64) / 256) / 2);
    expect(Math.abs(sn - expected)).toBeLessThan(1e-4);
    expect(Math.abs(sp - (1 - expected))).toBeLessThan(1e-4);
  });

  it("stand at the same pair on every kind of axis", () => {
    const scene = sceneOf({
      points: [points[0]],
      axes: {
        negative: { unit: "degrees" },
        positive: { unit: "chord", range: [2, 0] },
        horizontal: "positive",
      },
    });
    const [[across, up]] = places(scene);
    expect(across).toBeCloseTo(1 - Math.sqrt(2 - 1.2) / 2, 4);
    expect(up).toBeCloseTo(Math.acos(0.2) / Math.PI, 4);
  });

  it("are left out where there is no such place", () => {
    const scene = sceneOf({
      loss: { id: "am-softmax", params: { margin: 0.95 } },
      points: [points[1], points[2]],
    });
    expect(paths(inGroup(scene, "points"))).toEqual([]);
  });

  it("have their names beside them, single letters as mathematics", () => {
    const names = texts(
      inGroup(sceneOf({ points: [...points, { name: "my point", sn: 0.5, sp: 0.5 }] }), "points"),
    );
    expect(names.map((node) => wording(node))).toEqual(["A", "T", "T′", "my point"]);
    expect(names[0].runs[0].font).toBe("math");
    expect(names[3].runs[0].font).toBe("text");
  });
});

describe("cells without a finite value", () => {
  it("are masked, counted and said", () => {
    const samples = 16;
    const spec: LandscapeSpec = {
      ...CIRCLE,
      loss: { id: "triplet", params: { distance: "cosine", margin: 0.31 } },
      quantity: "direction",
      samples,
    };
    // no gradient, hence no direction, where s_n − s_p + 0.31 ≤ 0
    let flatCells = 0;
    for (let row = 0; row < samples; row++)
      for (let column = 0; column < samples; column++) if (column / 15 - row / 15 + 0.31 <= 0) flatCells++;
    expect(flatCells).toBe(66);
    const { scene } = drawLandscapeSpec(spec);
    expect(scene.description).toContain(`Grey: no finite value (${flatCells} of ${samples ** 2} nodes).`);
    const { raster } = images(inGroup(scene, "field"))[0];
    expect(raster.indices.filter((index) => index === MASKED)).toHaveLength(flatCells);
    // first row on top: the target corner is masked, the opposite one is not
    expect([raster.indices[0], raster.indices[samples ** 2 - 1]]).toEqual([
      MASKED,
      raster.indices[samples ** 2 - 1],
    ]);
    expect(raster.indices[samples ** 2 - 1]).not.toBe(MASKED);
  });

  it("are not spoken of where there are none", () => {
    expect(sceneOf({ samples: 17 }).description).not.toContain("Grey");
  });
});
