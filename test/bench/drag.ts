import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { createBuilder, preview } from "vite";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import type { LiveTimes } from "../../src/app/view/live/live.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { WEBGPU_ARGS } from "../browser/webgpu-support.ts";
import { timesInPage } from "./field-browser.ts";
import { NO_ADAPTER, whyNoHardware } from "./hardware.ts";
import { timingOf } from "./timing.ts";
import { tasksByThread, type TraceEvent } from "./trace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const EVENTS = 120;
/** Until what the page runs is compiled as it will be. */
const WARM_UP = 120;
/** The width of the frame in pixels of the page, which is known only there; the screen's scale makes it 512 or 1024. */
const SIDES = [512, 1024] as const;
type Side = (typeof SIDES)[number];

/** Of a software adapter only what the page's own thread does says anything. */
type Painter = "CPU" | "WebGPU" | "WebGPU, software adapter";

const { spec } = LANDSCAPES["circle-region"];
const PLAIN: FigureSpec = {
  ...spec,
  layers: { ...spec.layers, region: false, arrows: 0, isolineLabels: false },
};
/** What is dragged, as links: the figure that the page opens with, and the picture that others are asked for too. */
const PICTURES = {
  "field, colours, isolines, boundary": `#${encodeLink(PLAIN)}`,
  "and hatched region, arrows, labels": `#${encodeLink(spec)}`,
} as const;
type Picture = keyof typeof PICTURES;
const SAME: Picture = "field, colours, isolines, boundary";

/** Of one side: medians and 95th of a hundred, in milliseconds. `cpu`: means of time on the processor, whatever else runs there. */
interface DragTimes {
  readonly picture: Picture;
  readonly side: Side;
  readonly pictures: number;
  /** Of them painted by a GPU. */
  readonly onGpu: number;
  readonly work: { readonly median: number; readonly p95: number };
  /** The page's own thread, to ask for a picture and to show it, without what its panels make of the number. */
  readonly shown: { readonly median: number; readonly p95: number };
  readonly cpu: { readonly worker: number; readonly page: number };
  readonly heap: { readonly before: number; readonly after: number };
}

/**
 * Drags m in the built explorer, once more where a real GPU paints, and draws the same with Observable Plot and Plotly;
 * printed as a table, and as data.
 */
export async function benchDrag() {
  if (!existsSync(`${root}/dist/explorer/index.html`))
    await (await createBuilder({ root, logLevel: "error" })).buildApp();
  const server = await preview({ root, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  console.log("Circle loss while m is dragged");
  const address = server.resolvedUrls?.local[0] ?? "";
  const { drags, gpuDrags } = await dragsBoth(address).finally(() => server.httpServer.close());
  return { drags, gpuDrags, others: await othersBeside(drags) };
}

/** Who else draws such a picture, and on which page. */
const OTHERS = { "Observable Plot": "plot-page.ts", Plotly: "plotly-page.ts" } as const;

/** The same picture by others; printed as multiples of ours. */
async function othersBeside(drags: readonly DragTimes[]) {
  const medians: Record<string, number[]> = {};
  for (const [name, file] of Object.entries(OTHERS)) {
    const { version, times } = await timesInPage(file, 5);
    medians[name] = SIDES.map((side) => timingOf(name, times[`${name} ${side}²`]).median);
    for (const { picture, side, work, cpu } of drags) {
      if (picture !== SAME) continue;
      const other = medians[name][SIDES.indexOf(side)];
      const ofWork = (other / cpu.worker).toFixed(0);
      console.log(
        `${name}, ${side}²: ${other.toFixed(0)} ms, ${ofWork} × the work of a picture, ${(other / work.median).toFixed(0)} × its painting by the wall, ${(other / (cpu.worker + cpu.page)).toFixed(0)} × all threads (${version})`,
      );
    }
  }
  return medians;
}

async function dragsBoth(address: string): Promise<Record<"drags" | "gpuDrags", DragTimes[]>> {
  const drags = await dragsIn([], address, async () => "CPU");
  const gpuDrags = await dragsIn(WEBGPU_ARGS, address, async (page) => {
    const reason = await whyNoHardware(page);
    if (reason === undefined) return "WebGPU";
    console.log(`WebGPU: no hardware adapter here (${reason})`);
    return reason === NO_ADAPTER ? undefined : "WebGPU, software adapter";
  });
  return { drags, gpuDrags };
}

/** In a browser of its own; none where `nameOf` finds no reason to. */
async function dragsIn(
  flags: readonly string[],
  address: string,
  nameOf: (page: Page) => Promise<Painter | undefined>,
): Promise<DragTimes[]> {
  const found = await ensureBrowser();
  const browser = await chromium.launch({ ...found, args: [...found.args, ...flags] });
  const drags: DragTimes[] = [];
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const name = await nameOf(page);
    await page.close();
    if (name === undefined) return [];
    for (const picture of Object.keys(PICTURES) as Picture[])
      for (const side of SIDES) {
        const times = await dragTimes(browser, address, picture, side, name);
        console.log(told(name, times));
        drags.push(times);
      }
    return drags;
  } finally {
    await browser.close();
  }
}

const told = (name: Painter, { picture, side, pictures, onGpu, work, shown, cpu, heap }: DragTimes): string =>
  [
    `${name}, ${picture}, ${side}²: ${pictures} pictures of ${EVENTS} events, ${onGpu} of them by the GPU`,
    `  painting, wall     ${work.median.toFixed(1)} ms (p95 ${work.p95.toFixed(1)})`,
    `  worker, processor  ${cpu.worker.toFixed(1)} ms a picture`,
    `  page, wall         ${shown.median.toFixed(2)} ms a picture to ask for it and to show it (p95 ${shown.p95.toFixed(2)})`,
    `  page, processor    ${cpu.page.toFixed(2)} ms an event, all panels included`,
    `  heap               ${heap.before.toFixed(1)} MB before, ${heap.after.toFixed(1)} MB after`,
  ].join("\n");

async function dragTimes(
  browser: Browser,
  address: string,
  picture: Picture,
  side: Side,
  name: Painter,
): Promise<DragTimes> {
  const viewport = { width: 1600, height: 1000 };
  const link = address + PICTURES[picture];
  const frame = await frameWidth(browser, link, viewport);
  const context = await browser.newContext({ viewport, deviceScaleFactor: (side - 1) / frame });
  const page = await context.newPage();
  await opened(page, link);
  if (name === "WebGPU, software adapter") await page.getByLabel("Engine").selectOption("webgpu");
  await warmUp(page, name);
  const session = await context.newCDPSession(page);
  const heap = async (): Promise<number> => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  const before = await heap();
  const seen = await moveSlider(page, EVENTS);
  // once more: whoever is traced is slower, and the more so the more is told
  await browser.startTracing(page, { categories: ["toplevel"] });
  const traced = await moveSlider(page, EVENTS);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const after = await heap();
  await context.close();
  const work = quantiles(seen.map((times) => times.work));
  const shown = quantiles(seen.map((times) => times.page));
  const onGpu = seen.filter(({ by }) => by === "webgpu").length;
  const tasks = tasksByThread(trace.traceEvents);
  const cpu = { worker: sum(tasks.worker) / traced.length, page: sum(tasks.page) / EVENTS };
  return { picture, side, pictures: seen.length, onGpu, work, shown, cpu, heap: { before, after } };
}

/** A GPU paints only once it has made what it needs. */
async function warmUp(page: Page, name: Painter): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const seen = await moveSlider(page, WARM_UP);
    if (name === "CPU" || seen.some(({ by }) => by === "webgpu")) return;
  }
}

async function frameWidth(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
): Promise<number> {
  const page = await browser.newPage({ viewport });
  await opened(page, address);
  const width = await page
    .locator(".crosshair:not([hidden])")
    .evaluate((element) => element.getBoundingClientRect().width);
  await page.close();
  return width;
}

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector("g.boundary path");
  await page.waitForSelector(".params input[type=range]");
  // what is worked out about the region while the page rests
  await page.waitForFunction(() => document.querySelector("#region-analysis[aria-busy]") === null);
}

/** One event a frame, as a finger makes them; how long each picture took that came of it, and who painted it. */
const moveSlider = (page: Page, events: number): Promise<Seen[]> =>
  page.evaluate(async (count) => {
    const seen: Seen[] = [];
    const figure = document.querySelector<HTMLElement>(".figure");
    const keep = (event: Event): void =>
      void seen.push({ ...(event as CustomEvent<LiveTimes>).detail, by: figure?.dataset["paintedBy"] });
    figure?.addEventListener("live", keep);
    const slider = [...document.querySelectorAll<HTMLInputElement>(".params input[type=range]")].find(
      ({ labels }) => labels?.[0].textContent.trim().startsWith("m"),
    );
    if (!slider) throw new Error("no slider of m");
    for (let round = 0; round < count; round++) {
      slider.value = String(35 + (round % 30));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    figure?.removeEventListener("live", keep);
    return seen;
  }, events);

interface Seen extends LiveTimes {
  readonly by: string | undefined;
}

function quantiles(numbers: readonly number[]): { median: number; p95: number } {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))];
  return { median: at(0.5), p95: at(0.95) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
