import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readRecipe } from "../../src/export/recipe/read.ts";
import { minimiseFigure } from "../../src/spec/figure.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { printed, scratchFolder } from "../cli/run.ts";
import { Site } from "./support.ts";

const folder = scratchFolder();
let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(async () => {
  await site.close();
  folder.remove();
});

async function opened(hash = ""): Promise<Page> {
  const page = await site.visit({ hash });
  await page.getByRole("button", { name: "Export …" }).click();
  await page.getByRole("dialog").waitFor();
  return page;
}

async function saved(page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent("download", { timeout: 50_000 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  return readFileSync(await (await arriving).path());
}

const SMALL = "#loss=circle&samples=48&width=300&height=280";

describe("the export dialog", () => {
  it.each([
    ["svg", []],
    ["pdf", []],
    ["tex", []],
    ["html", []],
    ["json", []],
  ] as const)("saves %s as the command line writes it", async (format, flags) => {
    const page = await opened();
    await page.getByLabel("Format").selectOption(format);
    const bytes = await saved(page);
    const file = `${folder.path}/a.${format}`;
    await printed(["export", "circle-region", "-o", file, "--format", format, ...flags]);
    expect(bytes.equals(readFileSync(file)), `${bytes.length} bytes`).toBe(true);
  });

  it("saves csv as the command line writes it, but for the last bits of exp and log, which engines choose", async () => {
    const page = await opened();
    await page.getByLabel("Format").selectOption("csv");
    const cells = (bytes: Buffer): string[] => bytes.toString("utf8").split(/[,\n]/);
    const fromPage = cells(await saved(page));
    await printed(["export", "circle-region", "-o", `${folder.path}/a.csv`, "--format", "csv"]);
    const fromCommand = cells(readFileSync(`${folder.path}/a.csv`));
    expect(fromPage.length).toBe(fromCommand.length);
    expect(fromPage.length).toBeGreaterThan(300_000);
    const others = fromPage.flatMap((cell, i) => (cell === fromCommand[i] ? [] : [[cell, fromCommand[i]]]));
    for (const [ours, theirs] of others)
      expect(Math.abs(Number(ours) - Number(theirs)) / Math.abs(Number(theirs))).toBeLessThan(4 * 2 ** -52);
    expect(others.length).toBeLessThan(0.05 * fromPage.length);
  });

  it("saves letters as outlines, the same as the command line", async () => {
    const page = await opened();
    await page.getByLabel("Letters").selectOption("outlines");
    const bytes = await saved(page);
    await printed(["export", "circle-region", "-o", `${folder.path}/o.svg`, "--text", "outlines"]);
    expect(bytes.equals(readFileSync(`${folder.path}/o.svg`))).toBe(true);
  });

  it("saves a sweep as GIF and as video, with its progress, and stops when told", async () => {
    const page = await opened(SMALL);
    await page.getByLabel("Format").selectOption("gif");
    await page.getByLabel("Frames").fill("6");
    await page.getByLabel("Pixels to one of the figure").fill("1");
    const gif = await saved(page);
    expect(gif.subarray(0, 6).toString("latin1")).toBe("GIF89a");
    expect(minimiseFigure(readRecipe(gif, "a.gif"))).toMatchObject({ loss: { id: "circle" }, samples: 48 });
    await page.getByLabel("Format").selectOption("webm");
    const video = await saved(page);
    // EBML, and the name of the container
    expect([...video.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    expect(video.subarray(0, 64).toString("latin1")).toContain("webm");
    await page.getByLabel("Frames").fill("300");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect
      .poll(() => page.locator("dialog .verdict").innerText())
      .toContain("Stopped; nothing was saved.");
  });

  it("says what is wrong with a number, and that a figure has nothing to move", async () => {
    const page = await opened(SMALL);
    await page.getByLabel("Format").selectOption("gif");
    await page.getByLabel("Frames").fill("many");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const verdict = page.locator("dialog .verdict");
    await expect.poll(() => verdict.innerText()).toContain('Invalid frames: "many"; expected a number');
    await page.getByLabel("Frames").fill("1");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => verdict.innerText()).toContain("Invalid frames: 1; expected a whole number from");
    await page.getByLabel("Format").selectOption("png");
    for (const scale of ["0", "17", "−1"]) {
      await page.getByLabel("Pixels").fill(scale);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      const named = `Invalid scale: ${scale.replace("−", "-")}; expected more than 0, at most 16`;
      await expect.poll(() => verdict.innerText()).toContain(named);
    }
    const panels = await opened(`#${encodeLink(PRESETS["circle-fig1"].spec)}`);
    await panels.getByLabel("Format").selectOption("gif");
    expect(await panels.getByText("no single loss whose parameters could move").isVisible()).toBe(true);
  });

  it("copies the picture, and the text for a page, which names the figure", async () => {
    const page = await opened();
    await page.getByRole("button", { name: "Copy SVG" }).click();
    await expect.poll(() => page.locator("dialog .verdict").innerText()).toBe("SVG copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await printed(["export", "circle-region", "-o", "-"]),
    );
    await page.getByRole("button", { name: "Copy PNG" }).click();
    await expect
      .poll(() => page.locator("dialog .verdict").innerText(), { timeout: 20_000 })
      .toBe("PNG copied.");
    await page.getByText("In a page", { exact: true }).click();
    await page.getByLabel("Put it in a page made with").selectOption("hugo");
    expect(await page.getByLabel("Text to paste").inputValue()).toContain("marginscape-figure");
  });

  it("is closed with Escape and gives the focus back", async () => {
    const page = await opened();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("export");
  });
});
