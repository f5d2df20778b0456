import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { outlinesOf } from "../../src/export/typeset.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { drawn, overlay, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const titled = (title: string): FigureSpec => ({ version: 1, title, loss: { id: "circle" } });

/** The scripts that a page has asked for, by the names of their files. */
function scriptsOf(page: Page): () => readonly string[] {
  const names: string[] = [];
  page.on("request", (request) => names.push(/([\w-]+)-[\w-]{8}\.js$/.exec(request.url())?.[1] ?? ""));
  return () => names;
}

async function savedSvg(page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save SVG" }).click();
  return readFileSync(await (await arriving).path());
}

/** Opens a link in a page that is open, so that its requests can be watched. */
async function follow(page: Page, spec: FigureSpec): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, encodeLink(spec));
  await drawn(page);
}

describe("TeX in the title of a link", () => {
  it.each([
    ["of the table", String.raw`Slope $\frac{\partial\mathcal L}{\partial s_p}$`, false],
    ["of the loss", String.raw`$\loss$`, false],
    [
      "of MathJax",
      String.raw`$\sum_{i=1}^{n} \mathbb{E}\left[\mathcal{Q}_i\right] \perp \frac{1}{\gamma}$`,
      true,
    ],
  ])("%s is shown as shapes, and saved as the same bytes as in Node", async (_, title, needsMathjax) => {
    const page = await site.visit();
    const scripts = scriptsOf(page);
    await follow(page, titled(title));
    const outlines = Object.values(await outlinesOf(titled(title)));
    expect(outlines.length).toBeGreaterThan(0);
    for (const { d } of outlines) await page.locator(`.overlay svg path[d="${d}"]`).first().waitFor();
    expect(scripts()).toContain("prerendered");
    expect(scripts().includes("mathjax")).toBe(needsMathjax);
    const node = await writeFigure(titled(title), "svg", {}, nodePlatform);
    expect((await savedSvg(page)).equals(node)).toBe(true);
  });

  it("loads nothing for a figure without", async () => {
    const page = await site.visit();
    const scripts = scriptsOf(page);
    await follow(page, titled("Slope $∂ℒ/∂s_p$"));
    expect(scripts()).not.toContain("prerendered");
    expect(await overlay(page)).toContain("Slope");
  });

  it("that is not legal is named, and shown as plain text until it is mended", async () => {
    const page = await site.visit();
    await follow(page, titled(String.raw`Half: $\frac{a}$`));
    const notice = page.locator("#notice");
    await notice.filter({ hasText: "Missing argument for \\frac" }).waitFor();
    expect(await overlay(page)).toContain("Half: ");
    await follow(page, titled("Mended"));
    await notice.waitFor({ state: "hidden" });
  });
});
