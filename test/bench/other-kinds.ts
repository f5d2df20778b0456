import type { Browser } from "playwright";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { findPreset } from "../../src/spec/presets.ts";
import { withExplorer } from "./browser.ts";
import { tasksByThread, type TraceEvent } from "./trace.ts";
import { table, timingOf } from "./timing.ts";

const FIGURES = ["arcface-fig4b", "blog-surface", "circle-fig5", "circle-fig2"] as const;
const CHANGES = 12;

/** What figures other than landscapes take, picture by picture, while their first slider moves. */
interface Redraws {
  readonly name: string;
  readonly pictures: readonly number[];
  /** The longest task of the page's thread on a processor. */
  readonly longest: number;
}

/** From a change to its picture, and how long the page could not answer meanwhile; printed, and as data. */
export const benchOtherKinds = () =>
  withExplorer(async (browser, address) => {
    const redraws: Redraws[] = [];
    for (const name of FIGURES) redraws.push(await redrawsOf(browser, address, name));
    const timings = redraws.map(({ name, pictures }) => timingOf(name, pictures));
    console.log(`Figures other than landscapes, from a change to its picture\n${table(timings, timings[0])}`);
    for (const { name, longest } of redraws)
      console.log(`${name}: the page's thread is busy for ${longest.toFixed(0)} ms at a time at most`);
    return redraws;
  });

async function redrawsOf(browser: Browser, address: string, name: string): Promise<Redraws> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#${encodeLink(findPreset(name).spec as FigureSpec)}`);
  await page.waitForSelector(".params input[type=range]");
  const change = (count: number): Promise<number[]> =>
    page.evaluate(async (changes) => {
      const slider = document.querySelector<HTMLInputElement>(".params input[type=range]");
      if (!slider) throw new Error("no slider");
      performance.clearMeasures("redraw");
      const drawn = (): number => performance.getEntriesByName("redraw").length;
      const middle = Math.round(Number(slider.max) / 2);
      for (let round = 0; round < changes; round++) {
        const before = drawn();
        slider.value = String(middle + round);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        while (drawn() === before) await new Promise(requestAnimationFrame);
      }
      return performance.getEntriesByName("redraw").map(({ duration }) => duration);
    }, count);
  await change(3);
  await browser.startTracing(page, { categories: ["toplevel"] });
  const pictures = await change(CHANGES);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await page.close();
  return { name, pictures, longest: Math.max(...tasksByThread(trace.traceEvents).page) };
}
