import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseFigure, type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { run } from "../cli/run.ts";
import { decodePng } from "../export/decode-png.ts";
import { drawn, lossShown, mBox, mSlider, overlay, saved, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const circle = { id: "circle", params: { gamma: 32 } } as const;
const PANELS: FigureSpec = {
  version: 1,
  kind: "panels",
  title: "Both partials",
  columns: 2,
  panels: [
    { figure: { version: 1, loss: circle, quantity: "dSp" } },
    { figure: { version: 1, loss: circle, quantity: "dSn" } },
    { figure: { version: 1, loss: circle, quantity: "z" } },
  ],
};

/** Takes some tenths of a second. */
const SURFACES: FigureSpec = {
  version: 1,
  kind: "panels",
  columns: 3,
  size: { width: 600, height: 600 },
  panels: (["loss", "z", "dSn", "dSp", "loss", "z"] as const).map((quantity) => ({
    figure: { version: 1, kind: "surface", loss: { id: "circle" }, quantity, samples: 81 },
  })),
} as FigureSpec;

const hashOf = (spec: FigureSpec): string => `#${encodeLink(spec)}`;

/** The figure that the address has, once it has one that `isRight`. */
async function inAddress(page: Page, isRight: (figure: FigureSpec) => boolean): Promise<FigureSpec> {
  let found: FigureSpec | undefined;
  await expect
    .poll(() => {
      const { hash } = new URL(page.url());
      found = hash.length > 1 ? decodeLink(hash).spec : undefined;
      return found !== undefined && isRight(found);
    })
    .toBe(true);
  if (found === undefined) throw new Error("no figure");
  return found;
}

const recipe = (page: Page) => page.getByLabel("The figure as JSON");
const verdict = (page: Page) => page.locator(".recipe .verdict");

async function exported(spec: FigureSpec, format: string): Promise<Buffer> {
  const { code, bytes, err } = await run(["export", "-", "-o", "-", "--format", format], {
    input: JSON.stringify(spec),
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return bytes;
}

describe("a figure that is no landscape", () => {
  it("is shown whole, with what belongs to it and nothing that does not", async () => {
    const page = await site.visit({ hash: hashOf(PANELS) });
    expect(await page.locator(".overlay svg > title").innerHTML()).toBe("Both partials");
    expect(await page.locator(".overlay g.panel").count()).toBe(3);
    expect(await page.getByLabel("Title").inputValue()).toBe("Both partials");
    expect(await page.getByRole("region", { name: "Losses of this figure" }).isVisible()).toBe(true);
    for (const hidden of [
      page.locator("[data-readout=thetaN]"),
      page.locator(".slices"),
      page.getByRole("application", { name: /^Crosshair on the plane/ }),
      page.locator(".engine"),
      page.locator(".turntable"),
      page.getByLabel("Colour", { exact: true }),
    ])
      expect(await hidden.isVisible()).toBe(false);
  });

  it("is painted: each panel's field stands under its own frame", async () => {
    const page = await site.visit({ hash: hashOf(PANELS) });
    const colours = await page.locator(".figure canvas").evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const size = Number(document.querySelector(".overlay svg")?.getAttribute("width"));
      const density = canvas.width / size;
      const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return [...document.querySelectorAll(".overlay g.panel")].map((panel) => {
        const [dx, dy] = (panel.getAttribute("transform")?.match(/[\d.]+/g) ?? []).map(Number);
        const id = /#(\w+)/.exec(panel.querySelector("g[clip-path]")?.getAttribute("clip-path") ?? "")?.[1];
        const [x, y, right, bottom] = (
          document
            .querySelector(`#${id} path`)
            ?.getAttribute("d")
            ?.match(/[\d.]+/g) ?? []
        ).map(Number);
        const at = [dx + x + (right - x) * 0.98, dy + y + (bottom - y) * 0.98].map((each) =>
          Math.floor(each * density),
        );
        return Array.from(
          data.slice(4 * (at[1] * canvas.width + at[0]), 4 * (at[1] * canvas.width + at[0]) + 3),
        );
      });
    });
    // where s_n is large and s_p small, ∂ℒ/∂s_p is at its lowest (blue) and ∂ℒ/∂s_n at its highest (red)
    const [[redOfP, , blueOfP], [redOfN, , blueOfN]] = colours;
    expect(blueOfP - redOfP).toBeGreaterThan(50);
    expect(redOfN - blueOfN).toBeGreaterThan(50);
  });

  it("is saved as the command line writes it: SVG and JSON byte for byte, PNG at twice its size", async () => {
    const page = await site.visit({ hash: hashOf(PANELS) });
    const svg = await saved(page, "Save SVG");
    expect(svg.name).toBe("marginscape-panels.svg");
    expect(svg.bytes.equals(await exported(PANELS, "svg"))).toBe(true);
    const json = await saved(page, "Save JSON");
    expect(json.name).toBe("marginscape-panels.json");
    expect(json.bytes.equals(await exported(PANELS, "json"))).toBe(true);
    const { width, height } = decodePng((await saved(page, "Save PNG")).bytes);
    const [, ...size] = /^<svg [^>]*? width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString()) ?? [];
    expect([width, height]).toEqual(size.map((side) => 2 * Number(side)));
    expect(width).toBe(2 * resolveFigure(PANELS).size.width);
  });

  it("is carried by its link into another page", async () => {
    const page = await site.visit({ hash: hashOf(PANELS) });
    await page.getByLabel("Title").fill("Two & “more”");
    await page.getByLabel("Title").press("Enter");
    await page.getByLabel("Theme").selectOption("dark");
    await drawn(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied.", { exact: true }).waitFor();
    const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    const other = await site.visit({ hash });
    expect(await overlay(other)).toBe(await overlay(page));
    expect(await other.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(decodeLink(hash).spec).toMatchObject({ title: "Two & “more”", theme: "dark" });
  });

  it("says that it is being drawn, and stops saying so", async () => {
    const page = await site.visit();
    await page.evaluate(() => {
      const figure = document.querySelector(".figure");
      if (figure === null) throw new Error("no figure");
      const seen: (string | null)[] = [];
      new MutationObserver(() => seen.push(figure.getAttribute("aria-busy"))).observe(figure, {
        attributeFilter: ["aria-busy"],
      });
      Object.assign(globalThis, { seen });
    });
    await page.evaluate((hash) => (location.hash = hash), hashOf(PANELS));
    await page.locator(".overlay g.panel-2").waitFor();
    await drawn(page);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen);
    // the figure's room may change with its kind, and then it is drawn once more
    expect(seen.slice(0, 2)).toEqual(["true", null]);
    expect(seen.at(-1)).toBeNull();
  });

  it("fills its room, whenever that has changed while it was being drawn", async () => {
    const width = (): Promise<number> =>
      page.locator(".overlay svg").evaluate((svg) => Number(svg.getAttribute("width")));
    const page = await site.visit({ hash: hashOf(SURFACES), width: 1000 });
    await expect.poll(width).toBe(600);
    for (const wait of [20, 150, 400]) {
      await mBox(page).fill(String(wait / 1000));
      await mBox(page).press("Enter");
      await page.locator(".figure[aria-busy]").waitFor();
      await page.waitForTimeout(wait);
      await page.setViewportSize({ width: 834, height: 900 });
      await drawn(page);
      const room = await page.locator(".figure").evaluate((figure) => figure.clientWidth);
      expect(room).toBeLessThan(600);
      expect(await width()).toBe(room);
      await page.setViewportSize({ width: 1000, height: 900 });
      await drawn(page);
      expect(await width()).toBe(600);
    }
  });
});

describe("the menu of figures", () => {
  it("has every preset, each under its source", async () => {
    const page = await site.visit();
    const menu = page.getByLabel("Figure", { exact: true }).locator("xpath=self::select");
    const groups = await menu
      .locator("optgroup")
      .evaluateAll((found) =>
        found.map((group) => [
          (group as HTMLOptGroupElement).label,
          [...group.querySelectorAll("option")].map(({ value }) => value),
        ]),
      );
    const byGroup = new Map(groups as [string, string[]][]);
    expect([...byGroup.values()].flat().toSorted()).toEqual(Object.keys(PRESETS).toSorted());
    expect(byGroup.get("Landscapes")).toContain("circle-region");
    expect(byGroup.has("More figures")).toBe(false);
  });

  it("leads to a figure of another kind, and undo leads back to the landscape and its panels", async () => {
    const page = await site.visit({ dark: true });
    const before = await overlay(page);
    await page.getByRole("combobox", { name: "Figure", exact: true }).selectOption("infonce-temperature");
    await page.locator("body.other-kind").waitFor();
    await drawn(page);
    expect(await page.getByLabel("Colour").isVisible()).toBe(false);
    // the theme is the reader's
    expect(await page.getByLabel("Theme").inputValue()).toBe("dark");
    await inAddress(page, ({ kind }) => kind === "panels");
    await page.getByRole("button", { name: "Undo" }).click();
    await drawn(page);
    expect(await overlay(page)).toBe(before);
    expect(await page.getByLabel("Colour").isVisible()).toBe(true);
    await mBox(page).fill("0.3");
    await mBox(page).press("Enter");
    await page.waitForURL(/margin=0\.3/);
  });
});

describe("the recipe", () => {
  const opened = async (): Promise<Page> => {
    const page = await site.visit({ hash: hashOf(PANELS) });
    await page.getByText("Recipe", { exact: true }).click();
    return page;
  };

  it("is there, closed", async () => {
    const page = await site.visit();
    expect(await recipe(page).isVisible()).toBe(false);
    await page.getByText("Recipe", { exact: true }).click();
    await expect.poll(() => recipe(page).inputValue()).toContain('"circle"');
    expect(resolveFigure(parseFigure(await recipe(page).inputValue()))).toEqual(
      resolveFigure(PRESETS["circle-region"].spec),
    );
    await mSlider(page).press("ArrowRight");
    await expect.poll(() => recipe(page).inputValue()).toContain('"margin": 0.26');
  });

  it("is drawn while it is typed; undo and redo walk over it", async () => {
    const page = await opened();
    const text = await recipe(page).inputValue();
    await recipe(page).fill(text.replace('"columns": 2', '"columns": 1'));
    await inAddress(page, (figure) => "columns" in figure && figure.columns === 1);
    expect(await verdict(page).innerText()).toBe("The figure is drawn from this text.");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => recipe(page).inputValue()).toBe(text);
    await inAddress(page, (figure) => "columns" in figure && figure.columns === 2);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => recipe(page).inputValue()).toContain('"columns": 1');
  });

  it("can make one kind of another", async () => {
    const page = await opened();
    await recipe(page).fill('{"version": 1, "loss": {"id": "triplet"}}');
    await page.getByLabel("Colour", { exact: true }).waitFor();
    await drawn(page);
    expect(await lossShown(page)).toBe("triplet");
  });

  it.each([
    ["columns", '"columns": 2', '"columns": 9', "invalid columns: 9; expected a whole number from 1 to 6"],
    [
      "a panel",
      '"quantity": "dSn"',
      '"quantity": "dSq"',
      'invalid panels[1].figure.quantity: "dSq"; expected one of loss, logLoss',
    ],
    ["a comma", '"columns": 2,', '"columns": 2', "invalid figure: not JSON ("],
  ])(
    "says what is wrong with %s, marks it, and loses neither text nor figure",
    async (_, old, wrong, message) => {
      const page = await opened();
      const before = await overlay(page);
      const text = (await recipe(page).inputValue()).replace(old, wrong);
      await recipe(page).fill(text);
      await expect.poll(() => verdict(page).innerText()).toContain(message);
      expect(await recipe(page).getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator(".recipe mark").count()).toBe(1);
      expect(await recipe(page).inputValue()).toBe(text);
      expect(await overlay(page)).toBe(before);
      await recipe(page).fill(text.replace(wrong, old));
      await expect.poll(() => verdict(page).innerText()).toBe("The figure is drawn from this text.");
      expect(await recipe(page).getAttribute("aria-invalid")).toBe("false");
    },
  );

  it("keeps a text that is no figure when the figure changes elsewhere, until the reader gives it up", async () => {
    const page = await opened();
    await recipe(page).fill('{"version": 1, "kind": "panels"');
    await expect.poll(() => verdict(page).innerText()).toContain("invalid figure: not JSON");
    await page.getByLabel("Theme").selectOption("dark");
    await expect.poll(() => verdict(page).innerText()).toContain("The figure was changed elsewhere");
    expect(await recipe(page).inputValue()).toBe('{"version": 1, "kind": "panels"');
    await page.getByRole("button", { name: "Show the figure’s own" }).click();
    expect(parseFigure(await recipe(page).inputValue())).toEqual({ ...PANELS, theme: "dark" });
  });

  it("is drawn at once by Control and Enter", async () => {
    const page = await opened();
    await recipe(page).fill('{"version": 1, "kind": "panels", "panels": []}');
    await recipe(page).press("Control+Enter");
    expect(await verdict(page).innerText()).toBe("invalid panels: []; expected at least 1 panels");
  });
});

describe("a link to a figure that cannot be opened", () => {
  it.each([
    ["#v=1&figure=", "invalid figure: not JSON ("],
    ["#v=1&figure=('kind':'panels')", "invalid panels: nothing; expected an array of panels"],
    ["#v=1&figure=('kind':'%3Cimg src=x onerror=alert%3E')", 'invalid kind: "<img src=x onerror=alert>"; '],
    [
      "#v=1&figure=('loss':('id':'circle','params':('margin':7)))",
      "invalid loss.params.margin: 7; expected -1 to 1",
    ],
    [`#v=1&figure=${"!".repeat(50_000)}`, "invalid figure: not JSON ("],
    ["#v=9&figure=('loss':('id':'circle'))", "invalid link version: 9; expected 1"],
  ])("%.60s shows the default figure and the reason", async (hash, reason) => {
    const page = await site.visit({ hash });
    const text = await page.getByRole("alert").innerText();
    expect(text).toContain(`This link could not be opened: ${reason}`);
    expect(text.length).toBeLessThan(900);
    expect(await mBox(page).inputValue()).toBe("0.25");
  });
});

it("the page leads to the catalogue and to the notebooks", async () => {
  const page = await site.visit();
  for (const [name, address] of [
    ["Catalogue", "./catalogue.html"],
    ["Notebooks", "./notebooks/index.html"],
  ])
    expect(await page.getByRole("link", { name }).getAttribute("href")).toBe(address);
});
