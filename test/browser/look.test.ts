import type { Page } from "playwright";
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

  it("is reached by the keyboard, and every step undone", async () => {
    const page = await site.visit();
    const before = await overlay(page);
    const look = () => decodeLink(new URL(page.url()).hash).spec.look;
    const summary = page.getByText("Colours", { exact: true });
    await summary.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      await page.getByLabel("Ground").getAttribute("id"),
    );
    await page.keyboard.press("ArrowDown");
    await expect.poll(look).toMatchObject({ ground: "transparent" });
    for (const name of ["Map from low to high", "Map round zero", "Number scale"]) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(
        await page.getByLabel(name).getAttribute("id"),
      );
      await page.keyboard.press("ArrowDown");
    }
    await expect
      .poll(look)
      .toMatchObject({ ground: "transparent", sequential: "cividis", diverging: "vik", scale: "log" });
    expect(await overlay(page)).toContain("on a logarithmic scale");
    const undo = page.getByRole("button", { name: "Undo" });
    for (let i = 0; i < 4; i++) await undo.click();
    await expect.poll(() => overlay(page)).toBe(before);
    expect(await page.getByLabel("Number scale").inputValue()).toBe("linear");
  });

  it("fits a telephone, in the dark too", async () => {
    for (const dark of [false, true]) {
      const page = await site.visit({ width: 360, height: 740, dark });
      for (const name of ["Colours", "Words"]) await page.getByText(name, { exact: true }).click();
      await page.getByLabel("Preview as").selectOption("tritanopia");
      const beyond = await page.evaluate(
        () =>
          [...document.querySelectorAll("#controls :is(select, input, label, p, summary)")].filter(
            (element) => {
              const { right, width } = element.getBoundingClientRect();
              return width > 0 && right > document.documentElement.clientWidth;
            },
          ).length,
      );
      expect(beyond).toBe(0);
    }
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
    const colours = await coloursOf(page);
    expect(colours.length).toBeGreaterThan(20);
    // the pixels themselves: no channel stands out
    for (const [r, g, b] of colours) expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(1);
    await page.getByLabel("Preview as").selectOption("");
    expect((await coloursOf(page)).some(([r, g, b]) => Math.max(r, g, b) - Math.min(r, g, b) > 60)).toBe(
      true,
    );
  });
});

/** Colours of a row of pixels across the figure as it is on the screen. */
async function coloursOf(page: Page): Promise<number[][]> {
  const png = await page.locator(".figure canvas").screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = document.createElement("canvas");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1);
    return Array.from({ length: 40 }, (_, i) => {
      const at = 4 * Math.floor(((i + 0.5) / 40) * canvas.width);
      return [data[at], data[at + 1], data[at + 2]];
    });
  }, png.toString("base64"));
}
