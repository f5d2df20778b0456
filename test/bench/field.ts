import { loadKernels } from "../../src/kernels/load.ts";
import { pairedKernels } from "../../src/kernels/pair.ts";
import { timesInPage } from "./field-browser.ts";
import { SAMPLES } from "./field-plain.ts";
import { fieldSteps, fieldTimes } from "./field-steps.ts";
import { timingOf, type Timing } from "./timing.ts";

const ROUNDS = 12;

/** Whole fields in Node and in Chromium, as multiples of the plain loop's speed and in ns a cell; the same as data. */
export async function benchFields() {
  const kernels = await loadKernels();
  const pair = kernels && (await pairedKernels(kernels));
  if (!kernels || !pair) throw new Error("no kernels or no worker in this Node");
  const inNode = rows(await fieldTimes(fieldSteps(kernels, pair), ROUNDS));
  pair.end();
  const { version, times } = await timesInPage("field-page.ts", ROUNDS);
  const inBrowser = rows(times);

  console.log(
    `Circle loss, detached, γ = 256 (and Proxy-Anchor, to its own plain loop): value and both partials at ${SAMPLES}²`,
  );
  console.log(`\nNode ${process.version}\n${printed(inNode)}`);
  console.log(`\n${version}\n${printed(inBrowser)}`);
  return { samples: SAMPLES, node: inNode, browser: { version, timings: inBrowser } };
}

interface Row extends Timing {
  readonly nanosecondsPerCell: number;
  /** How much faster than the plain loop over the same loss. */
  readonly timesPlainLoop: number;
}

function rows(times: Readonly<Record<string, number[]>>): Row[] {
  const timings = Object.entries(times).map(([name, taken]) => timingOf(name, taken));
  const plainLoops = timings.filter(({ name }) => name.endsWith("plain loop"));
  const plainLoopOf = (name: string): Timing =>
    plainLoops.findLast((plain) => name.startsWith(plain.name.replace("plain loop", ""))) ?? timings[0];
  return timings.map((timing) => ({
    ...timing,
    nanosecondsPerCell: (timing.median * 1e6) / SAMPLES ** 2,
    timesPlainLoop: plainLoopOf(timing.name).median / timing.median,
  }));
}

function printed(all: readonly Row[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const line = ({ name, median, low, high, nanosecondsPerCell, timesPlainLoop }: Row): string =>
    [
      name.padEnd(width),
      `${median.toFixed(2).padStart(6)} ms`,
      `${low.toFixed(2)} – ${high.toFixed(2)}`.padStart(14),
      `${nanosecondsPerCell.toFixed(2).padStart(6)} ns a cell`,
      `${timesPlainLoop.toFixed(1).padStart(5)} × the plain loop`,
    ].join("   ");
  return all.map(line).join("\n");
}
