import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { createBuilder, preview } from "vite";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import { type Timing, timingOf } from "./timing.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The same loop as in Node, as text for the page. */
const PLAIN_LOOP = `(rounds) => {
  const n = 256, value = new Float64Array(n * n), dSp = new Float64Array(n * n), dSn = new Float64Array(n * n);
  const times = [];
  for (let round = -20; round < rounds; round++) {
    const m = 0.15 + 0.002 * (Math.abs(round) % 100), gamma = 256, start = performance.now();
    for (let row = 0, cell = 0; row < n; row++) {
      const sp = row / (n - 1);
      for (let column = 0; column < n; column++, cell++) {
        const sn = column / (n - 1);
        const alphaP = Math.max(0, 1 + m - sp), alphaN = Math.max(0, sn + m);
        const z = gamma * (alphaN * (sn - m) - alphaP * (sp - 1 + m));
        const weight = z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
        value[cell] = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        dSp[cell] = -gamma * weight * alphaP;
        dSn[cell] = gamma * weight * alphaN;
      }
    }
    if (round >= 0) times.push(performance.now() - start);
  }
  return times;
}`;

/** The built explorer and a real Chromium, for as long as `work` lasts. */
export async function withExplorer<Result>(
  work: (browser: Browser, address: string) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(`${root}/dist/explorer/index.html`))
    await (await createBuilder({ root, logLevel: "error" })).buildApp();
  const server = await preview({ root, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  const browser = await chromium.launch(await ensureBrowser());
  try {
    return await work(browser, server.resolvedUrls?.local[0] ?? "");
  } finally {
    await browser.close();
    server.httpServer.close();
  }
}

/** Changes m on the built page; the page itself marks how long each exact figure took. */
export const redrawsInBrowser = (rounds: number): Promise<{ version: string; timings: Timing[] }> =>
  withExplorer(async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    await page.waitForSelector("g.boundary path");
    await page.waitForSelector(".params input[type=range]");
    const loop: number[] = await page.evaluate(`(${PLAIN_LOOP})(${rounds})`);
    const redraws = await dragMargin(page, rounds);
    return {
      version: `Chromium ${browser.version()}`,
      timings: [timingOf("plain loop", loop), timingOf("redraw of the page at rest, script", redraws)],
    };
  });

/** Moves the slider of m and lets it rest, time after time; collects the page's own marks of the exact figures. */
const dragMargin = (page: Page, rounds: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const slider = document.querySelectorAll<HTMLInputElement>(".params input[type=range]")[1];
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const redraws = (): PerformanceEntryList => performance.getEntriesByName("redraw");
    for (let round = -5; round < count; round++) {
      if (round === 0) performance.clearMeasures("redraw");
      const before = redraws().length;
      slider.value = String(35 + (Math.abs(round) % 30));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      while (redraws().length === before) await frame();
    }
    return redraws().map(({ duration }) => duration);
  }, rounds);
