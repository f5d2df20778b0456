import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { frameOf, mBox, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));

describe("axe finds nothing to complain of", () => {
  it.each([
    ["wide, light", { width: 1280 }],
    ["wide, dark", { width: 1280, dark: true }],
    ["narrow, light", { width: 360, height: 740 }],
    ["narrow, dark", { width: 360, height: 740, dark: true }],
    ["wide, a loss with a choice and a message", { width: 1280, hash: "#loss=triplet&margin=9" }],
    ["narrow, a light loss with many parameters", { width: 360, hash: "#loss=circle-general&theme=print" }],
  ])("%s", async (_, visit) => {
    const page = await site.visit(visit);
    await openDetails(page);
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ["light", { width: 1280 }],
    ["dark and narrow", { width: 360, height: 740, dark: true }],
  ])("with answers on choosing numbers, %s", async (_, visit) => {
    const page = await site.visit({ ...visit, hash: "#loss=arcface" });
    await openDetails(page);
    await page.locator("#choosing-change:not([aria-busy]) li").first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("with an error beside a box", async () => {
    const page = await site.visit({ width: 1280 });
    await mBox(page).fill("7");
    await mBox(page).press("Enter");
    await page.getByText("expected -1 to 1").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe("the page fits", () => {
  it.each([320, 360, 720, 721, 1120, 1121, 1600])(
    "a window of %d px without scrolling sideways",
    async (width) => {
      const page = await site.visit({ width, height: 640, hash: "#loss=circle-general" });
      await openDetails(page);
      const [needed, there] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(needed).toBeLessThanOrEqual(there);
      expect(there).toBeGreaterThan(width - 20);
    },
  );
});

/** Colours of the canvas at parts of the frame, from its left and from its bottom. */
async function colorsAt(page: Page, places: readonly (readonly [number, number])[]): Promise<number[][]> {
  const { x, y, width, height } = await frameOf(page);
  const pixels = places.map(([across, up]) => [x + across * width, y + (1 - up) * height]);
  return page.locator(".figure canvas").evaluate((element, at) => {
    const canvas = element as HTMLCanvasElement;
    const density = canvas.width / Number(document.querySelector(".overlay svg")?.getAttribute("width"));
    const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return at.map(([left, top]) => {
      const start = 4 * (Math.floor(top * density) * canvas.width + Math.floor(left * density));
      return Array.from(data.slice(start, start + 4));
    });
  }, pixels);
}

const LOW = [0x44, 0x01, 0x54, 255];
const HIGH = [0xfd, 0xe7, 0x25, 255];

function expectColor(actual: readonly number[], expected: readonly number[]): void {
  const off = Math.max(...expected.map((channel, i) => Math.abs(actual[i] - channel)));
  expect(off, `rgba(${actual.join(", ")}) instead of rgba(${expected.join(", ")})`).toBeLessThanOrEqual(8);
}

describe("the canvas", () => {
  it.each([
    ["1600 px", { width: 1600 }],
    ["360 px", { width: 360, height: 740 }],
  ])("at %s shows the loss: viridis from the target corner to the opposite one", async (_, visit) => {
    const page = await site.visit(visit);
    const [low, high] = await colorsAt(page, [
      [0.01, 0.99],
      [0.997, 0.003],
    ]);
    expectColor(low, LOW);
    expectColor(high, HIGH);
  });

  it("turns with the axes", async () => {
    const page = await site.visit({ hash: "#loss=circle&sn.range=1:0&sp.range=1:0" });
    const [low, high] = await colorsAt(page, [
      [0.99, 0.01],
      [0.003, 0.997],
    ]);
    expectColor(low, LOW);
    expectColor(high, HIGH);
  });

  it("has the theme's ground around the frame", async () => {
    const page = await site.visit({ dark: true });
    const [ground] = await colorsAt(page, [[-0.05, 1.05]]);
    expect(ground).toEqual([0x14, 0x17, 0x1c, 255]);
  });
});

describe("the page's policy", () => {
  it("keeps it from evaluating text and from foreign scripts, styles and connections", async () => {
    const page = await site.visit();
    const policy =
      (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")) ?? "";
    expect(policy).toContain("default-src 'none'");
    // compiled vector kernels need this much; it evaluates no text
    expect(policy.replace("'wasm-unsafe-eval'", "")).not.toMatch(/unsafe-|https?:|\*/);
  });
});
