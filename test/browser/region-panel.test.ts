import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** The analysis in the panel once it is done: one text, with the spaces that mathematics leaves out. */
async function analysis(page: Page): Promise<string> {
  const facts = page.locator("#region-analysis:not([aria-busy])");
  await facts.locator("li").first().waitFor();
  return (await facts.innerText()).replaceAll(/\s+/g, " ");
}

describe("the region panel", () => {
  it("says where the two gradients of Circle loss lead", async () => {
    const page = await site.visit({ hash: "#loss=circle&sn.range=-1:1" });
    const said = await analysis(page);
    expect(said).toContain("pulls negatives up");
    expect(said).toContain("where sn is from −0.25 to 0.");
    expect(said).toContain(
      "By the detached gradient pairs come to rest anywhere on sp = 1 from sn = −1 to −0.25.",
    );
  });

  it("says it again for another loss, and nothing of the old one", async () => {
    const page = await site.visit({ hash: "#loss=circle" });
    await analysis(page);
    await page.evaluate(() => (location.hash = "#loss=triplet&margin=0.2"));
    await page.reload();
    const said = await analysis(page);
    expect(said).toContain("exactly zero on 32 % of the frame, all of the target region");
    expect(said).not.toContain("detached");
  });

  it("is busy while a parameter changes, and then has its numbers", async () => {
    const page = await site.visit({ hash: "#loss=triplet&margin=0.2" });
    await analysis(page);
    const slider = page.locator("input[type=range]").first();
    await slider.focus();
    await slider.press("Home");
    expect(await page.locator("#region-analysis").getAttribute("aria-busy")).toBe("true");
    // at margin 0 the target is half of the frame
    await expect.poll(() => analysis(page)).toContain("exactly zero on 50 % of the frame");
  });

  it("speaks of the loss that is chosen among several, whatever shows them", async () => {
    const page = await site.visit({ hash: "#loss=triplet&margin=0.2" });
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await expect.poll(() => analysis(page)).toContain("exactly zero on 32 % of the frame");
    const second = page.getByRole("region", { name: "Losses of this figure" }).getByRole("button").nth(2);
    const margin = Number(/m = ([\d.]+)/.exec(await second.innerText())?.[1]);
    expect(margin).toBeGreaterThan(0.2);
    await second.click();
    const share = Number((50 * (1 - margin) ** 2).toPrecision(4));
    await expect.poll(() => analysis(page)).toContain(`exactly zero on ${share} % of the frame`);
    await page.getByRole("button", { name: "Batch", exact: true }).click();
    await expect.poll(() => analysis(page)).toContain(`exactly zero on ${share} % of the frame`);
  });
});
