import { describe, expect, it } from "vitest";
import { drawFigure, figureFacts, figureSvg } from "../../src/export/figure.ts";
import { MASKED } from "../../src/figures/color.ts";
import { angleBetween, comparisonOf, constantRatio } from "../../src/figures/difference-numbers.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import type { Facts } from "../../src/figures/prepared.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { type DifferenceSpec, resolveDifference } from "../../src/spec/difference.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { groups, images, inGroup, paths, texts, wording } from "./support.ts";

const ONE = { K: 1, L: 1 };
const SPEC: DifferenceSpec = {
  version: 1,
  kind: "difference",
  a: { loss: { id: "circle", params: { gamma: 32 } } },
  b: { loss: { id: "am-softmax", params: { gamma: 32 } } },
  samples: 17,
};
const changed = (change: Partial<DifferenceSpec>): DifferenceSpec => ({ ...SPEC, ...change });
const factsOf = (change: Partial<DifferenceSpec> = {}): Facts => figureFacts(changed(change));
const pointAt = (name: string, params: object, sp: number, sn: number) => {
  const { loss, params: full, gradient } = namedLoss(name, { ...params });
  return planePoint(loss.plane(full, ONE, gradient), sp, sn);
};

/** Every node of the figure and the two losses there. */
const NODES = Array.from({ length: 17 * 17 }, (_, cell) => {
  const [sn, sp] = [(cell % 17) / 16, Math.floor(cell / 17) / 16];
  return {
    sn,
    sp,
    a: pointAt("circle", { gamma: 32 }, sp, sn),
    b: pointAt("am-softmax", { gamma: 32 }, sp, sn),
  };
});

describe("facts", () => {
  it("have the extremes with their places, and the mean size", () => {
    const differences = NODES.map(({ sn, sp, a, b }) => ({ sn, sp, value: a.value - b.value }));
    const sorted = differences.toSorted((x, y) => x.value - y.value);
    const { low, high, meanAbsolute, constantRatio: ratio } = factsOf() as Record<string, Facts & number>;
    expect(low).toMatchObject({ sn: sorted[0].sn, sp: sorted[0].sp });
    expect(Number(low.value)).toBeCloseTo(sorted[0].value, 10);
    const last = sorted[sorted.length - 1];
    expect(high).toMatchObject({ sn: last.sn, sp: last.sp });
    expect(Number(high.value)).toBeCloseTo(last.value, 10);
    const mean = differences.reduce((sum, { value }) => sum + Math.abs(value), 0) / differences.length;
    expect(meanAbsolute).toBeCloseTo(mean, 10);
    expect(ratio).toBeNull();
  });

  it("have both numbers and what is shown of them at points, whichever way they are compared", () => {
    const points = [{ name: "A", sn: 0.5, sp: 0.25 }];
    const [a, b] = [
      pointAt("circle", { gamma: 32 }, 0.25, 0.5),
      pointAt("am-softmax", { gamma: 32 }, 0.25, 0.5),
    ];
    const at = (change: Partial<DifferenceSpec>): Facts =>
      (factsOf({ points, ...change }).points as { A: Facts }).A;
    expect(at({})).toMatchObject({ a: a.value, b: b.value, value: a.value - b.value });
    expect(at({ quantity: "dSp" })).toMatchObject({ a: a.dSp, b: b.dSp, value: a.dSp - b.dSp });
    expect(Number(at({ compare: "ratio", quantity: "dSn" }).value)).toBeCloseTo(
      Math.log10(a.dSn / b.dSn),
      12,
    );
    const degrees = (each: typeof a): number => (Math.atan2(each.dSn, -each.dSp) * 180) / Math.PI;
    const angle = at({ compare: "angle" });
    expect(Number(angle.value)).toBeCloseTo(Math.abs(degrees(a) - degrees(b)), 10);
    expect([angle.a, angle.b].map(Number)).toEqual([degrees(a), degrees(b)]);
  });

  it("know a constant factor, and that a loss is itself", () => {
    const tenfold = {
      a: { loss: { id: "proxy-anchor", params: { cp: 10, cn: 10 } } },
      b: { loss: { id: "proxy-anchor" } },
    };
    const ratio = factsOf({ ...tenfold, compare: "ratio" });
    expect([ratio.constantRatio, ratio.meanAbsolute]).toEqual([10, 1]);
    expect(factsOf(tenfold).constantRatio).toBe(10);
    const same = factsOf({ b: SPEC.a });
    expect([same.constantRatio, same.meanAbsolute]).toEqual([1, 0]);
    // one coefficient alone is no factor
    expect(
      factsOf({ ...tenfold, a: { loss: { id: "proxy-anchor", params: { cp: 10 } } } }).constantRatio,
    ).toBeNull();
  });

  it("of an angle are those between the gradients, nowhere over 180", () => {
    const { high, low, masked } = factsOf({
      a: { loss: { id: "circle:attached" } },
      b: { loss: { id: "circle:detached" } },
      compare: "angle",
      axes: { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } },
    }) as Record<string, Facts & number>;
    expect(Number(low.value)).toBeGreaterThanOrEqual(0);
    expect(Number(high.value)).toBeLessThanOrEqual(180);
    // for s_n < 0 the attached field pulls s_n the other way
    expect(Number(high.value)).toBeGreaterThan(40);
    expect(masked).toBeGreaterThanOrEqual(0);
  });
});

describe("numbers", () => {
  it("of angles between gradients are those of the arcs, also of gradients that all but vanish", () => {
    const east = { dSp: 1, dSn: 0 };
    expect(angleBetween(east, { dSp: 0, dSn: -2 })).toBe(90);
    expect(angleBetween(east, { dSp: -3, dSn: 0 })).toBe(180);
    expect(angleBetween(east, east)).toBe(0);
    expect(angleBetween({ dSp: 1e-200, dSn: 1e-200 }, { dSp: 1e-200, dSn: 0 })).toBeCloseTo(45, 10);
    expect(angleBetween(east, { dSp: 0, dSn: 0 })).toBeNaN();
    expect(angleBetween(east, { dSp: Infinity, dSn: 0 })).toBeNaN();
  });

  it("of directions go the shorter way round", () => {
    const turned = comparisonOf("difference", "direction");
    expect([turned(170, -170), turned(-170, 170), turned(90, -90), turned(45, 30)]).toEqual([
      -20, 20, 180, 15,
    ]);
  });

  it("of a constant ratio do without what has underflowed, and see every other deviation", () => {
    const b = Float64Array.of(1, 2, 0, 1e-310, NaN);
    expect(constantRatio(Float64Array.of(3, 6, 0, 3e-310, 1), b)).toBe(3);
    expect(constantRatio(Float64Array.of(3, 6 + 1e-11, 0, 0, 1), b)).toBeNull();
    expect(constantRatio(Float64Array.of(3, 6, 1, 0, 1), b)).toBeNull();
    expect(constantRatio(Float64Array.of(0), Float64Array.of(0))).toBeNull();
  });
});

describe("the picture", () => {
  it("pins zero at the middle of its colours, and angles at 0 to 180", () => {
    const diverging = prepareFigure(resolveDifference(SPEC)).colours?.domain;
    expect(diverging?.low).toBe(-Number(diverging?.high));
    const angle = prepareFigure(resolveDifference(changed({ compare: "angle" }))).colours;
    expect(angle?.domain).toMatchObject({ low: 0, high: 180, from: 0, to: 180 });
    expect(angle?.quantity.scale).toBe("sequential");
  });

  it("masks and counts cells without a number: a ratio to a hinge that is 0", () => {
    const spec = changed({ b: { loss: { id: "triplet", params: { margin: 0.31 } } }, compare: "ratio" });
    // s_n − s_p + 0.31 ≤ 0
    const flat = NODES.filter(({ sn, sp }) => sn - sp + 0.31 <= 0).length;
    expect(flat).toBeGreaterThan(10);
    expect(figureFacts(spec)).toMatchObject({ masked: flat, cells: 289 });
    const scene = drawFigure(spec);
    const [{ raster }] = images(inGroup(scene, "field"));
    expect(raster.indices.filter((shade) => shade === MASKED)).toHaveLength(flat);
    expect(scene.description).toContain(`Grey: no finite ratio (${flat} of 289 nodes).`);
  });

  it("has the boundary of a solid and that of b dashed, or neither", () => {
    const scene = drawFigure(SPEC);
    const lineOf = (name: string) => paths(inGroup(scene, name))[1];
    expect(lineOf("boundary-a").stroke?.dash).toBeUndefined();
    expect(lineOf("boundary-b").stroke?.dash?.length).toBe(2);
    expect(scene.description).toContain(
      "Solid line: decision boundary of a. Dashed: decision boundary of b.",
    );
    const without = drawFigure(changed({ layers: { boundaries: false } }));
    expect(groups(without).some(({ name }) => name.startsWith("boundary"))).toBe(false);
    expect(without.description).not.toContain("boundary");
  });

  it("draws no isolines through the rounding of what is one number", () => {
    const scene = drawFigure(changed({ b: SPEC.a }));
    expect(inGroup(scene, "isolines")).toEqual([]);
    const [{ raster }] = images(inGroup(scene, "field"));
    expect(new Set(raster.indices).size).toBe(1);
  });

  it("says which is which, and of a detached loss which gradient", () => {
    const { description } = drawFigure(
      changed({ quantity: "dSn", a: { name: "ours", loss: { id: "circle" } } }),
    );
    expect(description).toContain("a: ours; b: AM-Softmax (CosFace).");
    expect(description).toContain("Of a the detached gradient (weights held constant).");
    expect(drawFigure(SPEC).description).not.toContain("detached");
    const gradients = drawFigure(
      changed({
        a: { loss: { id: "circle:attached" } },
        b: { loss: { id: "circle:detached" } },
        compare: "angle",
      }),
    );
    expect(gradients.description).toContain("a: Circle loss, attached; b: Circle loss, detached.");
  });

  it("leaves out legend and caption where a larger figure has them", () => {
    const { draw } = prepareFigure(resolveDifference(SPEC));
    const scene = draw({ bare: true, title: "Another" });
    expect(scene.title).toBe("Another");
    expect(groups(scene).map(({ name }) => name)).not.toContain("legend");
    expect(texts(inGroup(scene, "words")).map((node) => wording(node))[0]).toBe("Another");
  });

  it("takes colours that it shares", () => {
    const domain = { low: -1000, high: 1000, from: -1000, to: 1000, below: false, above: false };
    const [{ raster: own }] = images(inGroup(drawFigure(SPEC), "field"));
    const [{ raster }] = images(inGroup(prepareFigure(resolveDifference(SPEC)).draw({ domain }), "field"));
    const spread = (indices: Uint8Array): number => Math.max(...indices) - Math.min(...indices);
    expect(spread(raster.indices)).toBeLessThan(spread(own.indices));
  });

  it.each(THEMES)("in %s is the same every time, byte for byte", (theme) => {
    const spec = changed({ theme, points: [{ name: "T", at: "tangent" }] });
    expect(figureSvg(spec)).toBe(figureSvg(structuredClone(spec)));
  });
});
