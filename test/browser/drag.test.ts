import type { CDPSession, Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { caption, drawn, mSlider, overlay, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open(["--enable-precise-memory-info", "--js-flags=--expose-gc"]);
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** Moves a slider to and fro once a frame, so many times; what was seen on the way. */
const drag = (page: Page, times: number, symbol = "m") =>
  page.evaluate(
    async ([count, label]) => {
      const figure = document.querySelector<HTMLElement>(".figure");
      const slider = [...document.querySelectorAll<HTMLInputElement>(".params input[type=range]")].find(
        ({ labels }) => labels?.[0].textContent.trim().startsWith(label),
      );
      if (!figure || !slider) throw new Error("no figure or no slider");
      const pictures: Event[] = [];
      const keep = (event: Event): void => void pictures.push(event);
      figure.addEventListener("live", keep);
      const middle = Number(slider.max) / 2;
      const seen: { state: string; texts: number; width: number; title: string }[] = [];
      for (let round = 0; round < count || (pictures.length < 3 && round < 2000); round++) {
        slider.value = String(middle + (round % 20));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise(requestAnimationFrame);
        if (seen.length < 500)
          seen.push({
            state: figure.dataset["live"] ?? "",
            texts: figure.querySelectorAll(".overlay g.words text").length,
            width: figure.getBoundingClientRect().width,
            title: figure.querySelector(".overlay g.words")?.textContent ?? "",
          });
      }
      figure.removeEventListener("live", keep);
      return { pictures: pictures.length, seen, value: slider.value };
    },
    [times, symbol] as const,
  );

const atRest = async (page: Page): Promise<void> => {
  await page.locator(".figure:not([data-live])").waitFor();
  await drawn(page);
};

/** The bitmap canvas of the figure, as text. */
const picture = (page: Page): Promise<string> =>
  page.locator(".figure > canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

it("while the finger moves pictures stand in the frame, and then the exact figure, to the byte", async () => {
  const page = await site.visit();
  const { pictures, seen } = await drag(page, 60);
  expect(pictures).toBeGreaterThanOrEqual(3);
  expect(seen.some(({ state }) => state === "shown")).toBe(true);
  expect(new Set(seen.map(({ width }) => width)).size).toBe(1);
  expect(new Set(seen.map(({ texts }) => texts)).size).toBe(1);
  expect(
    new Set(seen.filter(({ state }) => state === "shown").map(({ title }) => title)).size,
  ).toBeGreaterThan(1);
  await atRest(page);
  expect(await page.locator(".figure .preview").isHidden()).toBe(true);
  const [svg, pixels] = [await overlay(page), await picture(page)];
  await page.waitForFunction(() => location.hash.includes("margin="));
  const fresh = await site.visit({ hash: new URL(page.url()).hash });
  expect(await overlay(fresh)).toBe(svg);
  expect(await picture(fresh)).toBe(pixels);
});

/** What stands over the pixels while a finger holds the slider at the last of these values; then it is lifted. */
const heldAt = (page: Page, values: readonly number[]): Promise<string[]> =>
  page.evaluate(async (all) => {
    const figure = document.querySelector<HTMLElement>(".figure");
    const slider = [...document.querySelectorAll<HTMLInputElement>(".params input[type=range]")].find(
      ({ labels }) => labels?.[0].textContent.trim().startsWith("m"),
    );
    if (!figure || !slider) throw new Error("no figure or no slider");
    dispatchEvent(new PointerEvent("pointerdown"));
    for (const value of all) {
      const shown = new Promise((done) => figure.addEventListener("live", done, { once: true }));
      slider.value = String(value);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await shown;
    }
    const groups = ["words", "points", "legend"].map(
      (name) => figure.querySelector(`.overlay g.${name}`)?.outerHTML ?? "",
    );
    const isDrawn = new Promise((done) => {
      new MutationObserver(() => figure.dataset["live"] ?? done(undefined)).observe(figure, {
        attributes: true,
      });
    });
    dispatchEvent(new PointerEvent("pointerup"));
    await isDrawn;
    return groups;
  }, values);

it("what is changed bit by bit is what would have been put in whole", async () => {
  const page = await site.visit();
  await drag(page, 3);
  await atRest(page);
  await heldAt(page, [25]);
  const inSteps = await heldAt(page, [30, 31, 35, 50, 42, 60, 58]);
  await heldAt(page, [25]);
  const whole = await heldAt(page, [58]);
  expect(whole.map((group) => group.length > 100)).toEqual([true, true, true]);
  expect(inSteps).toEqual(whole);
});

it("the exact figure stands there as soon as the finger lifts", async () => {
  const page = await site.visit();
  await drag(page, 20);
  await atRest(page);
  await mSlider(page).scrollIntoViewIfNeeded();
  const box = await mSlider(page).boundingBox();
  if (box === null) throw new Error("no slider");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++)
    await page.mouse.move(box.x + box.width / 2 + 3 * step, box.y + box.height / 2);
  await page.mouse.up();
  await atRest(page);
  const value = await mSlider(page).getAttribute("aria-valuetext");
  await expect
    .poll(() => page.locator(".overlay g.words").textContent())
    .toContain((value ?? "").replace("-", "−"));
});

it("a figure that cannot be painted so fast is drawn exactly at every step", async () => {
  const page = await site.visit({ hash: "#loss=circle&quantity=curl" });
  expect(await caption(page)).toContain("curl of the gradient");
  const states = await page.evaluate(async () => {
    const slider = document.querySelectorAll<HTMLInputElement>(".params input[type=range]")[1];
    const seen = new Set<string | undefined>();
    for (let round = 0; round < 20; round++) {
      slider.value = String(35 + round);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      seen.add(document.querySelector<HTMLElement>(".figure")?.dataset["live"]);
    }
    return [...seen];
  });
  expect(states).toEqual([undefined]);
  // who could have painted has come by then, or comes
  await expect.poll(() => page.locator(".figure .preview").count()).toBe(1);
});

it.each([
  ["no worker", () => Object.defineProperty(window, "Worker", { value: undefined })],
  [
    "a worker that ends",
    () => {
      class Broken extends EventTarget {
        constructor() {
          super();
          setTimeout(() => this.dispatchEvent(new Event("error")));
        }
        postMessage(): void {}
        terminate(): void {}
      }
      Object.defineProperty(window, "Worker", { value: Broken });
    },
  ],
] as const)("with %s the page paints the pictures itself", async (_, tamper) => {
  const page = await site.visit();
  await page.addInitScript(tamper);
  await page.reload();
  await drawn(page);
  const { pictures } = await drag(page, 30);
  expect(pictures).toBeGreaterThanOrEqual(3);
  await atRest(page);
});

it("without WebAssembly every figure is the exact one", async () => {
  const page = await site.visit();
  await page.addInitScript(() => {
    Object.defineProperty(window, "WebAssembly", { value: undefined });
    Object.defineProperty(window, "Worker", { value: undefined });
  });
  await page.reload();
  await drawn(page);
  const title = (): Promise<string | null> => page.locator(".overlay g.words").textContent();
  const before = await title();
  await mSlider(page).focus();
  for (let step = 0; step < 20; step++) await page.keyboard.press("ArrowRight");
  await drawn(page);
  expect(await title()).not.toBe(before);
  expect(await page.locator(".figure .preview").count()).toBe(0);
});

/** Bytes of the page's heap that are in use, after collection. */
async function heap(page: Page, session: CDPSession): Promise<number> {
  await atRest(page);
  // what is still being thought of the last figure is no leak
  await page.locator("#region-analysis:not([aria-busy]) li").first().waitFor();
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

it("a thousand drags leave the page as large as it was", { timeout: 300_000 }, async () => {
  const page = await site.visit();
  const session = await page.context().newCDPSession(page);
  await drag(page, 200);
  const before = await heap(page, session);
  const canvases = await page.locator(".figure canvas").count();
  const { pictures } = await drag(page, 1000);
  const after = await heap(page, session);
  console.log(
    `heap ${(before / 1e6).toFixed(1)} MB, after 1000 events and ${pictures} pictures ${(after / 1e6).toFixed(1)} MB`,
  );
  expect(after - before).toBeLessThan(2e6);
  expect(await page.locator(".figure canvas").count()).toBe(canvases);
  // the figure's own, and the strips of a picture
  expect(canvases).toBeLessThanOrEqual(8);
  expect(await page.locator(".overlay svg").count()).toBe(1);
});
