import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { decodePng } from "../export/decode-png.ts";
import { drawn, mBox, overlay, Site, chooseLoss } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const SURFACE = {
  version: 1,
  kind: "surface",
  loss: { id: "circle", params: { gamma: 32 } },
  camera: { azimuth: -120, elevation: 25 },
  points: [{ name: "T", at: "tangent" }],
} as const satisfies FigureSpec;

const visit = (): Promise<Page> => site.visit({ hash: `#${encodeLink(SURFACE)}`, width: 1400 });

interface Camera {
  readonly azimuth?: number;
  readonly elevation?: number;
}

function cameraOf(page: Page): Camera {
  const { spec } = decodeLink(new URL(page.url()).hash);
  return "camera" in spec && spec.camera ? spec.camera : {};
}

/** Drags from the middle of the surface by so many pixels, in steps; the button stays down. */
async function drag(page: Page, dx: number, dy: number, steps: number): Promise<void> {
  const box = await page.locator(".turntable").boundingBox();
  if (box === null) throw new Error("no turntable");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i++) await page.mouse.move(x + (dx * i) / steps, y + (dy * i) / steps);
}

const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

describe("a surface under the pointer", () => {
  it("turns while it is dragged, and is left where it is let go: one step of undo", async () => {
    const page = await visit();
    const before = await overlay(page);
    await drag(page, 100, 50, 10);
    await drawn(page);
    const turning = await overlay(page);
    expect(turning).not.toBe(before);
    expect(await undo(page).isDisabled()).toBe(true);
    await page.mouse.up();
    // 0.4 degrees a pixel; what is in front goes with the pointer
    await expect.poll(() => cameraOf(page)).toEqual({ azimuth: -160, elevation: 45 });
    await drawn(page);
    expect(await overlay(page)).not.toBe(turning);
    await undo(page).click();
    await drawn(page);
    expect(await overlay(page)).toBe(before);
    expect(await undo(page).isDisabled()).toBe(true);
  });

  it("is painted on the canvas, coarsely while it turns, and looks then as the figure does that stays", async () => {
    const page = await visit();
    const inOverlay = (): Promise<number> => page.locator(".figure svg g.surface").count();
    expect(await inOverlay()).toBe(0);
    expect(await page.locator(".figure svg g.boundary path").count()).toBeGreaterThan(0);
    await drag(page, 100, 50, 10);
    await drawn(page);
    expect(await inOverlay()).toBe(0);
    const turning = decodePng(await page.locator(".figure").screenshot());
    await page.mouse.up();
    await expect.poll(() => cameraOf(page)).toEqual({ azimuth: -160, elevation: 45 });
    await drawn(page);
    const resting = decodePng(await page.locator(".figure").screenshot());
    expect([turning.width, turning.height]).toEqual([resting.width, resting.height]);
    let sum = 0;
    for (let i = 0; i < resting.data.length; i++) sum += Math.abs(turning.data[i] - resting.data[i]);
    const mean = sum / resting.data.length;
    console.log(`turning and resting differ by ${mean.toFixed(2)} of 255 on average`);
    expect(mean).toBeLessThan(3);
  });

  it("stops at the top and goes on all round", async () => {
    const page = await visit();
    await drag(page, 500, 400, 4);
    await page.mouse.up();
    // −120 − 200 = −320, which is 40
    await expect.poll(() => cameraOf(page)).toEqual({ azimuth: 40, elevation: 90 });
  });

  it("is whole again after a drag that ends where it began, and after a mere click", async () => {
    const page = await visit();
    const before = await overlay(page);
    await drag(page, 60, 0, 6);
    const box = await page.locator(".turntable").boundingBox();
    if (box === null) throw new Error("no turntable");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.up();
    await drawn(page);
    await page.mouse.down();
    await page.mouse.up();
    await drawn(page);
    expect(await overlay(page)).toBe(before);
    expect(await undo(page).isDisabled()).toBe(true);
  });

  it("is redrawn at least 20 times a second", async () => {
    const page = await visit();
    await drag(page, 240, 60, 60);
    await page.mouse.up();
    const times = await page.evaluate(() =>
      performance.getEntriesByName("turn").map(({ duration }) => duration),
    );
    expect(times.length).toBeGreaterThan(30);
    const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
    console.log(`a turn is computed and written in ${median.toFixed(1)} ms, of ${times.length}`);
    expect(median).toBeLessThan(50);
  });
});

describe("a surface with the keyboard", () => {
  it("turns by five degrees, with Shift by one, and Home brings its first view back", async () => {
    const page = await visit();
    const table = page.getByRole("application", { name: /^Surface/ });
    await table.focus();
    const before = await overlay(page);
    await table.press("ArrowRight");
    await table.press("ArrowUp");
    await table.press("ArrowUp");
    await table.press("Shift+ArrowLeft");
    await expect.poll(() => cameraOf(page)).toEqual({ azimuth: -116, elevation: 35 });
    await expect.poll(() => page.locator(".figure .spoken").innerText()).toBe("azimuth −116°, elevation 35°");
    await table.press("Home");
    await expect.poll(() => cameraOf(page)).toEqual(SURFACE.camera);
    await drawn(page);
    expect(await overlay(page)).toBe(before);
  });
});

describe("the loss of a surface", () => {
  it("has its sliders and its gradient; the view stays", async () => {
    const page = await visit();
    await mBox(page).fill("0.35");
    await mBox(page).press("Enter");
    await page.locator("label", { hasText: /^attached$/ }).click();
    await page.waitForURL(/attached/);
    const { spec } = decodeLink(new URL(page.url()).hash);
    expect(spec).toEqual({
      ...SURFACE,
      loss: { id: "circle", params: { gamma: 32, margin: 0.35 }, gradient: "attached" },
    });
  });

  it("can be another", async () => {
    const page = await visit();
    await chooseLoss(page, "am-softmax");
    await drawn(page);
    expect(await page.locator(".overlay svg > title").innerHTML()).toContain("AM-Softmax");
    expect(await page.getByRole("slider", { name: "m cosine margin" }).isVisible()).toBe(true);
    await page.waitForURL(/am-softmax/);
    expect(cameraOf(page)).toEqual(SURFACE.camera);
  });
});
