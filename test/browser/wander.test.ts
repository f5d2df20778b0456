import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawn, Site } from "./support.ts";
import { Wanderer } from "./wander.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const STEPS = 40;

const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.querySelector(".overlay")?.innerHTML.match(/.{0,40}(?:NaN|undefined|="[^"]*Infinity)/) ??
      []),
    ...(document.body.innerText.match(/.{0,40}(?:NaN|undefined|\[object)/) ?? []),
  ]);

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing moves by itself any more. */
async function rested(page: Page): Promise<void> {
  const pause = page.getByRole("button", { name: /^Pause/ }).first();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  while ((await pause.count()) > 0) await pause.click();
  await drawn(page);
}

describe("somebody who tries whatever there is", () => {
  it.each([1, 2, 3, 4])("breaks nothing, and finds the figure again after a reload (%i)", async (seed) => {
    const page = await site.visit({ width: 1440, height: 900, dark: seed % 2 === 0 });
    const wanderer = new Wanderer(page, seed);
    for (let step = 0; step < STEPS; step++) {
      await wanderer.step();
      const seen = { faults: await faults(page), problems: site.problems };
      expect(seen, wanderer.steps.slice(-8).join("\n")).toEqual({ faults: [], problems: [] });
    }
    await rested(page);
    expect(await sideways(page), wanderer.steps.slice(-8).join("\n")).toBe(0);
    const title = await page.locator(".overlay svg > title").innerHTML();
    await page.reload();
    await drawn(page);
    expect(await page.locator(".overlay svg > title").innerHTML()).toBe(title);
    expect(await page.getByRole("alert").allInnerTexts()).toEqual([]);
  });
});
