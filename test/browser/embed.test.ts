import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { snippets } from "../../src/export/snippets.ts";
import { toSvg } from "../../src/export/svg.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { violations } from "./axe.ts";
import { reading, shot, shows } from "./player-support.ts";
import { Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const circle = (margin: number): FigureSpec => ({ version: 1, loss: { id: "circle", params: { margin } } });
const svgOf = (spec: FigureSpec): string => toSvg(drawFigure(spec));

const embedded = (hash: string, width = 700): Promise<Page> =>
  site.visit({ path: "embed.html", hash: `#${hash}`, width, height: 900 });

/** A page of somebody else's, on the same server so that nothing goes out. */
async function blog(content: string, width = 800): Promise<Page> {
  const page = await site.visit({ path: "catalogue.html", width, height: 900 });
  const address = `${site.address}blog.html`;
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title><main><h1>A post</h1>${content}</main></html>`;
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(address);
  return page;
}

const PICTURE = `data:image/svg+xml,${encodeURIComponent(svgOf(circle(0.25)))}`;
const snippet = (spec: FigureSpec, kind = "html"): string =>
  snippets(spec, { address: site.address, image: PICTURE, width: 640, height: 560, alt: "Circle loss" }).find(
    ({ id }) => id === kind,
  )?.text ?? "";

const ALIVE = "marginscape-figure[data-alive]";
const DRAWN = `${ALIVE} .stage svg`;

/** Where the crosshair lies, against the frame of the plane in the picture: they should be the same. */
async function misplacement(page: Page, spec: FigureSpec): Promise<number> {
  const { frame } = drawFigure(spec);
  const [cross, picture] = await Promise.all([
    page.getByRole("application").boundingBox(),
    page.locator(".stage svg").boundingBox(),
  ]);
  if (!cross || !picture) return Infinity;
  const offsets = [
    cross.x - picture.x - frame.x,
    cross.y - picture.y - frame.y,
    cross.width - frame.width,
    cross.height - frame.height,
  ];
  return Math.max(...offsets.map(Math.abs));
}

describe("the page for frames", () => {
  it("shows the figure of its link, alive", async () => {
    const page = await embedded(encodeLink(circle(0.25)));
    await page.locator(".stage svg").waitFor();
    expect(await shows(page, svgOf(circle(0.25)), ".stage svg")).toBe(true);
    expect(await misplacement(page, circle(0.25))).toBeLessThan(0.5);
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await reading(page, "sn")).toBe(0.39);
    await page.getByRole("slider", { name: "m relaxation" }).press("ArrowRight");
    await expect.poll(() => shows(page, svgOf(circle(0.26)), ".stage svg")).toBe(true);
    const open = page.getByRole("link", { name: "Open in Marginscape" });
    const address = new URL((await open.getAttribute("href")) ?? "", page.url());
    expect(address.pathname).toBe("/index.html");
    expect(decodeLink(address.hash).spec).toEqual(circle(0.26));
  });

  it("leaves the controls out where the link says so, and follows the link", async () => {
    const page = await embedded(`${encodeLink(circle(0.25))}&hide=controls`);
    await page.getByRole("application").waitFor();
    expect(await page.getByRole("slider").count()).toBe(0);
    await page.evaluate((hash) => (location.hash = hash), encodeLink(circle(0.4)));
    await expect.poll(() => shows(page, svgOf(circle(0.4)), ".stage svg")).toBe(true);
    expect(await page.getByRole("slider").count()).toBeGreaterThan(0);
  });

  it("says what is wrong with a bad link, and works with the next one", async () => {
    const page = await embedded("loss=circel");
    await page.getByRole("alert").getByText("unknown loss: circel; did you mean circle?").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate((hash) => (location.hash = hash), encodeLink(circle(0.4)));
    await expect.poll(() => shows(page, svgOf(circle(0.4)), ".stage svg")).toBe(true);
    expect(await page.locator("#notice").isVisible()).toBe(false);
  });

  it("tells the page around it how high it is", async () => {
    const link = encodeLink(circle(0.25));
    const page = await blog(
      `<script>addEventListener("message", (e) => { document.title = e.data.marginscape?.height ?? "?"; });</script>
       <iframe src="embed.html#${link}" title="Circle loss" width="660" height="300"></iframe>`,
    );
    const inner = page.frameLocator("iframe");
    await inner.getByRole("slider").first().waitFor();
    const height = await inner
      .locator("html")
      .evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    expect(height).toBeGreaterThan(700);
    await expect.poll(() => page.title()).toBe(String(height));
  });

  it("has room for its read-out and link in the frame that the export menu writes", async () => {
    const page = await blog(snippet(circle(0.25), "iframe"));
    const inner = page.frameLocator("iframe");
    await inner.locator('[data-readout="sn"]').getByText("0.4").waitFor();
    expect(await inner.getByRole("slider").count()).toBe(0);
    const spare = (): Promise<number> =>
      inner
        .locator("html")
        .evaluate((html) => html.clientHeight - Math.ceil(html.getBoundingClientRect().height));
    expect(await spare()).toBeGreaterThanOrEqual(0);
    expect(await spare()).toBeLessThan(40);
  });

  it.each([
    ["light", 700],
    ["dark", 360],
  ] as const)("is accessible and fits, %s, %d px", async (theme, width) => {
    const page = await embedded(encodeLink({ ...circle(0.25), theme }), width);
    await page.getByRole("slider").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await shot(page, `embed-${theme}-${width}`);
  });
});

describe("the element", () => {
  it("puts the living figure where its picture was, without a jump", async () => {
    const page = await blog(snippet(circle(0.25)));
    await page.locator(ALIVE).waitFor();
    expect(await shows(page, svgOf(circle(0.25)), DRAWN)).toBe(true);
    const { width, height } = (await page.locator(DRAWN).boundingBox()) ?? {};
    expect([width, height]).toEqual([640, 560]);
    expect(await misplacement(page, circle(0.25))).toBeLessThan(0.5);
    await page.getByRole("slider", { name: "m relaxation" }).press("ArrowRight");
    await expect.poll(() => shows(page, svgOf(circle(0.26)), DRAWN)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await shot(page, "element");
  });

  it("waits until it is in sight", async () => {
    const page = await blog(`<div style="height: 3000px"></div>${snippet(circle(0.25))}`);
    await page.waitForFunction(() => customElements.get("marginscape-figure"));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(await page.locator(ALIVE).count()).toBe(0);
    await page.locator("marginscape-figure").scrollIntoViewIfNeeded();
    await page.locator(ALIVE).waitFor();
  });

  it("stays its picture where its spec is no figure", async () => {
    const page = await blog(snippet(circle(0.25)).replace(/spec="[^"]*"/, 'spec="loss=circel"'));
    const said = page.waitForEvent("console");
    expect((await said).text()).toContain("unknown loss: circel");
    expect(await page.getByRole("img", { name: "Circle loss" }).isVisible()).toBe(true);
    expect(await page.locator(ALIVE).count()).toBe(0);
    const problems = await site.end();
    expect(problems.every((problem) => problem.includes("circel"))).toBe(true);
  });

  it("follows its attributes: JSON, theme, controls", async () => {
    const page = await blog(snippet(circle(0.25)));
    await page.locator(ALIVE).waitFor();
    const set = (name: string, value: string | null): Promise<void> =>
      page.locator("marginscape-figure").evaluate(
        (element, [key, to]) => {
          if (to === null) element.removeAttribute(key ?? "");
          else element.setAttribute(key ?? "", to ?? "");
        },
        [name, value] as const,
      );
    await set("spec", JSON.stringify(circle(0.4)));
    await expect.poll(() => shows(page, svgOf(circle(0.4)), DRAWN)).toBe(true);
    await set("theme", "dark");
    await expect.poll(() => shows(page, svgOf({ ...circle(0.4), theme: "dark" }), DRAWN)).toBe(true);
    expect(await page.getByRole("slider").count()).toBeGreaterThan(0);
    await set("controls", null);
    await expect.poll(() => page.getByRole("slider").count()).toBe(0);
  });

  it("stands twice in a page, each with its own", async () => {
    const page = await blog(snippet(circle(0.25)) + snippet(circle(0.4)));
    await page.locator("marginscape-figure").nth(1).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator(ALIVE).count()).toBe(2);
    await page.getByRole("slider", { name: "m relaxation" }).nth(1).press("ArrowRight");
    await expect
      .poll(() => shows(page, svgOf(circle(0.41)), ":nth-match(marginscape-figure, 2) .stage svg"))
      .toBe(true);
    expect(await shows(page, svgOf(circle(0.25)), ":nth-match(marginscape-figure, 1) .stage svg")).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});
