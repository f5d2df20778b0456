import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRIMITIVES, type PrimitiveName } from "../../src/formula/primitives/table.ts";
import { WGSL_LIBRARY } from "../../src/formula/primitives/wgsl.ts";
import { ProgramBuilder } from "../formula/build-program.ts";
import { filled, type OpenHarness, openHarness } from "./webgpu-support.ts";

const SIDE = 96;
const NODES = Array.from({ length: SIDE }, (_, i) => (i === SIDE - 1 ? 1 : -1 + i * (2 / (SIDE - 1))));
const AXES = {
  negative: { unit: "cosine", range: [-1, 1] },
  positive: { unit: "cosine", range: [-1, 1] },
  horizontal: "negative",
} as const;

/** x = centre + reach · (0.9 s_p + 0.1 s_n): from centre − reach to centre + reach, a sum of a row's and a column's term. */
interface Domain {
  readonly centre: number;
  readonly reach: number;
  /** Allowed |error| / max(|f|, floor). */
  readonly relative: number;
  readonly floor: number;
}

const on = (from: number, to: number, relative: number, floor = 1e-30): Domain => ({
  centre: (from + to) / 2,
  reach: (to - from) / 2,
  relative,
  floor,
});

/** Two units in the last place are 2.4e-7. */
const DOMAINS = {
  exp: [on(-80, 80, 4e-7), on(-1, 1, 3e-7)],
  expm1: [on(-30, 60, 4e-7), on(-0.6, 0.6, 4e-7), on(-1e-4, 1e-4, 4e-7)],
  log: [on(1e-3, 30, 3e-7, 1), on(0.9, 1.1, 3e-7), on(1, 1e6, 3e-7), on(-1, 1, 3e-7, 1)],
  log1p: [on(-0.99, 3, 3e-7), on(-1e-5, 1e-5, 3e-7), on(-2, 0, 3e-7, 1)],
  sqrt: [on(0, 4, 5e-7), on(-1, 1, 5e-7)],
  sin: [on(-7, 7, 4e-7, 1), on(-300, 300, 4e-7, 1), on(-0.01, 0.01, 3e-7)],
  cos: [on(-7, 7, 4e-7, 1), on(-300, 300, 4e-7, 1)],
  tan: [on(-1.5, 1.5, 2e-6, 1)],
  asin: [on(-1, 1, 6e-7), on(-1.2, 1.2, 6e-7)],
  acos: [on(-1, 1, 6e-7), on(0.99, 1, 6e-7), on(-1.2, 1.2, 6e-7)],
  atan: [on(-20, 20, 6e-7), on(-0.5, 0.5, 6e-7)],
  sinh: [on(-80, 80, 6e-7), on(-0.7, 0.7, 6e-7)],
  cosh: [on(-80, 80, 6e-7), on(-0.7, 0.7, 6e-7)],
  tanh: [on(-30, 30, 6e-7), on(-0.01, 0.01, 6e-7)],
  softplus: [on(-69, 69, 4e-7), on(-2, 2, 4e-7), on(-2000, 2000, 4e-7)],
  sigmoid: [on(-69, 69, 6e-7), on(-2, 2, 6e-7), on(-2000, 2000, 6e-7)],
  logSoftplus: [on(-60, 60, 4e-7, 1), on(-8, 2, 4e-7, 1), on(-2000, 2000, 4e-7, 1)],
  angle: [on(-1, 1, 6e-7), on(-1.2, 1.2, 6e-7), on(0.9999, 1, 6e-7)],
  sine: [on(-1, 1, 6e-7), on(0.9999, 1, 6e-7)],
  chord: [on(-1, 1, 6e-7), on(0.9999, 1, 6e-7)],
  inverseSine: [on(-0.99999, 0.99999, 8e-7), on(0.9999, 0.999999, 8e-7)],
  inverseChord: [on(-1, 0.99999, 8e-7), on(0.9999, 0.999999, 8e-7)],
  relu: [on(-3, 2000, 2e-7)],
  abs: [on(-3, 2000, 2e-7)],
  negate: [on(-3, 2000, 2e-7)],
  sign: [on(-3, 2000, 0)],
  step: [on(-3, 2000, 0)],
  floor: [on(-3, 2000, 0), on(-1, 1, 0)],
} as const satisfies Partial<Record<PrimitiveName, readonly Domain[]>>;

/** Of x as above and y = 2 s_n − s_p + ½. */
const BINARY = {
  // |y| ≤ 3.5 times an angle of at most π, itself good to 1.2e-7
  multipleCosine: [on(-1, 1, 1.4e-6, 1)],
  multipleSine: [on(-1, 1, 1.4e-6, 1)],
  multipleSineRatio: [on(-0.99, 0.99, 1.4e-6, 1)],
  add: [on(-2000, 2000, 2e-7)],
  subtract: [on(-2000, 2000, 2e-7)],
  multiply: [on(-2000, 2000, 2e-7)],
  divide: [on(-2000, 2000, 4e-7)],
  min: [on(-3, 3, 2e-7)],
  max: [on(-3, 3, 2e-7)],
  less: [on(-3, 3, 0)],
  lessEqual: [on(-3, 3, 0)],
  greater: [on(-3, 3, 0)],
  greaterEqual: [on(-3, 3, 0)],
  logAddExp: [on(-3, 3, 5e-7, 1), on(-2000, 2000, 5e-7, 1)],
  power: [on(0, 9, 3e-6), on(0, 1, 3e-6)],
} as const satisfies Partial<Record<PrimitiveName, readonly Domain[]>>;

/** A wide number has 48 bits, and a sum of some a few less: what is not known of x, as a part of its largest term. */
const WIDE = 2 ** -45;

/** By how much a number lies outside all that are possible, as a part of the largest; infinite where only one side is masked. */
function errorOf(actual: number, possible: readonly number[], floor: number): number {
  const plain = possible.filter((x) => Math.abs(x) < 1e38);
  if (plain.length > 0 && plain.length < possible.length) return 0; // at the edge of where there is a number
  if (!Number.isFinite(actual) || plain.length === 0)
    return Number.isFinite(actual) === plain.length > 0 ? 0 : Infinity;
  const [low, high] = [Math.min(...plain), Math.max(...plain)];
  const off = Math.max(0, low - actual, actual - high);
  return off / Math.max(floor, Math.abs(low), Math.abs(high));
}

/** x and y as steps, each of stage cell, and as numbers. */
function args(build: ProgramBuilder, { centre, reach }: Domain) {
  const [p, n] = [build.input("s_p"), build.input("s_n")];
  const times = (factor: number, step: number) => build.call("multiply", build.number(factor), step);
  const x = build.call(
    "add",
    build.number(centre),
    build.call("add", times(0.9 * reach, p), times(0.1 * reach, n)),
  );
  const y = build.call("add", build.number(0.5), build.call("subtract", times(2, n), p));
  return {
    steps: [x, y],
    at: (sp: number, sn: number) => [centre + (0.9 * reach * sp + 0.1 * reach * sn), 0.5 + (2 * sn - sp)],
  };
}

describe("a primitive in WGSL", { timeout: 60_000 }, () => {
  let harness: OpenHarness;
  beforeAll(async () => {
    harness = await openHarness();
    const opened = await harness.page.evaluate(() => window.harness.open({ software: true }));
    expect(opened).toMatchObject({ software: expect.any(Boolean) });
  });
  afterAll(async () => {
    expect(await harness.page.evaluate(() => window.harness.problems)).toEqual([]);
    expect(harness.problems).toEqual([]);
    await harness.close();
  });

  const cases = Object.entries({ ...DOMAINS, ...BINARY }) as [PrimitiveName, readonly Domain[]][];

  it.each(cases)("%s is what double precision says", async (primitive, domains) => {
    const apply: (x: number, y: number, z: number) => number = PRIMITIVES[primitive];
    for (const domain of domains) {
      const build = new ProgramBuilder();
      const { steps, at } = args(build, domain);
      const program = build.program({ value: build.call(primitive, ...steps.slice(0, apply.length)) });
      const { value } = await filled(harness.page, program, {
        parameters: {},
        counts: { K: 1, L: 1 },
        axes: AXES,
        columns: SIDE,
        rows: SIDE,
        channels: ["value"],
      });
      let worst = { error: 0, x: NaN, y: NaN, expected: NaN, actual: NaN };
      let finite = 0;
      const doubt = WIDE * (Math.abs(domain.centre) + domain.reach);
      value.forEach((actual, cell) => {
        const [x, y] = at(NODES[Math.floor(cell / SIDE)], NODES[cell % SIDE]);
        const expected = apply(x, y, NaN);
        const near = [x - doubt, x + doubt].flatMap((each) =>
          [y - 4 * WIDE, y + 4 * WIDE].map((other) => apply(each, other, NaN)),
        );
        const error = errorOf(actual, [expected, ...near], domain.floor);
        if (Number.isFinite(expected)) finite++;
        if (!(error <= worst.error)) worst = { error, x, y, expected, actual };
      });
      expect(finite).toBeGreaterThan(SIDE * SIDE * 0.4);
      expect(worst.error, JSON.stringify({ domain, ...worst })).toBeLessThanOrEqual(domain.relative);
    }
  });

  it.each(["multipleCosine", "multipleSine", "multipleSineRatio"] as const)(
    "%s by a whole number is exact at both ends",
    async (primitive) => {
      for (const multiple of [0, 1, 2, 3, 5, 64]) {
        const build = new ProgramBuilder();
        const { steps, at } = args(build, on(-1, 1, 0));
        const value = build.call(primitive, steps[0], build.number(multiple));
        const size = { columns: SIDE, rows: SIDE, channels: ["value"] } as const;
        const job = { parameters: {}, counts: { K: 1, L: 1 }, axes: AXES, ...size };
        const found = await filled(harness.page, build.program({ value }), job);
        const largest = Math.max(1, multiple);
        found.value.forEach((actual, cell) => {
          const [x] = at(NODES[Math.floor(cell / SIDE)], NODES[cell % SIDE]);
          const s = Math.min(1, Math.max(-1, x));
          expect(Math.abs(actual - PRIMITIVES[primitive](s, multiple))).toBeLessThan(3e-7 * largest);
        });
      }
    },
  );

  it("has a text for every name", () => {
    for (const name of Object.keys(PRIMITIVES).filter((each) => each !== "detach"))
      expect(WGSL_LIBRARY).toMatch(new RegExp(`fn ${name}(Of|Wide)\\(`));
  });
});
