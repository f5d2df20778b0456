import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { figureSvg } from "../../src/export/figure.ts";
import { parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { type NotebookPage, NOTEBOOKS, PAGES } from "../notebooks/pages.ts";
import { violations } from "./axe.ts";
import { standing } from "./standing.ts";
import { Site, type Visit } from "./support.ts";

const policyOf = (page: Page): Promise<string | null> =>
  page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");

let site: Site;
/** That of the explorer. */
let policy: string | null;
beforeAll(async () => {
  site = await Site.open();
  policy = await policyOf(await site.visit());
  expect(policy).toContain("default-src 'none'");
});
// no message on the console, no request to elsewhere, none that failed
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** A notebook of which every cell that shows something has shown it. */
async function open({ name, cells }: NotebookPage, visit: Visit = {}, on = site): Promise<Page> {
  const page = await on.visit({ path: `notebooks/${name}.html`, width: 1000, ...visit });
  const shows = cells.filter(({ type, text }) => type.endsWith("x-tex") || /\b(?:display|view)\(/.test(text));
  for (const { id } of shows) await page.locator(`#cell-${id} > *`).first().waitFor({ state: "attached" });
  await settled(page);
  return page;
}

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const pictures = (page: Page): Promise<string[]> =>
  page
    .locator(".picture > svg")
    .evaluateAll((all) => all.map((svg) => svg.innerHTML.replace(/figure\d+-/g, "")));

async function saved(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await download.path(), "utf8");
}

/** Moves one input; of radio buttons and menus to the option beside the chosen one. */
async function move(input: Locator): Promise<void> {
  const kind = await input.evaluate((element) => element.getAttribute("type") ?? element.localName);
  if (kind === "checkbox") await input.click();
  else {
    await input.focus();
    const atEnd = await input.evaluate(
      (element) => element instanceof HTMLSelectElement && element.selectedIndex === element.length - 1,
    );
    await input.press(kind === "select" ? (atEnd ? "ArrowUp" : "ArrowDown") : "ArrowRight");
  }
}

const named = PAGES.map((page) => [page.name, page] as const);

describe.each(NOTEBOOKS.map((page) => [page.name, page] as const))("the notebook %s", (_, notebook) => {
  const opened = standing((own) => open(notebook, {}, own));

  it("shows its figures as pictures with a name, in order and without an error", async () => {
    const page = opened();
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    const calls = notebook.cells.flatMap(({ type, text }) =>
      type === "text/x-typescript" ? [...text.matchAll(/\bfigure\(/g)] : [],
    );
    const figures = page.getByRole("figure");
    expect(await figures.count()).toBeGreaterThan(0);
    expect(await figures.count()).toBeGreaterThanOrEqual(calls.length);
    for (const each of await figures.all()) {
      const image = each.getByRole("img");
      expect(await image.count()).toBe(1);
      expect((await image.locator("title").textContent())?.length).toBeGreaterThan(3);
      expect((await image.locator("desc").textContent())?.length).toBeGreaterThan(5);
      expect(await image.locator("path").count()).toBeGreaterThan(5);
      expect(await each.locator("figcaption").innerText()).not.toBe("");
    }
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("redraws when an input moves, each of them", async () => {
    const page = await open(notebook);
    const inputs = page.locator("input[type=range], input[type=checkbox], select, input[type=radio]:checked");
    const count = await inputs.count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      const before = await pictures(page);
      const name = await inputs.nth(i).evaluate((input) => input.closest("form")?.textContent);
      await move(inputs.nth(i));
      await expect.poll(() => pictures(page), { message: `after ${name}` }).not.toEqual(before);
    }
    expect(await page.locator(".observablehq--error").count()).toBe(0);
  });

  it("saves each figure, and leads to it in the explorer", async () => {
    let page = await open(notebook);
    const count = await page.getByRole("figure").count();
    for (let i = 0; i < count; i++) {
      // Chromium stops after ten files from one page
      if (i % 4 === 0 && i > 0) page = await open(notebook);
      const each = page.getByRole("figure").nth(i);
      const json = await saved(page, each.getByRole("button", { name: "Export JSON" }));
      const spec = parseFigure(json);
      const svg = await saved(page, each.getByRole("button", { name: "Export SVG" }));
      expect(svg === figureSvg(spec), "the SVG of the recipe").toBe(true);
      const href = await each.getByRole("link", { name: "Open in the explorer" }).getAttribute("href");
      expect(href).toMatch(/^\.\.\/index\.html#/);
      const { spec: linked, unknown } = decodeLink(href?.replace(/^[^#]*/, "") ?? "");
      expect(unknown).toEqual([]);
      expect(resolveFigure(linked)).toEqual(resolveFigure(spec));
    }
    await page.getByRole("link", { name: "Open in the explorer" }).first().click();
    await page.waitForURL(/index\.html#/);
    await page.locator(".figure svg").first().waitFor();
    expect(await page.locator("#notice").isVisible()).toBe(false);
  });

  it("has a table of numbers", async () => {
    const page = opened();
    const tables = page.locator("table.numbers");
    expect(await tables.count()).toBeGreaterThan(0);
    for (const each of await tables.all()) {
      expect(await each.locator("caption").innerText()).not.toBe("");
      expect(await each.locator("td.number").count()).toBeGreaterThan(0);
    }
  });

  it("prints black on white, from a dark screen too, and without buttons", async () => {
    const page = await open(notebook, { dark: true });
    const ground = () =>
      page
        .locator(".picture > svg > path:first-of-type")
        .evaluateAll((all) => all.map((path) => path.getAttribute("fill")));
    expect(new Set(await ground())).toEqual(new Set(["#14171c"]));
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    await expect.poll(async () => new Set(await ground())).toEqual(new Set(["#ffffff"]));
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(27, 30, 35)");
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await expect.poll(async () => new Set(await ground())).toEqual(new Set(["#14171c"]));
  });
});

describe.each(named)("the page %s", (_, notebook) => {
  const opened = standing((own) => open(notebook, {}, own));

  it("has nothing for axe to complain of: wide, light", async () =>
    expect(await violations(opened())).toEqual([]));

  it("has nothing for axe to complain of: narrow, dark", async () => {
    const page = await open(notebook, { width: 360, height: 740, dark: true });
    expect(await violations(page)).toEqual([]);
  });

  it("says its language and title, and keeps the explorer's policy", async () => {
    const page = opened();
    expect(await page.locator("html").getAttribute("lang")).toBe(notebook.language);
    expect(await page.title()).toBe(`${notebook.title} – Marginscape`);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await policyOf(page)).toBe(policy);
  });

  it("fits every window, without scrolling sideways", async () => {
    const page = opened();
    for (const width of [1280, 720, 360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      await settled(page);
      const beyond = await page.locator("main *").evaluateAll((all) => {
        const edge = document.documentElement.clientWidth + 0.5;
        const scrolls = (element: Element) =>
          element.closest(".wide, .formula, svg > *, .katex-mathml") !== null;
        return all
          .filter((element) => !scrolls(element) && element.getBoundingClientRect().right > edge)
          .map(({ outerHTML }) => outerHTML.slice(0, 100));
      });
      expect(beyond, `${width} px`).toEqual([]);
      const [needed, there] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(needed, `${width} px`).toBeLessThanOrEqual(there);
    }
    const widths = await page
      .locator(".picture > svg")
      .evaluateAll((all) => all.map((svg) => Number(svg.getAttribute("width"))));
    for (const width of widths) expect(width).toBeLessThanOrEqual(280);
  });
});

/** Closed forms beside what is computed: which tables of a page, and which two columns; the rows' names are column 0. */
const CLOSED_FORMS: Record<string, readonly (readonly [table: number, a: number, b: number])[]> = {
  "circle-region": [
    [0, 2, 3],
    [1, 2, 3],
    [1, 4, 5],
    [2, 2, 3],
  ],
  "which-gradient": [
    [1, 2, 3],
    [3, 2, 3],
    [3, 5, 6],
  ],
};

/** Of every table of numbers its rows, of every row its cells. */
const tablesOf = (page: Page): Promise<string[][][]> =>
  page
    .locator("table.numbers")
    .evaluateAll((tables) =>
      (tables as HTMLTableElement[]).map(({ tBodies }) =>
        [...tBodies[0].rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent)),
      ),
    );

const numberOf = (shown: string): number => Number(shown.replace("−", "-"));

/** What two numbers may differ by that were rounded each on its own. */
const lastPlace = (shown: string): number => 1.001 * 10 ** -(shown.split(".")[1]?.length ?? 0);

it.each(Object.entries(CLOSED_FORMS))(
  "%s: closed forms agree with what is computed wherever the sliders are",
  async (name, forms) => {
    const page = await open(NOTEBOOKS.filter((each) => each.name === name)[0]);
    for (const press of ["", "PageUp", "ArrowLeft", "PageDown"]) {
      for (const slider of press === "" ? [] : await page.getByRole("slider").all())
        await slider.press(press);
      await settled(page);
      const tables = await tablesOf(page);
      for (const [table, a, b] of forms) {
        expect(tables[table].length).toBeGreaterThan(2);
        for (const cells of tables[table]) {
          expect(cells[a]).toMatch(/^−?\d/);
          const difference = Math.abs(numberOf(cells[a]) - numberOf(cells[b]));
          expect(difference, `${press}, ${table}: ${cells.join(" | ")}`).toBeLessThanOrEqual(
            lastPlace(cells[a]),
          );
        }
      }
    }
  },
);

it("the list leads to every notebook, and each of them back", async () => {
  const list = PAGES.filter(({ name }) => name === "index");
  expect(list).toHaveLength(1);
  const page = await open(list[0]);
  for (const { name } of NOTEBOOKS) {
    await page.locator(`main a[href="./${name}.html"]`).click();
    await page.locator("figure.live").first().waitFor();
    await page.getByRole("link", { name: "Notebooks", exact: true }).click();
    await page.waitForURL(/notebooks\/index\.html$/);
  }
});
