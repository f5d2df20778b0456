import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, scratchFolder } from "../cli/run.ts";
import { decodePng } from "../export/decode-png.ts";
import { drawn, saved, Site } from "./support.ts";
import { agreement } from "./pixels.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";

const folder = scratchFolder();
const NAMES = Object.keys(PRESETS);

let site: Site;
let page: Page;
beforeAll(async () => {
  const outputs = ["--format", "svg,pdf,png", "--scale", "2", "--out-dir", folder.path];
  const { code, err } = await run(["export", ...NAMES, ...outputs]);
  expect(code, err).toBe(0);
  site = await Site.open();
  page = await site.visit();
}, 240_000);
afterAll(async () => {
  expect(await site.end()).toEqual([]);
  await site.close();
  folder.remove();
});

/** What the README promises of PNG: so large a part of the pixels, so near to each other. */
const PROMISE = { share: 0.97, tolerance: 24 };

describe.each(NAMES)("%s", (name) => {
  it("saved by the page is the command line's: SVG and PDF to the byte, PNG to the edges of shapes", async () => {
    await page.evaluate((hash) => void (location.hash = hash), encodeLink(PRESETS[name].spec));
    await drawn(page);
    const theirs = (format: string): Buffer => readFileSync(join(folder.path, `${name}.${format}`));
    const [svg, pdf, png] = [
      await saved(page, "Save SVG"),
      await saved(page, "Save PDF"),
      await saved(page, "Save PNG"),
    ].map(({ bytes }) => bytes);
    expect(svg.equals(theirs("svg")), "SVG").toBe(true);
    expect(pdf.subarray(0, 8).toString("latin1")).toBe("%PDF-1.7");
    expect(pdf.equals(theirs("pdf")), "PDF").toBe(true);
    const share = agreement(decodePng(png), decodePng(theirs("png")), PROMISE.tolerance);
    console.log(`${name}: ${(100 * share).toFixed(2)} % of the pixels within ${PROMISE.tolerance}/255`);
    expect(share).toBeGreaterThanOrEqual(PROMISE.share);
  });
});
