import { withExplorer } from "./browser.ts";
import { firstFigures } from "./first-figure.ts";
import { table } from "./timing.ts";

/** How soon the explorer shows something, printed as a table; the same as data. */
export const benchExplorer = () =>
  withExplorer(async (browser, address) => {
    const timings = await firstFigures(browser, address);
    console.log(`The explorer's first figure, Chromium ${browser.version()}\n${table(timings, timings[0])}`);
    return timings.map((timing) => ({ ...timing, ratio: timing.median / timings[0].median }));
  });
