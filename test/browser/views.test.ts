import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { VIEW_IDS } from "../../src/app/views/views.ts";
import { violations } from "./axe.ts";
import { drawn, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** To be looked at. */
const pictures = fileURLToPath(new URL("../../test-output/views/", import.meta.url));
mkdirSync(pictures, { recursive: true });

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([
  ["laptop", 1440, 900],
  ["tablet", 834, 1112],
  ["telephone", 390, 844],
] as const)("on a %s", (device, width, height) => {
  it.each([
    ["light", false],
    ["dark", true],
  ] as const)("every view stands, fits and gives axe nothing to complain of: %s", async (theme, dark) => {
    const page = await site.visit({ width, height, dark });
    for (const view of VIEW_IDS) {
      const button = page.locator(`nav.views [data-view="${view}"]`);
      await button.click();
      await expect.poll(() => button.getAttribute("aria-current")).toBe("true");
      await drawn(page);
      await page.locator("#region-analysis:not([aria-busy]) li").first().waitFor();
      expect(await page.locator(".overlay svg > title").innerHTML(), view).not.toBe("");
      expect(await page.getByRole("alert").allInnerTexts(), view).toEqual([]);
      expect(await sideways(page), view).toBe(0);
      expect(await violations(page), view).toEqual([]);
      await page.screenshot({ path: `${pictures}${view}-${device}-${theme}.png`, fullPage: true });
    }
  });
});
