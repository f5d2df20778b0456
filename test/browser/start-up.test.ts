import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { encodeLink } from "../../src/spec/link.ts";
import { findPreset } from "../../src/spec/presets.ts";
import { drawn, Site } from "./support.ts";

const MOST = 100_000;
const explorer = fileURLToPath(new URL("../../dist/explorer/", import.meta.url));
const zipped = (name: string): number => gzipSync(readFileSync(join(explorer, name)), { level: 9 }).length;

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** The scripts of index.html and all that they import before they run, as the built files say. */
function startUpGraph(): string[] {
  const html = readFileSync(join(explorer, "index.html"), "utf8");
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const code = readFileSync(join(explorer, name), "utf8");
    for (const [, other] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      visit(`assets/${other}`);
  };
  for (const [, name] of html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="\.\/(assets\/[^"]+\.js)"/g))
    visit(name);
  return [...found];
}

/** Every script that the page had begun to load when its first figure was drawn. */
const scriptsBeforeFigure = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [first] = performance.getEntriesByName("redraw");
    return performance
      .getEntriesByType("resource")
      .filter(({ name, startTime }) => name.endsWith(".js") && startTime < first.startTime + first.duration)
      .map(({ name }) => new URL(name).pathname.slice(1));
  });

describe("what the explorer loads before its first figure", () => {
  it("is at most 100 KB of compressed scripts, by the built files", () => {
    const graph = startUpGraph();
    const total = graph.reduce((sum, name) => sum + zipped(name), 0);
    console.log(`start-up: ${graph.length} scripts, ${total} bytes gzipped`);
    expect(graph.length).toBeGreaterThan(1);
    expect(total).toBeGreaterThan(20_000);
    expect(total).toBeLessThanOrEqual(MOST);
  });

  it.each(["", "#loss=triplet&margin=0.2", "#loss=nobody"])(
    "is the same in the browser (%s)",
    async (hash) => {
      const page = await site.visit({ hash });
      const scripts = await scriptsBeforeFigure(page);
      expect(scripts.toSorted()).toEqual(startUpGraph().toSorted());
    },
  );
});

it("the explorer loads letters ahead that it shows, and no others", async () => {
  const page = await site.visit();
  const ahead = await page
    .locator("link[rel=preload][as=font]")
    .evaluateAll((links) =>
      links.map((link) => /Inter-([A-Za-z]+)/.exec((link as HTMLLinkElement).href)?.[1]),
    );
  expect(ahead).toHaveLength(2);
  const shown = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.fonts]
        .filter(({ family, status }) => family === "Inter" && status === "loaded")
        .map(({ weight }) => (weight === "600" ? "SemiBold" : "Regular")),
    );
  await expect.poll(async () => (await shown()).toSorted()).toEqual(ahead.toSorted());
});

describe("a first figure that fits", () => {
  it.each([360, 900, 1440])("is drawn once, %d pixels wide", async (width) => {
    for (const name of ["circle-region", "blog-surface", "circle-fig1"]) {
      const page = await site.visit({ hash: `#${encodeLink(findPreset(name).spec)}`, width });
      await page.waitForFunction(() =>
        performance.getEntriesByType("resource").some(({ name: file }) => /gpu-field-.*\.js$/.test(file)),
      );
      if (await page.locator("#region-analysis").isVisible())
        await page.locator("#region-analysis:not([aria-busy]) li").first().waitFor();
      await drawn(page);
      expect(await page.evaluate(() => performance.getEntriesByName("redraw").length), name).toBe(1);
    }
  });
});

/** Everything that moved without being asked to, until the page has said all it has to say. */
async function shiftsOf(page: Page, address: string): Promise<unknown[]> {
  await page.addInitScript(() => {
    const shifts: unknown[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources = [] } = entry as PerformanceEntry & {
          value?: number;
          sources?: { node?: Element }[];
        };
        shifts.push({
          value,
          moved: sources.map(({ node }) => node?.id || node?.className || node?.nodeName),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await drawn(page);
  if (await page.locator("#region-analysis").isVisible())
    await page.locator("#region-analysis:not([aria-busy]) li").first().waitFor();
  await drawn(page);
  return page.evaluate(() => (globalThis as unknown as { shifts: unknown[] }).shifts);
}

const KINDS = ["circle-region", "blog-surface", "arcface-fig4b", "circle-fig1", "typed-soft-clamp"];

describe("nothing moves while the page is put together", () => {
  it.each([360, 900, 1440])("at a width of %d pixels", async (width) => {
    const empty = await site.visit({ path: "embed.html", width, height: 900 });
    const context = empty.context();
    for (const name of KINDS) {
      const page = await context.newPage();
      const hash = `#${encodeLink(findPreset(name).spec)}`;
      expect(await shiftsOf(page, `${site.address}${hash}`), name).toEqual([]);
      await page.close();
    }
  });
});

describe("what is loaded when a figure needs it", () => {
  it.each([
    ["a typed loss", "#formula=softplus(32*(s_n-s_p))", "Typed loss"],
    ["a second derivative", "#loss=circle&quantity=curl", "Circle loss"],
    ["the formula of its loss in a label", "#loss=triplet&title=%24%5Closs%24", "A_n(s) = m + s"],
    ["another kind", `#${encodeLink(findPreset("arcface-fig5").spec)}`, "Decision margins"],
  ])("%s, from a link", async (_, hash, title) => {
    const page = await site.visit({ hash });
    expect(await page.locator(".overlay svg title").innerHTML()).toContain(title);
    expect(await page.locator("#notice").isVisible()).toBe(false);
  });

  it("the last of several links, followed at once", async () => {
    const page = await site.visit();
    const links = ["typed-soft-clamp", "blog-surface", "arcface-fig5"].map(
      (name) => `#${encodeLink(findPreset(name).spec)}`,
    );
    await page.evaluate((hashes) => hashes.forEach((hash) => (location.hash = hash)), links);
    await page.locator(".overlay svg title", { hasText: "Decision margins" }).waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(".overlay svg title", { hasText: "Circle loss" }).waitFor({ state: "attached" });
  });
});
