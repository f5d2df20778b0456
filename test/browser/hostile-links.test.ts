import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hostileLinks, REAL } from "./hostile.ts";
import { drawn, mBox, Site } from "./support.ts";

const SEED = 20260101;
const BATCH = 500;
const MANY = 10_000;

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

interface Outcome {
  readonly refused: number;
  readonly opened: number;
  readonly redraws: number;
  /** Elements and attributes that only an injection brings. */
  readonly injected: readonly string[];
  readonly slowest: readonly [milliseconds: number, link: string];
}

/** Follows links one after the other; figures are drawn as frames come. */
const follow = (page: Page, links: readonly string[]): Promise<Outcome> =>
  page.evaluate(async (all) => {
    const FOREIGN =
      "script, iframe, object, embed, base, form[action], foreignObject, animate, set, use, a[href^='javascript:']";
    const injected: string[] = [];
    const scripts = document.querySelectorAll(FOREIGN).length;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && (node.matches(FOREIGN) || node.querySelector(FOREIGN)))
            injected.push(node.outerHTML.slice(0, 200));
    });
    observer.observe(document, { subtree: true, childList: true });
    performance.clearMeasures("redraw");
    const notice = document.querySelector("#notice") as HTMLElement;
    const channel = new MessageChannel();
    /** A task later than all that the link has begun. */
    const answered = (): Promise<unknown> =>
      new Promise((done) => {
        channel.port1.addEventListener("message", done, { once: true });
        channel.port1.start();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
        channel.port2.postMessage("");
      });
    let refused = 0;
    let slowest: [number, string] = [0, ""];
    for (const link of all) {
      const handled = new Promise((done) => addEventListener("hashchange", done, { once: true }));
      const before = location.href;
      const start = performance.now();
      location.hash = link;
      if (location.href === before) continue;
      await handled;
      await answered();
      const took = performance.now() - start;
      if (took > slowest[0]) slowest = [took, link.slice(0, 300)];
      if (!notice.hidden && notice.textContent.startsWith("This link could not be opened: ")) refused++;
    }
    observer.disconnect();
    if (document.querySelectorAll(FOREIGN).length !== scripts) injected.push("an element that stays");
    for (const element of document.querySelectorAll("*"))
      for (const { name, value } of element.attributes)
        if (/^on/i.test(name) || /^\s*javascript:/i.test(value))
          injected.push(`${element.tagName} ${name}=${value}`);
    const redraws = performance.getEntriesByName("redraw").length;
    return { refused, opened: all.length - refused, redraws, injected, slowest };
  }, links);

/** A good link draws. */
async function stands(page: Page, margin: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#loss=circle&margin=${margin}`);
  await page.waitForFunction(
    (text) => document.querySelector("desc")?.textContent?.includes(text),
    `m = ${margin}`,
  );
  await drawn(page);
  expect(await page.getByRole("alert").allInnerTexts()).toEqual([]);
  expect(await mBox(page).inputValue()).toBe(margin);
}

describe("a hostile link", () => {
  it(`does nothing but say what is wrong with it: ${MANY} in one page`, async () => {
    const page = await site.visit();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    // whatever a figure loads when it is first drawn is there then
    for (const link of REAL) {
      await page.evaluate((hash) => (location.hash = hash), `#${link}`);
      await drawn(page);
    }
    const requests: string[] = [];
    page.on("request", (request) => {
      // code of the page's own, and its icon, for which Chromium asks again whenever the address changes
      if (!request.url().startsWith(`${site.address}assets/`)) requests.push(request.url());
    });
    const total = { refused: 0, opened: 0, redraws: 0 };
    const links = hostileLinks(MANY, SEED, MANY / 25);
    let slowest: Outcome["slowest"] = [0, ""];
    const start = Date.now();
    for (let i = 0; i < links.length; i += BATCH) {
      const outcome = await follow(page, links.slice(i, i + BATCH));
      expect(outcome.injected).toEqual([]);
      total.refused += outcome.refused;
      total.opened += outcome.opened;
      total.redraws += outcome.redraws;
      if (outcome.slowest[0] > slowest[0]) slowest = outcome.slowest;
      await stands(page, `0.2${String((2 * i) / BATCH + 1).padStart(3, "0")}`);
      expect(site.problems).toEqual([]);
    }
    console.log(
      `${MANY} links in ${((Date.now() - start) / 1000).toFixed(0)} s: ${total.refused} refused, ${total.opened} opened, ` +
        `${total.redraws} redraws; slowest ${slowest[0].toFixed(0)} ms: ${slowest[1].slice(0, 100)}`,
    );
    expect(dialogs).toEqual([]);
    expect(requests).toEqual([]);
    expect(total.refused).toBeGreaterThan(MANY / 2);
    expect(total.opened).toBeGreaterThanOrEqual(MANY / 25);
  }, 1_500_000);

  it("opened in a fresh page gives that page, with a figure and, where it is refused, a sentence", async () => {
    const page = await site.visit();
    let refused = 0;
    const links = hostileLinks(24, SEED + 1, 6);
    for (const [i, link] of links.entries()) {
      await page.goto(`${site.address}?${i}${link}`);
      await drawn(page);
      const said = await page.getByRole("alert").allInnerTexts();
      if (said.length > 0) refused++;
      for (const text of said)
        expect(text).toMatch(/^This (link could not be opened|figure cannot be drawn): .+\.$/s);
    }
    console.log(`${links.length} fresh pages: ${refused} refused, ${links.length - refused} drawn`);
    expect(refused).toBeGreaterThan(10);
  }, 300_000);
});
