import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { snippets } from "../../src/export/snippets.ts";
import { toSvg } from "../../src/export/svg.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { findLoss } from "../../src/losses/lookup.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { findPreset } from "../../src/spec/presets.ts";
import { violations } from "./axe.ts";
import { Disk, reading, shot, shows } from "./player-support.ts";

let disk: Disk;
beforeAll(async () => {
  disk = await Disk.open();
});
afterEach(() => expect(disk.problems.splice(0)).toEqual([]));
afterAll(() => disk.close());

const svgOf = (spec: FigureSpec): string => toSvg(drawFigure(spec));
const circle = (m: number): FigureSpec => ({
  version: 1,
  loss: { id: "circle", params: { gamma: 32, margin: m } },
});
const typed = (b: number): FigureSpec => ({
  version: 1,
  loss: {
    id: "formula",
    formula: "b = 0.2 in [0, 1]\nloss = softplus(16 * (s_n - s_p + b)) / 16",
    params: { b },
  },
});
const panels = (gamma: number): FigureSpec => ({
  version: 1,
  kind: "panels",
  panels: [0.1, 0.4].map((margin) => ({
    figure: { version: 1, loss: { id: "circle", params: { margin, gamma } } },
  })),
});
const curves = (gamma: number): FigureSpec => ({
  version: 1,
  kind: "curves",
  curves: [
    { loss: { id: "circle", params: { gamma } }, draw: { of: "positiveTransform" } },
    { loss: { id: "circle", params: { gamma } }, draw: { of: "negativeTransform" } },
  ],
});

describe.each([
  ["a landscape", circle(0.25), "m relaxation", circle],
  ["a typed loss", typed(0.2), "b", typed],
  ["curves", curves(32), "γ scale", curves],
  ["panels", panels(32), "γ scale", panels],
] as const)("the page of %s", (_, spec, knob, changed) => {
  it("is its picture where scripts are off", async () => {
    const page = await disk.exported(spec, { javaScriptEnabled: false });
    expect(await shows(page, toSvg(drawFigure(spec), { paths: "short" }))).toBe(true);
    expect(await page.getByRole("img").count()).toBe(1);
  });

  it("redraws as the library draws the new number, and goes back", async () => {
    const page = await disk.exported(spec);
    expect(await shows(page, svgOf(spec))).toBe(true);
    const slider = page.getByRole("slider", { name: knob });
    await slider.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    const value = Number(await page.locator(".control", { has: slider }).locator("output").innerText());
    const wanted = svgOf(changed(value));
    expect(wanted).not.toBe(svgOf(spec));
    await expect.poll(() => shows(page, wanted)).toBe(true);
    await page.getByRole("button", { name: "Reset" }).click();
    await expect.poll(() => shows(page, svgOf(spec))).toBe(true);
  });
});

describe("the read-out of a landscape", () => {
  it("says what the library says there, for pointer and keyboard", async () => {
    const page = await disk.exported(circle(0.25));
    const loss = findLoss("circle");
    const form = loss.plane({ gamma: 32, margin: 0.25 }, { K: 1, L: 1 }, loss.gradient);
    const isRight = async (): Promise<void> => {
      const [sn, sp] = [await reading(page, "sn"), await reading(page, "sp")];
      for (const key of ["value", "dSp", "dSn"] as const) {
        const there = planePoint(form, sp, sn)[key];
        expect(await reading(page, key)).toBeCloseTo(
          there,
          2 - Math.max(0, Math.ceil(Math.log10(Math.abs(there)))),
        );
      }
    };
    const cross = page.getByRole("application");
    const box = await cross.boundingBox();
    if (box === null) throw new Error("no crosshair");
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
    await expect.poll(() => reading(page, "sp")).toBeCloseTo(0.75, 2);
    expect(await reading(page, "sn")).toBeCloseTo(0.25, 2);
    await isRight();
    await page.mouse.move(2, 2);
    await cross.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("ArrowUp");
    expect([await reading(page, "sn"), await reading(page, "sp")]).toEqual([0.35, 0.76]);
    await isRight();
    await page.getByRole("status").getByText("s n 0.35, s p 0.76, loss").waitFor();
  });
});

const KINDS: Readonly<Record<string, FigureSpec>> = {
  landscape: { ...circle(0.25), samples: 32 } as FigureSpec,
  curves: findPreset("blog-transforms").spec,
  bars: {
    version: 1,
    kind: "curves",
    bars: [0.2, 0.6].map((s) => ({
      name: `at ${s}`,
      loss: { id: "info-nce" },
      positives: [0.9],
      negatives: [s, 0.1],
      member: { side: "negative", index: 0 },
    })),
  },
  surface: { version: 1, kind: "surface", loss: { id: "circle" }, samples: 12 },
  boundaries: {
    version: 1,
    kind: "boundaries",
    entries: [0, 0.4].map((margin) => ({ loss: { id: "am-softmax", params: { margin } } })),
  },
  difference: {
    version: 1,
    kind: "difference",
    a: { loss: { id: "circle" } },
    b: { loss: { id: "circle", params: { margin: 0.4 } } },
    samples: 32,
  },
  scatter: {
    version: 1,
    kind: "scatter",
    loss: { id: "circle" },
    points: [
      [0.2, 0.8],
      [0.8, 0.2],
    ],
  },
  pairs: findPreset("proxy-anchor-fig2").spec,
  panels: panels(32),
};

const rowsOf = (page: Page): Promise<string> => page.locator(".readout").innerText();

describe.each(Object.entries(KINDS))("the pointer over %s", (name, spec) => {
  it("is answered, and so are the arrow keys, in a polite voice", async () => {
    const page = await disk.exported(spec);
    const cross = page.getByRole("application");
    const box = await cross.boundingBox();
    if (box === null) throw new Error("no crosshair");
    const said = new Set<string>();
    for (const [across, down] of [
      [0.15, 0.2],
      [0.5, 0.5],
      [0.85, 0.8],
    ]) {
      await page.mouse.move(box.x + box.width * across, box.y + box.height * down);
      const rows = await rowsOf(page);
      expect(rows).not.toMatch(/undefined|NaN|\[object/);
      said.add(rows);
    }
    expect(said.size).toBeGreaterThan(1);
    const line = await page.locator(".crosshair .up:not(.linked)").boundingBox();
    expect(line?.height).toBeGreaterThan(50);
    const before = await rowsOf(page);
    await page.mouse.move(2, 2);
    await cross.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press("Shift+ArrowLeft");
    expect(await rowsOf(page)).not.toBe(before);
    const spoken = page.locator("[role=status][aria-live=polite]");
    await expect.poll(() => spoken.textContent()).toMatch(/\w.*\.$/);
    expect(await violations(page)).toEqual([]);
    await shot(page, `reading-${name}`);
  });
});

describe("the crosshair of panels", () => {
  it("goes from one panel over into the next", async () => {
    const page = await disk.exported(panels(32));
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowLeft");
    const left = async () => (await page.locator(".crosshair .up:not(.linked)").boundingBox())?.x ?? NaN;
    const [from, sn] = [await left(), await reading(page, "sn")];
    for (let i = 0; i < 25; i++) await page.keyboard.press("Shift+ArrowLeft");
    const first = await left();
    expect(await reading(page, "sn")).toBe(0);
    for (let i = 0; i < 11; i++) await page.keyboard.press("Shift+ArrowRight");
    expect(await reading(page, "sn")).toBe(0);
    expect(await left()).toBeGreaterThan(first + 100);
    expect([from, sn].every(Number.isFinite)).toBe(true);
  });
});

describe("the page", () => {
  it("has controls for choices, the gradient, K and L where they matter", async () => {
    const page = await disk.exported({ version: 1, loss: { id: "circle" } });
    expect(await page.getByRole("slider").count()).toBe(4);
    await page.getByRole("combobox", { name: "gradient" }).selectOption("attached");
    const attached: FigureSpec = { version: 1, loss: { id: "circle", gradient: "attached" } };
    await expect.poll(() => shows(page, svgOf(attached))).toBe(true);
    const triplet = await disk.exported({ version: 1, loss: { id: "triplet" } });
    await triplet.getByRole("combobox", { name: "distance" }).waitFor();
  });

  it("turns a surface", async () => {
    const spec = { version: 1, kind: "surface", loss: { id: "circle" }, samples: 12 } as const;
    const page = await disk.exported(spec);
    const slider = page.getByRole("slider", { name: "turn" });
    await slider.press("PageUp");
    const azimuth = Number(await page.locator(".control", { has: slider }).locator("output").innerText());
    await expect.poll(() => shows(page, svgOf({ ...spec, camera: { azimuth } }))).toBe(true);
  });

  it("turns a surface that is dragged", async () => {
    const spec = { version: 1, kind: "surface", loss: { id: "circle" }, samples: 12 } as const;
    const page = await disk.exported(spec);
    const box = await page.getByRole("application").boundingBox();
    if (box === null) throw new Error("no crosshair");
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 250, box.y + 225, { steps: 3 });
    await page.mouse.up();
    const camera = { azimuth: -125 - 0.4 * 50, elevation: 30 + 0.4 * 25 };
    await expect.poll(() => shows(page, svgOf({ ...spec, camera }))).toBe(true);
    await page.mouse.move(box.x + 10, box.y + 10);
    expect(await shows(page, svgOf({ ...spec, camera }))).toBe(true);
  });

  it("lets nothing of a hostile title out of its place", async () => {
    const title = `</script><script>document.title = "out"</script><!-- </title> "'><img src=x onerror=alert(1)>`;
    const page = await disk.exported({ ...circle(0.25), title });
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe(title);
    expect(await page.locator("pre").textContent()).toContain(JSON.stringify(title));
  });

  it("prints the figure and nothing else", async () => {
    const page = await disk.exported(circle(0.25));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#stage svg").isVisible()).toBe(true);
    for (const other of [".controls", ".readings", ".crosshair", "footer"])
      expect(await page.locator(other).isVisible()).toBe(false);
  });

  it.each([
    ["light", 1000],
    ["dark", 1000],
    ["print", 360],
    ["dark", 360],
  ] as const)("is accessible and fits, %s, %d px", async (theme, width) => {
    const spec = findPreset("circle-region").spec;
    const page = await disk.exported({ ...spec, theme }, { viewport: { width, height: 800 } });
    await page.locator("details").evaluate((details) => details.setAttribute("open", ""));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.locator("details").evaluate((details) => details.removeAttribute("open"));
    await shot(page, `page-${theme}-${width}`);
  });
});

describe("the element in a page without scripts", () => {
  it("is its picture, as large as it says", async () => {
    const spec = circle(0.25);
    const image = `data:image/svg+xml,${encodeURIComponent(svgOf(spec))}`;
    const options = { address: ".", image, width: 640, height: 560, alt: "Circle loss" };
    const [{ text }] = snippets(spec, options);
    const page = await disk.opened(`<!doctype html><title>A post</title>${text}`, {
      javaScriptEnabled: false,
    });
    const picture = page.getByRole("img", { name: "Circle loss" });
    expect(await picture.boundingBox()).toMatchObject({ width: 640, height: 560 });
  });
});
