import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { overlay, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

describe("how a figure looks", () => {
  it.each(["circle-region", "ms-weights", "circle-fig1"])(
    "is chosen for every kind, and undone: %s",
    async (name) => {
      const page = await site.visit({ hash: `#${encodeLink(PRESETS[name].spec)}` });
      const before = await overlay(page);
      await page.getByLabel("For", { exact: true }).selectOption("cvpr-column");
      await expect.poll(() => decodeLink(new URL(page.url()).hash).spec.venue).toBe("cvpr-column");
      await expect.poll(() => overlay(page)).toContain("STIX Two Text");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => overlay(page)).toBe(before);
    },
  );

  it("colours, scale and words are those of the exported file", async () => {
    const page = await site.visit();
    await page.getByText("Colours", { exact: true }).click();
    await page.getByLabel("Map from low to high").selectOption("batlow");
    await page.getByLabel("Number scale").selectOption("log");
    await page.getByText("Words", { exact: true }).click();
    await page.getByLabel("Caption", { exact: true }).fill("Seen by us.");
    await page.getByLabel("Caption", { exact: true }).press("Enter");
    await expect
      .poll(() => decodeLink(new URL(page.url()).hash).spec)
      .toMatchObject({ look: { sequential: "batlow", scale: "log" }, words: { caption: "Seen by us." } });
    await expect.poll(() => overlay(page)).toContain("Seen by us.");
  });

  it("can be seen as a colour-blind reader sees it; the figure stays what it is", async () => {
    const page = await site.visit();
    const before = page.url();
    await page.getByText("Colours", { exact: true }).click();
    await page.getByLabel("Preview as").selectOption("greyscale");
    const channels = await page
      .locator(".figure canvas")
      .evaluate((canvas) => getComputedStyle(canvas).filter);
    expect(channels).toContain("see-greyscale");
    expect(await page.getByText("files keep their colours").isVisible()).toBe(true);
    expect(page.url()).toBe(before);
  });
});
