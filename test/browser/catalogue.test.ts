import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bibtex } from "../../src/losses/bibtex.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { findLoss, namedLoss } from "../../src/losses/lookup.ts";
import { describeRegion } from "../../src/region/describe.ts";
import { WHOLE_PLANE } from "../../src/region/pieces.ts";
import { violations } from "./axe.ts";
import { standing } from "./standing.ts";
import { drawn, Site, type Visit, lossShown } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const IDS = LOSSES.map(({ id }) => id);

/** The catalogue with its first thumbnail drawn. */
async function open(visit: Visit = {}, on = site): Promise<Page> {
  const page = await on.visit({ path: "catalogue.html", width: 1280, ...visit });
  await page.locator(".card .overlay svg").first().waitFor();
  return page;
}

const shownIds = (page: Page): Promise<string[]> =>
  page.locator(".card:visible").evaluateAll((cards) => cards.map(({ id }) => id));

const found = async (page: Page, words: string): Promise<string[]> => {
  await page.getByRole("searchbox", { name: "Search" }).fill(words);
  return shownIds(page);
};

const countLine = (page: Page): Promise<string> => page.getByRole("status").innerText();

/** Scrolls through the page until every landscape is drawn. */
async function drawAll(page: Page): Promise<void> {
  for (const id of IDS) await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForFunction(
    (count) => document.querySelectorAll(".card .overlay svg").length === count,
    IDS.length,
  );
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe("the cards", () => {
  const opened = standing((own) => open({}, own));

  it("are one for each loss, with name, ids and citation", async () => {
    const page = opened();
    expect(await shownIds(page)).toEqual(IDS);
    expect(await countLine(page)).toBe(`${IDS.length} of ${IDS.length} losses`);
    const circle = page.getByRole("article", { name: "Circle loss", exact: true });
    const words = await circle.innerText();
    expect(words).toContain("arXiv 2002.10857, Eq. 4–8");
    expect(words).toContain("pytorch-metric-learning");
    expect(await page.locator("#am-softmax .ids").innerText()).toContain("am-softmax, cosface · ");
  });

  it("show the formula of every loss that has one", async () => {
    const page = opened();
    for (const id of IDS) {
      const lines = await page.locator(`#${id} .formula .katex`).count();
      expect(lines, id).toBeGreaterThan(0);
    }
    expect(await page.locator(".katex-error").count()).toBe(0);
    const first = await page.locator("#circle .formula .katex annotation").first().textContent();
    expect(first).toBe(
      "A_p(s) = \\gamma\\,\\operatorname{sg}\\left[\\left[1 + m - s\\right]_{+}\\right]\\,\\left(s - 1 + m\\right)",
    );
  });

  it("have each its landscape, drawn when it comes near, with ids of its own", async () => {
    const page = opened();
    expect(await page.locator("#smooth-ap .overlay svg").count()).toBe(0);
    await drawAll(page);
    const blank = await page.locator(".thumbnail canvas").evaluateAll((canvases) =>
      canvases.filter((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const data = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data;
        return new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer(0))).size < 20;
      }),
    );
    expect(blank).toHaveLength(0);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const astray = await page.locator("[clip-path]").evaluateAll((all) =>
      all.filter((element) => {
        const id = /^url\(#(.+)\)$/.exec(element.getAttribute("clip-path") ?? "")?.[1] ?? "";
        return !element.closest("svg")?.contains(document.getElementById(id));
      }),
    );
    expect(astray).toHaveLength(0);
    for (const loss of LOSSES) {
      const { params } = namedLoss(loss.id);
      const { boundary } = describeRegion(loss, params, { K: 1, L: 1 }, WHOLE_PLANE);
      const lines = await page.locator(`#${loss.id} g.boundary path`).count();
      expect(lines > 0, loss.id).toBe(boundary.pieces.length > 0);
    }
  });
});

describe("the search", () => {
  const opened = standing((own) => open({}, own));

  it("goes through names, aliases, authors, years and variants, in any case", async () => {
    const page = opened();
    const sun = LOSSES.filter(
      ({ source: { authors, year } }) => year === 2020 && authors.includes("Yifan Sun"),
    ).map(({ id }) => id);
    expect(sun).toEqual(["unified", "circle", "circle-general"]);
    expect(await found(page, "sun 2020")).toEqual(expect.arrayContaining(sun));
    expect(await found(page, "Yifan SUN cvpr 2020")).toEqual(sun);
    expect(await countLine(page)).toBe(`3 of ${IDS.length} losses`);
    expect(await found(page, "cosface")).toEqual(expect.arrayContaining(["am-softmax", "combined-margin"]));
    expect(await found(page, "re-id attached")).toEqual(["circle"]);
    expect(await found(page, "  ")).toEqual(IDS);
  });

  it("says so where nothing fits", async () => {
    const page = opened();
    expect(await found(page, "no such thing <b>")).toEqual([]);
    expect(await countLine(page)).toBe("No loss fits this search.");
    expect(await found(page, "")).toEqual(IDS);
  });

  it("goes together with a family", async () => {
    const page = opened();
    await page.getByRole("combobox", { name: "Family" }).selectOption("Proxies");
    const proxies = await shownIds(page);
    expect(proxies).toEqual(LOSSES.filter(({ family }) => family === "proxy").map(({ id }) => id));
    expect(proxies).toContain("proxy-anchor");
    expect(await found(page, "anchor kim")).toEqual(["proxy-anchor"]);
    expect(await found(page, "circle attached")).toEqual([]);
    await page.getByRole("combobox", { name: "Family" }).selectOption("all families");
    expect(await shownIds(page)).toContain("circle");
  });
});

/** The boundary's numbers as parts of the frame, from the path of a single arc. */
async function arcInFrame(page: Page, within: string): Promise<number[]> {
  const clip = await page.locator(`${within} clipPath path`).first().getAttribute("d");
  const [left, top, right, bottom] = (clip?.match(/-?[\d.]+/g) ?? []).map(Number);
  const d = (await page.locator(`${within} g.boundary path`).first().getAttribute("d")) ?? "";
  const arc = /^M([\d.]+) ([\d.]+)[^A]*A([\d.]+) ([\d.]+) 0 0 [01] ([\d.]+) ([\d.]+)/.exec(d);
  if (!arc) throw new Error(`no arc: ${d}`);
  const [x0, y0, rx, ry, x1, y1] = arc.slice(1).map(Number);
  const across = (x: number): number => (x - left) / (right - left);
  const up = (y: number): number => (bottom - y) / (bottom - top);
  return [across(x0), up(y0), rx / (right - left), ry / (bottom - top), across(x1), up(y1)];
}

describe("a card's buttons", () => {
  it("open its figure in the explorer, with the same boundary", async () => {
    const page = await open({ hash: "#circle" });
    await page.locator("#circle .overlay svg").waitFor();
    const small = await arcInFrame(page, "#circle .overlay");
    await page.locator("#circle").getByRole("link", { name: "Open in the explorer" }).click();
    await page.waitForURL(/index\.html#/);
    await drawn(page);
    const large = await arcInFrame(page, ".overlay");
    // radius √2/4 in a frame two wide
    for (const [i, part] of small.entries()) expect(Math.abs(part - large[i]), `${i}`).toBeLessThan(2e-4);
    expect(small[2]).toBeCloseTo(Math.SQRT2 / 8, 3);
  });

  it.each(["triplet", "am-softmax", "fast-ap"])("of %s lead to that loss", async (id) => {
    const page = await open({ hash: `#${id}` });
    await page.locator(`#${id}`).getByRole("link", { name: "Open in the explorer" }).click();
    await page.waitForURL(/index\.html#/);
    await drawn(page);
    expect(await lossShown(page)).toBe(id);
    expect(await page.locator("#notice").isVisible()).toBe(false);
  });

  it("copy the citation", async () => {
    const page = await open();
    const button = page.getByRole("button", { name: "Copy BibTeX of Circle loss", exact: true });
    await button.click();
    await page.waitForFunction(() => document.querySelector("#circle button")?.textContent === "Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bibtex(findLoss("circle").source));
    expect(await page.locator("#circle .bibtex").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Copied BibTeX of Circle loss", exact: true }).waitFor();
  });

  it("show the citation where it cannot be copied", async () => {
    const page = await open();
    await page.context().clearPermissions();
    await page.evaluate(() =>
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: () => Promise.reject(new Error("not allowed")) },
      }),
    );
    await page.locator("#circle button").click();
    expect(await page.locator("#circle .bibtex").innerText()).toContain("@inproceedings{sun2020circle,");
  });
});

describe("links", () => {
  it("with a loss go to its card", async () => {
    const page = await open({ hash: "#circle" });
    const top = await page.locator("#circle").evaluate((card) => card.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(60);
    await page.locator("#circle .overlay svg").waitFor();
  });

  it("with anything else open the page as it is", async () => {
    const page = await open({ hash: "#no-such-loss" });
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await shownIds(page)).toEqual(IDS);
  });

  it("lead to the explorer", async () => {
    const page = await open();
    await page.getByRole("link", { name: "Explorer", exact: true }).click();
    await drawn(page);
    expect(new URL(page.url()).pathname).toMatch(/index\.html$/);
  });
});

describe("the page", () => {
  it.each([
    ["light", false],
    ["dark", true],
  ])("fits every window, and gives axe nothing to complain of: %s", async (_, dark) => {
    const page = await open({ dark });
    await drawAll(page);
    for (const width of [1280, 720, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      if (width === 1280 || width === 360) expect(await violations(page), `${width} px`).toEqual([]);
      await page.evaluate(() =>
        document.querySelectorAll<HTMLElement>(".bibtex").forEach((each) => (each.hidden = false)),
      );
      expect(await scrollsSideways(page), `${width} px`).toBe(false);
    }
  });

  it("lets nothing stand out of its card", async () => {
    const page = await open({ width: 320, height: 640 });
    const wide = await page.locator(".card > *, .card-body > *").evaluateAll((parts) =>
      parts
        .filter((part) => {
          const card = part.closest(".card")?.getBoundingClientRect();
          return card !== undefined && part.getBoundingClientRect().right > card.right + 0.5;
        })
        .map((part) => `${part.closest(".card")?.id}: ${part.className}`),
    );
    expect(wide).toEqual([]);
  });

  it("keeps the policy of the explorer", async () => {
    const page = await open();
    const policy = () => page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    const here = (await policy()) ?? "";
    expect(here).toContain("default-src 'none'");
    // compiled vector kernels need this much; it evaluates no text
    expect(here.replace("'wasm-unsafe-eval'", "")).not.toMatch(/unsafe-|https?:|\*/);
  });
});
