import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { findPreset } from "../../src/spec/presets.ts";
import { decodePng } from "../export/decode-png.ts";
import { drawn, overlay, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** A surface, panels of surfaces, clouds. */
const FIGURES = ["blog-surface", "circle-fig2", "circle-fig5"] as const;
const hashOf = (name: string): string => `#${encodeLink(findPreset(name).spec as FigureSpec)}`;

const readings = (page: Page): Promise<string[]> => page.locator("[data-readout]:visible").allInnerTexts();

/** The canvas beneath the words, as pixels. */
async function canvas(page: Page) {
  const data = await page
    .locator(".figure > canvas")
    .evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  return decodePng(Buffer.from(data.slice(data.indexOf(",") + 1), "base64"));
}

describe.each([
  ["no worker", () => Object.defineProperty(window, "Worker", { value: undefined })],
  [
    "a worker that ends",
    () => {
      class Broken extends EventTarget {
        postMessage(): void {
          setTimeout(() => this.dispatchEvent(new Event("error")));
        }
        terminate(): void {}
      }
      Object.defineProperty(window, "Worker", { value: Broken });
    },
  ],
] as const)("with %s the page draws and reads what a worker would have", (_, tamper) => {
  it.each(FIGURES)("of %s", { timeout: 60_000 }, async (name) => {
    const away = await site.visit({ hash: hashOf(name) });
    expect(away.workers().length).toBeGreaterThan(0);
    const here = await site.visit();
    await here.addInitScript(tamper);
    await here.goto(away.url());
    await here.reload();
    await drawn(here);
    await expect.poll(() => overlay(here)).toBe(await overlay(away));
    expect(await readings(here)).toEqual(await readings(away));
    const [painted, own] = [await canvas(away), await canvas(here)];
    expect([own.width, own.height]).toEqual([painted.width, painted.height]);
    expect(own.data.every((value, i) => Math.abs(value - painted.data[i]) <= 1)).toBe(true);
  });
});

it("the page answers while a figure of many surfaces is drawn", { timeout: 60_000 }, async () => {
  const page = await site.visit({ hash: hashOf("circle-fig2") });
  await page.locator(".params input[type=range]").first().waitFor();
  const seen = await page.evaluate(async () => {
    const figure = document.querySelector<HTMLElement>(".figure");
    const slider = document.querySelector<HTMLInputElement>(".params input[type=range]");
    const title = (): string => document.querySelector(".overlay svg")?.textContent ?? "";
    if (!figure || !slider) throw new Error("no figure or no slider");
    const before = title();
    let frames = 0;
    slider.value = String(slider.valueAsNumber + 5);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    while (title() === before) {
      await new Promise(requestAnimationFrame);
      frames++;
    }
    return { frames, isBusy: figure.getAttribute("aria-busy") };
  });
  // drawn on the page's own thread it would be there after the second frame, which would be long in coming
  expect(seen.frames).toBeGreaterThan(3);
});
