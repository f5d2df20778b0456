import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canBeLive } from "../../src/figures/live.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { BARE } from "../figures/live-support.ts";
import type { PictureDifference } from "./harness/pictures.ts";
import { type OpenHarness, openHarness } from "./webgpu-support.ts";

const NODES = 160;
/** Share of the pixels that may differ by more than 3 of 255, or be masked in one picture alone. */
const MOST_OFF = 0.002;
const RATIOS = ["direction", "paceRatio"];

let harness: OpenHarness;
beforeAll(async () => {
  harness = await openHarness({ name: "pictures" });
});
afterAll(async () => {
  expect(await harness.page.evaluate(() => window.pictures.problems)).toEqual([]);
  expect(harness.problems).toEqual([]);
  await harness.close();
});

const compared = (over: Partial<LandscapeSpec>): Promise<PictureDifference | undefined> =>
  harness.page.evaluate(([spec, nodes]) => window.pictures.compare(spec, nodes), [
    { version: 1, loss: { id: "circle" }, ...over } as LandscapeSpec,
    NODES,
  ] as const);

async function painted(over: Partial<LandscapeSpec>): Promise<PictureDifference> {
  const found = await compared(over);
  if (found === undefined) throw new Error("left to the CPU");
  return found;
}

describe("a GPU's pictures while a parameter is dragged are the CPU's", () => {
  it.each(LOSSES.map(({ id }) => id))("colours of %s", async (id) => {
    for (const quantity of ["loss", "dSn", "embeddingP"] as const) {
      const { off, masked } = await painted({ loss: { id }, quantity, layers: BARE });
      expect(off, quantity).toBeLessThan(MOST_OFF);
      expect(masked, quantity).toBeLessThan(MOST_OFF);
    }
  });

  const quantities = QUANTITY_IDS.filter(
    (quantity) =>
      !RATIOS.includes(quantity) &&
      canBeLive(resolveLandscape({ version: 1, loss: { id: "circle" }, quantity })),
  );
  it.each(quantities)("colours, isolines, hatching of %s", async (quantity) => {
    const { off, lined } = await painted({ quantity, layers: { isolines: 8, region: true } });
    expect(off).toBeLessThan(MOST_OFF);
    expect(lined).toBeGreaterThan(0.03);
  });

  const crossed = {
    id: "formula",
    formula: "gamma = 8\nsoftplus(gamma * (s_n^2 + 0.3 * s_n * s_p - s_p))",
  };
  const others: Record<string, Partial<LandscapeSpec>> = {
    "a logarithmic scale": { loss: { id: "circle", params: { gamma: 16 } }, look: { scale: "log" } },
    "a symmetric logarithmic scale": { quantity: "dSp", look: { scale: "log" } },
    "a diverging map": { quantity: "dSn", look: { diverging: "vik" } },
    "another map": { look: { sequential: "cividis" } },
    "turned axes over angles": {
      quantity: "embeddingP",
      axes: {
        horizontal: "positive",
        negative: { unit: "degrees" },
        positive: { unit: "chord", range: [2, 0] },
      },
    },
    "sines to the right": { quantity: "embeddingN" },
    "a scale of 512": { loss: { id: "arcface", params: { gamma: 512 } } },
    "a hinge, whose kink is an isoline's": { loss: { id: "triplet:cosine" } },
    "a jump between isolines": {
      loss: { id: "formula", formula: "step(s_n - s_p + 0.2) * (1 + 0.5 * s_n)" },
    },
    "a traced boundary over hatching": { loss: crossed, layers: { isolines: 5, region: true } },
    "traced boundaries of one and of many": {
      loss: crossed,
      counts: { K: 3, L: 100 },
      layers: { isolines: 5, region: true, boundary: "both" },
    },
  };
  it.each(Object.entries(others))("%s", async (_, over) => {
    const { off, lined } = await painted({ layers: { isolines: 6, region: true }, ...over });
    expect(off).toBeLessThan(MOST_OFF);
    expect(lined).toBeGreaterThan(0.02);
  });

  it("the line of a traced boundary is there", async () => {
    const [without, own] = [
      await painted({ loss: crossed, layers: { ...BARE } }),
      await painted({ loss: crossed, layers: { ...BARE, boundary: "unit" } }),
    ];
    expect(without.lined).toBe(0);
    expect(own.lined).toBeGreaterThan(0.01);
    expect(own.off).toBeLessThan(MOST_OFF);
  });

  it("cells without a number are masked", async () => {
    const loss = { id: "formula", formula: "sqrt(s_p - s_n) + s_n" };
    const { off, masked, grey } = await painted({ loss, layers: { isolines: 6, region: false } });
    expect(grey).toBeGreaterThan(0.3);
    expect(masked).toBeLessThan(MOST_OFF);
    expect(off).toBeLessThan(MOST_OFF);
  });

  it.each([
    ["the direction of a gradient", { quantity: "direction" }],
    ["a ratio of gradients", { quantity: "paceRatio" }],
    [
      "what is below the smallest number of 32 bits",
      { loss: { id: "formula", formula: "1e-36 * softplus(8 * (s_n - s_p))" } },
    ],
  ] as const)("it leaves to the CPU what single precision does not show: %s", async (_, over) => {
    expect(await compared(over)).toBeUndefined();
  });
});

const agrees = (off: readonly number[]): void => {
  for (const each of off) expect(each).toBeLessThan(MOST_OFF);
};

describe("a drag that a GPU paints", () => {
  it("goes on from picture to picture", async () => {
    const { by, off, reads } = await harness.page.evaluate(() => window.pictures.drag("nothing"));
    expect(new Set(by.slice(0, 8))).toEqual(new Set(["webgpu"]));
    agrees(off);
    // an adapter of software has no canvas to show: one buffer a picture
    expect(reads).toEqual(Array(8).fill(1));
  });

  it("reads nothing back where the GPU has a canvas of its own", async () => {
    const own = await openHarness({ alone: true, name: "pictures" });
    await own.page.evaluate(() => {
      window.pictures.disguise();
      window.pictures.pretend();
    });
    const { by, reads } = await own.page.evaluate(() => window.pictures.drag("nothing", "auto"));
    expect(new Set(by.slice(0, 8))).toEqual(new Set(["webgpu"]));
    expect(reads).toEqual(Array(8).fill(0));
    await own.close();
  });

  it.each(["destroyed", "unpresented"] as const)(
    "goes on by the CPU, and stays there, when what is painted is %s",
    async (disturbance) => {
      const { by, off } = await harness.page.evaluate((how) => window.pictures.drag(how), disturbance);
      expect(by).toEqual([...Array(4).fill("webgpu"), ...Array(4).fill("cpu"), "cpu", "cpu"]);
      agrees(off);
    },
  );

  it("is the CPU's where there is no adapter", async () => {
    const without = await openHarness({ adapter: false, name: "pictures" });
    const { by, off } = await without.page.evaluate(() => window.pictures.drag("nothing", "auto"));
    expect(new Set(by)).toEqual(new Set(["cpu"]));
    agrees(off);
    await without.close();
  });

  it("is the CPU's where an adapter of software was not asked for", async () => {
    const { by, off } = await harness.page.evaluate(() => window.pictures.drag("nothing", "auto"));
    expect(new Set(by)).toEqual(new Set(["cpu"]));
    agrees(off);
  });

  // Chromium without a screen or a GPU shows nothing of a canvas of WebGPU's, and its graphics process ends with it
  it("is the CPU's where nothing arrives that the GPU shows", async () => {
    const blind = await openHarness({ alone: true, name: "pictures" });
    expect(await blind.page.evaluate(() => window.pictures.opened())).toBe("software");
    await blind.page.evaluate(() => window.pictures.disguise());
    expect(await blind.page.evaluate(() => window.pictures.opened())).toMatch(/^(failed|lost)$/);
    const { by, off } = await blind.page.evaluate(() => window.pictures.drag("nothing", "auto"));
    expect(new Set(by)).toEqual(new Set(["cpu"]));
    agrees(off);
    await blind.close();
  });

  it.each(["destroyed", "unpresented"] as const)(
    "through a canvas of the GPU's goes on by the CPU when it is %s",
    async (disturbance) => {
      const own = await openHarness({ alone: true, name: "pictures" });
      await own.page.evaluate(() => {
        window.pictures.disguise();
        window.pictures.pretend();
      });
      expect(await own.page.evaluate(() => window.pictures.opened())).toBe("open");
      const { by, off } = await own.page.evaluate((how) => window.pictures.drag(how, "auto"), disturbance);
      expect(by).toEqual([...Array(4).fill("webgpu"), ...Array(6).fill("cpu")]);
      agrees(off.slice(4));
      await own.close();
    },
  );
});

it.each([
  [384, 1],
  [512, 2],
  [1024, 7],
])("a picture of %i pixels each way comes in strips that meet in a row: %i", async (side, count) => {
  const { rows, off, worst } = await harness.page.evaluate((wanted) => window.pictures.strips(wanted), side);
  expect(rows.length).toBe(count);
  expect([rows[0][0], rows.at(-1)?.[1]]).toEqual([0, side]);
  expect(rows.slice(1).map(([top], i) => rows[i][1] - top)).toEqual(Array(count - 1).fill(1));
  // three at the tip of an arrow; rows that do not belong together differ in twenty and more
  expect(Math.max(0, ...off)).toBeLessThanOrEqual(4);
  // 76 and more there
  expect(worst).toBeLessThan(64);
});
