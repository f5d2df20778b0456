import type fcTypes from "fast-check";
import { LOSSES } from "../../src/losses/index.ts";
import { LEGAL_RANGE, UNITS } from "../../src/spec/axes.ts";
import { PATH_METHODS } from "../../src/spec/paths.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { GRADIENTS, THEMES } from "../../src/spec/entries.ts";
import { ARROW_LENGTHS, BOUNDARIES, type LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { offeredParams } from "../losses/arbitraries.ts";
import { between, fc } from "../numerics/seeded.ts";

const maybe = { requiredKeys: [] };

const names = LOSSES.flatMap((loss) => [
  [loss.id, loss] as const,
  ...loss.aliases.map((alias) => [alias, loss] as const),
  ...Object.keys(loss.variants).map((variant) => [`${loss.id}:${variant}`, loss] as const),
]);

const someOf = (params: Readonly<Record<string, number | string>>, mask: number) =>
  Object.fromEntries(Object.entries(params).filter((_, i) => (mask >> i) & 1));

const loss = fc.constantFrom(...names).chain(([id, each]) =>
  fc.record(
    {
      id: fc.constant(id),
      params: fc
        .tuple(offeredParams(each), fc.nat({ max: 63 }))
        .map(([params, mask]) => someOf(params, mask)),
      gradient: fc.constantFrom(...GRADIENTS),
    },
    { requiredKeys: ["id"] },
  ),
);

const axis = fc.constantFrom(...UNITS).chain((unit) => {
  const range = fc
    .tuple(between(...LEGAL_RANGE[unit]), between(...LEGAL_RANGE[unit]))
    .filter(([start, end]) => start !== end);
  return fc.record({ unit: fc.constant(unit), range }, { requiredKeys: unit === "cosine" ? [] : ["unit"] });
});

const text = (longest: number): fcTypes.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.string({ unit: "binary-ascii", maxLength: 20 }),
      fc.constantFrom("a&b=c#d%e+f", "T′", "@;,:/?", "true", "0.5", "%zz"),
    )
    .filter((each) => each.length <= longest);

const s = between(-1, 1);
const point = fc.oneof(
  fc.record({ name: text(40), sn: s, sp: s }),
  fc.record({ name: text(40), at: fc.constant("tangent" as const) }),
  fc.record({ name: text(40), at: fc.constant("boundary" as const), sn: s }),
);

const path = fc.record(
  {
    from: fc.record({ sn: s, sp: s }),
    field: fc.constantFrom(...GRADIENTS),
    method: fc.constantFrom(...PATH_METHODS),
    learningRate: between(0.001, 2),
    steps: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: ["from"] },
);

/** Any legal figure, with any of its optional keys. */
export const figures: fcTypes.Arbitrary<LandscapeSpec> = fc.record(
  {
    version: fc.constant(1 as const),
    kind: fc.constant("landscape" as const),
    title: text(200),
    loss,
    counts: fc.record({ K: fc.integer({ min: 1, max: 1e9 }), L: fc.integer({ min: 1, max: 1e9 }) }, maybe),
    axes: fc.record(
      {
        negative: axis,
        positive: axis,
        horizontal: fc.constantFrom("negative" as const, "positive" as const),
      },
      maybe,
    ),
    quantity: fc.constantFrom(...QUANTITY_IDS),
    samples: fc.integer({ min: 16, max: 1024 }),
    layers: fc.record(
      {
        field: fc.boolean(),
        isolines: fc.integer({ min: 0, max: 40 }),
        isolineLabels: fc.boolean(),
        boundary: fc.constantFrom(...BOUNDARIES),
        region: fc.boolean(),
        arrows: fc.integer({ min: 0, max: 40 }),
        arrowLength: fc.constantFrom(...ARROW_LENGTHS),
        pointArrows: fc.boolean(),
        legend: fc.boolean(),
        caption: fc.boolean(),
      },
      maybe,
    ),
    points: fc.array(point, { maxLength: 5 }),
    paths: fc.array(path, { maxLength: 4 }),
    guides: fc.array(fc.record({ slope: between(-1e6, 1e6), intercept: between(-1e6, 1e6) }), {
      maxLength: 3,
    }),
    theme: fc.constantFrom(...THEMES),
    size: fc.record({ width: between(200, 4000), height: between(200, 4000) }, maybe),
  },
  { requiredKeys: ["version", "loss"] },
) as fcTypes.Arbitrary<LandscapeSpec>;

/** The same value with everything in it frozen. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
