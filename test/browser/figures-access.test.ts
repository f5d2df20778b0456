import type { Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { violations } from "./axe.ts";
import { drawn, Site, type Visit } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const circle = { id: "circle", params: { gamma: 32 } } as const;
const FIGURES: Readonly<Record<string, FigureSpec>> = {
  panels: {
    version: 1,
    kind: "panels",
    panels: (["loss", "dSp", "dSn"] as const).map((quantity) => ({
      figure: { version: 1, loss: circle, quantity },
    })),
  },
  surface: { version: 1, kind: "surface", loss: circle },
};

const CASES = Object.entries(FIGURES).flatMap(([name, spec]) =>
  (["light", "dark"] as const).flatMap((theme) =>
    [1280, 320].map(
      (width) =>
        [
          `${name}, ${theme}, ${width} px`,
          { hash: `#${encodeLink({ ...spec, theme })}`, width, height: 740, dark: theme === "dark" },
        ] as const,
    ),
  ),
);

describe.each(CASES)("%s", (_, visit: Visit) => {
  it("axe finds nothing to complain of, and nothing scrolls sideways", async () => {
    const page = await site.visit(visit);
    expect(await violations(page)).toEqual([]);
    const [needed, there] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(needed).toBeLessThanOrEqual(there);
  });
});

describe("a narrow window", () => {
  it("has the panels below each other, in letters of their usual size", async () => {
    const page = await site.visit({ hash: `#${encodeLink(FIGURES["panels"])}`, width: 340, height: 740 });
    const places = await page
      .locator(".overlay g.panel")
      .evaluateAll((panels) => panels.map((panel) => panel.getBoundingClientRect()));
    expect(new Set(places.map(({ left }) => Math.round(left))).size).toBe(1);
    const tops = places.map(({ top }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const size = await page
      .locator(".overlay g.axes text")
      .first()
      .evaluate((text) => text.getBoundingClientRect().height);
    expect(size).toBeGreaterThan(7);
  });
});

/** Whether the middle of an element is what is seen there. */
const isSeen = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && element.contains(found);
  });

/** How much of the window the figure has, as a part of its height. */
const partOfWindow = (page: Page): Promise<number> =>
  page.locator(".figure").evaluate((figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return (Math.min(innerHeight, bottom) - Math.max(0, top)) / innerHeight;
  });

describe("a telephone", () => {
  it.each([
    "circle-region",
    "circle-fig2",
    "blog-surface-log-gradients",
    "circle-negative-side",
    "infonce-temperature",
    "arcface-fig5",
    "circle-fig5",
    "proxy-anchor-fig2",
  ])("scrolls nothing sideways and hides no control behind %s", async (name) => {
    const page = await site.visit({ hash: `#${encodeLink(PRESETS[name].spec)}`, width: 390, height: 844 });
    for (const [width, height] of [
      [390, 844],
      [320, 568],
      [667, 375],
    ]) {
      await page.setViewportSize({ width, height });
      await drawn(page);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      const sliders = await page.locator("#controls").getByRole("slider").all();
      for (const slider of sliders) {
        await slider.blur();
        await slider.focus();
        const which = `${sliders.indexOf(slider)} at ${width} × ${height}`;
        await expect.poll(() => isSeen(slider), { message: which }).toBe(true);
      }
      // some of it stays in view while the last control is worked
      const part = await partOfWindow(page);
      expect(part).toBeGreaterThan(0.2);
      expect(part).toBeLessThan(0.66);
    }
  });
});

describe("a tablet", () => {
  it.each(["circle-region", "circle-fig2"])(
    "keeps %s in view beside every control, and nothing that has the focus behind it",
    async (name) => {
      const hash = `#${encodeLink(PRESETS[name].spec)}`;
      const page = await site.visit({ hash, width: 834, height: 1112 });
      for (const [width, height] of [
        [834, 1112],
        [1024, 768],
        [1100, 560],
      ]) {
        await page.setViewportSize({ width, height });
        await drawn(page);
        for (const room of ["#controls", ".figure-actions", "#facts"])
          for (const control of await page.locator(`${room} :is(button, summary, select):visible`).all()) {
            if (!(await control.isEnabled())) continue;
            await control.focus();
            const which = `${await control.textContent()} of ${room} at ${width} × ${height}`;
            await expect.poll(() => isSeen(control), { message: which }).toBe(true);
            const part = await partOfWindow(page);
            expect(part, which).toBeGreaterThan(0.25);
          }
      }
    },
  );
});

describe("print", () => {
  it.each([390, 900, 1400])("shows a figure whole, %d pixels wide", async (width) => {
    const page = await site.visit({ width, height: 2000 });
    await page.emulateMedia({ media: "print" });
    await drawn(page);
    const { corners, boxes } = await page.locator(".figure").evaluate((figure) => {
      const { left, right, top, bottom } = figure.getBoundingClientRect();
      const places = [left + 3, right - 3].flatMap((x) => [top + 3, bottom - 3].map((y) => [x, y]));
      const layers = [figure, ...figure.querySelectorAll(":scope > canvas, .overlay svg")];
      return {
        corners: places.map(([x, y]) => figure.contains(document.elementFromPoint(x, y))),
        boxes: layers.map((layer) => JSON.stringify(layer.getBoundingClientRect())),
      };
    });
    expect(corners).toEqual([true, true, true, true]);
    expect(boxes.length).toBeGreaterThan(2);
    expect(new Set(boxes).size, "the picture's layers lie on each other").toBe(1);
  });

  it.each(["landscape", ...Object.keys(FIGURES)])("shows %s alone", async (name) => {
    const hash = name === "landscape" ? "" : `#${encodeLink(FIGURES[name])}`;
    const page = await site.visit({ hash, width: 1000, height: 800 });
    const rest = ["#top", ".figure-actions", "#controls", "#facts", ".slices"];
    const shown = (part: string): Promise<boolean> => page.locator(part).first().isVisible();
    for (const part of rest) expect(await shown(part), part).toBe(part !== ".slices" || name === "landscape");
    await page.emulateMedia({ media: "print" });
    expect(await shown(".figure")).toBe(true);
    for (const part of rest) expect(await shown(part), part).toBe(false);
  });
});
