import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import { findLoss } from "../../../src/losses/lookup.ts";
import { planePoint } from "../../../src/losses/plane-form.ts";
import type { GradientMode, PlaneForm } from "../../../src/losses/types.ts";
import type { PanelsSpec } from "../../../src/spec/panels.ts";
import { findPreset } from "../../../src/spec/presets.ts";

/** The tables and properties of the catalogue's section 8. */

const VARIANTS = ["circle", "circle-flat", "circle-monotone", "circle-disc", "circle-paced"] as const;
const M = 0.25;

const formOf = (id: string, gamma: number, gradient: GradientMode = "attached"): PlaneForm =>
  findLoss(id).plane({ gamma, margin: M }, { K: 1, L: 1 }, gradient);

interface SurfaceFacts {
  readonly loss: string;
  readonly gradient: string;
  readonly readings: Readonly<Record<string, { value: number; dSp: number; dSn: number }>>;
  readonly boundary: { readonly at: readonly { readonly sn: number; readonly sp: readonly number[] }[] };
}

const spec = findPreset("circle-negative-side").spec as PanelsSpec;
const panels = figureFacts(spec).panels as unknown as readonly SurfaceFacts[];
const surfaces = panels.slice(10);

it("has value, field and surface of all five, attached", () => {
  expect(panels.map(({ loss }) => loss)).toEqual([...VARIANTS, ...VARIANTS, ...VARIANTS]);
  expect(new Set(panels.map(({ gradient }) => gradient))).toEqual(new Set(["attached"]));
  expect(spec.panels.map(({ figure }) => figure.kind ?? "landscape")).toEqual(
    ["landscape", "landscape", "surface"].flatMap((kind) => Array.from({ length: 5 }, () => kind)),
  );
});

/** 8.1: s_n, A_n/γ, attached slope from above and from below, detached pace, s_p demanded. */
const ORIGINAL = [
  [0.35, 0.06, 0.7, 0.7, 0.6, 0.95],
  [0.25, 0, 0.5, 0.5, 0.5, 0.75],
  [0.1, -0.0525, 0.2, 0.2, 0.35, 0.660884],
  [0, -0.0625, 0, 0, 0.25, 0.646447],
  [-0.1, -0.0525, -0.2, -0.2, 0.15, 0.660884],
  [-0.25, 0, -0.5, 0, 0, 0.75],
  [-0.5, 0, 0, 0, 0, 0.75],
  [-1, 0, 0, 0, 0, 0.75],
] as const;

describe("what the original does", () => {
  const gamma = 64;
  const side = (gradient: GradientMode) => {
    const form = formOf("circle", gamma, gradient);
    if (form.coupling !== "coupled") throw new Error("circle is coupled");
    return form.negative;
  };

  it.each(ORIGINAL)("at s_n = %d", (sn, value, above, below, pace, demanded) => {
    expect(side("attached").value(sn) / gamma).toBeCloseTo(value, 12);
    const [justAbove, justBelow] = [sn + 1e-9, Math.max(-1, sn - 1e-9)];
    expect(side("attached").slope(justAbove) / gamma).toBeCloseTo(above, 7);
    expect(side("attached").slope(justBelow) / gamma).toBeCloseTo(below, 7);
    expect(side("detached").slope(sn) / gamma).toBeCloseTo(pace, 12);
    const figure = { ...surfaceSpec("circle"), boundaryAt: [sn] };
    const { boundary } = figureFacts(figure) as unknown as SurfaceFacts;
    expect(boundary.at[0].sp[0]).toBeCloseTo(demanded, 6);
  });

  it("scores a negative at s_n ≤ −m worse than an orthogonal one", () => {
    const at = (g: number, sn: number): number => planePoint(formOf("circle", g), 1, sn).value;
    expect(at(64, 0)).toBeCloseTo(3.354e-4, 7);
    expect(at(64, -0.5)).toBeCloseTo(0.01815, 5);
    expect(at(64, -0.5) / at(64, 0)).toBeCloseTo(54, 0);
    expect(at(256, 0) / 1.27e-14).toBeCloseTo(1, 2);
    expect(at(256, -0.5) / 1.13e-7).toBeCloseTo(1, 2);
    expect(at(256, -0.5) / at(256, 0) / 9e6).toBeCloseTo(1, 1);
  });

  it("asks more of the positive when the negative improves from 0 to −0.25, at s_p = 0.7", () => {
    const at = (sn: number, gradient: GradientMode) => planePoint(formOf("circle", 64, gradient), 0.7, sn);
    expect(at(0, "attached").value).toBeCloseTo(0.101, 3);
    expect(at(-0.25, "attached").value).toBeCloseTo(1.92, 2);
    expect(-at(0, "attached").dSp).toBeCloseTo(3.7, 1);
    expect(-at(-0.25, "attached").dSp).toBeCloseTo(32.8, 1);
    expect(-at(0, "detached").dSp).toBeCloseTo(3.4, 1);
    expect(-at(-0.25, "detached").dSp).toBeCloseTo(30.0, 1);
  });
});

function surfaceSpec(loss: string) {
  const found = spec.panels[10 + VARIANTS.findIndex((id) => id === loss)].figure;
  if (found.kind !== "surface") throw new Error(`no surface of ${loss}`);
  return found;
}

/** 8.3: the s_p at which z = 0, per variant; null where there is none. */
const BOUNDARY: readonly (readonly [number, ...(number | null)[]])[] = [
  [-1, 0.75, 0.646447, -0.06066, null, 0.542893],
  [-0.5, 0.75, 0.646447, 0.387628, null, 0.542893],
  [-0.25, 0.75, 0.646447, 0.566987, 0.75, 0.542893],
  [0, 0.646447, 0.646447, 0.646447, 0.646447, 0.588562],
  [0.25, 0.75, 0.75, 0.75, 0.75, 0.75],
  [0.3, 0.812917, 0.812917, 0.812917, 0.812917, 0.80559],
  [0.35, 0.95, 0.95, 0.95, 0.95, 0.875834],
  [0.4, null, null, null, null, 0.971612],
];

describe.each(VARIANTS)("the boundary of %s", (loss) => {
  const column = VARIANTS.indexOf(loss) + 1;
  // the panel shows s_p from 0 to 1; one entry of the table lies below
  const whole = {
    ...surfaceSpec(loss),
    axes: { negative: { range: [-1, 1] as const }, positive: { range: [-1, 1] as const } },
  };
  const levels = (figureFacts(whole) as unknown as SurfaceFacts).boundary.at;

  it.each(BOUNDARY.map((row) => [row[0], row[column]] as const))(
    "at s_n = %d is at s_p = %d",
    (sn, expected) => {
      const found = levels.find((each) => each.sn === sn);
      if (expected === null) expect(found?.sp).toEqual([]);
      else expect(found?.sp[0]).toBeCloseTo(expected ?? NaN, 6);
    },
  );

  it("is in the panel what it is on the whole plane, as far as the panel reaches", () => {
    surfaces[column - 1].boundary.at.forEach(({ sp }, i) =>
      expect(sp).toEqual(levels[i].sp.filter((each) => each >= 0 && each <= 1)),
    );
  });
});

/** 8.3: (ℒ, ∂_p, ∂_n) along s_p = 0.7 for γ = 64, per variant; the second is Circle, detached. */
type Triple = readonly [number, number, number];
const ALONG: readonly (readonly [number, ...Triple[]])[] = [
  [0.3, [3.54917, -37.2961, 37.2961], [3.54917, -34.1881, 34.1881], [3.54917, -37.2961, 37.2961], [3.54917, -37.2961, 37.2961], [3.54917, -37.2961, 37.2961], [3.39415, -34.0184, 34.0184]],
  [0, [0.101164, -3.69468, 0], [0.101164, -3.38679, 1.53945], [0.101164, -3.69468, 0], [0.101164, -3.69468, 0], [0.101164, -3.69468, 0], [0.0132122, -0.462011, 0.210005]],
  [-0.1, [0.183901, -6.45049, -2.15016], [0.183901, -5.91295, 1.61262], [0.101164, -3.69468, 0], [0.0546158, -2.041, 0.680335], [0.183901, -6.45049, -2.15016], [0.00369104, -0.129685, 0.0353687]],
  [-0.3, [1.91875, -32.7633, 0], [1.91875, -30.033, 0], [0.101164, -3.69468, 0], [0.000335406, -0.0128774, 0.0128774], [3.54917, -37.2961, -37.2961], [0.00179833, -0.0632442, 0]],
  [-0.6, [1.91875, -32.7633, 0], [1.91875, -30.033, 0], [0.101164, -3.69468, 0], [1.04963e-11, -4.03057e-10, 8.06114e-10], [20.8, -38.4, -76.8], [0.00179833, -0.0632442, 0]],
  [-1, [1.91875, -32.7633, 0], [1.91875, -30.033, 0], [0.101164, -3.69468, 0], [1.70739e-29, -6.55639e-28, 2.18546e-27], [61.76, -38.4, -128], [0.00179833, -0.0632442, 0]],
]; // prettier-ignore

const detached = figureFacts({
  ...surfaceSpec("circle"),
  loss: { id: "circle", params: { gamma: 64, margin: M }, gradient: "detached" },
}) as unknown as SurfaceFacts;
const COLUMNS = [surfaces[0], detached, ...surfaces.slice(1)];

/** To the six digits of the table. */
function near(found: number, expected: number): void {
  if (expected === 0) expect(Math.abs(found)).toBeLessThan(1e-12);
  else expect(found / expected).toBeCloseTo(1, 5);
}

const ROWS = ALONG.map(([sn, ...triples]) => ({ sn, triples }));

describe.each(ROWS)("loss and derivatives at s_p = 0.7, s_n = $sn", ({ sn, triples }) => {
  it.each(
    triples.map(
      (triple, i) => [["circle", "circle:detached", ...VARIANTS.slice(1)][i], COLUMNS[i], triple] as const,
    ),
  )("of %s", (_, { readings }, [value, dSp, dSn]) => {
    const reading = readings[`s_n = ${sn}`];
    near(reading.value, value);
    near(reading.dSp, dSp);
    near(reading.dSn, dSn);
  });
});

const STEPS = Array.from({ length: 41 }, (_, i) => -1 + i / 20);

describe("properties of the redesigns", () => {
  const gamma = 64;
  const at = (id: string, sp: number, sn: number, gradient: GradientMode = "attached") =>
    planePoint(formOf(id, gamma, gradient), sp, sn);

  it.each(["circle-flat", "circle-monotone", "circle-disc"])(
    "%s equals attached Circle for s_n ≥ 0",
    (id) => {
      for (const sp of STEPS)
        for (const sn of STEPS.filter((s) => s >= 0)) {
          const [own, circle] = [at(id, sp, sn), at("circle", sp, sn)];
          for (const part of ["value", "dSp", "dSn"] as const)
            expect(Math.abs(own[part] - circle[part])).toBeLessThanOrEqual(
              1e-12 * Math.max(1, Math.abs(circle[part])),
            );
        }
    },
  );

  it.each(VARIANTS.slice(1))("%s has continuous derivatives, which attached Circle has not", (id) => {
    const steepest = (loss: string): number => {
      let most = 0;
      for (let i = 0; i < 8000; i++) {
        const [a, b] = [i, i + 1].map((k) => at(loss, 0.5, -1 + k / 4000).dSn);
        most = Math.max(most, Math.abs(b - a) / gamma);
      }
      return most;
    };
    expect(steepest(id)).toBeLessThan(0.002);
    expect(steepest("circle")).toBeGreaterThan(0.4);
  });

  it.each(["circle-flat", "circle-monotone", "circle-paced"])("%s never pulls a negative up", (id) => {
    for (const sp of STEPS) for (const sn of STEPS) expect(at(id, sp, sn).dSn).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ["circle-flat", 0],
    ["circle-paced", -M],
  ] as const)("%s is constant for s_n ≤ %d", (id, end) => {
    for (const sp of STEPS) {
      const { value } = at(id, sp, end);
      for (const sn of STEPS.filter((s) => s <= end)) expect(at(id, sp, sn).value).toBe(value);
    }
  });

  it.each([
    ...VARIANTS.slice(1).map((id) => [id, "attached", true] as const),
    ["circle", "detached", false] as const,
  ])("mixed partials of %s (%s) agree: %s", (id, gradient, agree) => {
    const h = 1e-6;
    const curls = STEPS.slice(1, -1).flatMap((sp) =>
      STEPS.slice(1, -1).map((sn) => {
        const nOverP = (at(id, sp + h, sn, gradient).dSn - at(id, sp - h, sn, gradient).dSn) / (2 * h);
        const pOverN = (at(id, sp, sn + h, gradient).dSp - at(id, sp, sn - h, gradient).dSp) / (2 * h);
        return Math.abs(nOverP - pOverN);
      }),
    );
    if (agree) expect(Math.max(...curls)).toBeLessThan(1e-6 * gamma ** 2);
    else expect(Math.max(...curls)).toBeGreaterThan(0.01 * gamma ** 2);
  });
});
