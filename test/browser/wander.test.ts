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
/** A walk takes 10 s by itself, and several times that beside other work. */
const WALK_MS = 150_000;

const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.querySelector(".overlay")?.innerHTML.match(/.{0,40}(?:NaN|undefined|="[^"]*Infinity)/) ??
      []),
    ...(document.body.innerText.match(/.{0,40}(?:NaN|undefined|\[object)/) ?? []),
  ]);

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing stands before the figure or moves by itself any more, nor what was pressed last and comes late. */
async function rested(page: Page): Promise<void> {
  const pause = page.getByRole("button", { name: /^Pause/ });
  const dialog = page.locator("dialog[open]");
  let still = 0;
  const quiet = async (): Promise<boolean> => {
    await page.keyboard.press("Escape");
    const isStill = (await dialog.count()) === 0 && (await pause.count()) === 0;
    still = isStill ? still + 1 : 0;
    if ((await dialog.count()) === 0 && (await pause.count()) > 0)
      await pause
        .first()
        .click({ timeout: 1000 })
        .catch(() => undefined);
    return still >= 3;
  };
  await expect.poll(quiet, { interval: 200, timeout: 20_000 }).toBe(true);
  await drawn(page);
}

describe("somebody who tries whatever there is", () => {
  it.each([1, 2, 3, 4])(
    "breaks nothing, and finds the figure again after a reload (%i)",
    async (seed) => {
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
    },
    WALK_MS,
  );
});
