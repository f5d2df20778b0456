import type { Browser, CDPSession } from "playwright";
import { type Timing, timingOf } from "./timing.ts";

const ROUNDS = 15;

interface Arrival {
  /** From the navigation to the end of the first redraw. */
  readonly figure: number;
  /** The redraw alone. */
  readonly redraw: number;
  /** From the navigation until the browser had something to show. */
  readonly paint: number;
  /** Until that paint, the time of the page's main thread on a processor, whoever else was waiting for one. */
  readonly processor: number;
}

/**
 * Fresh visits of the explorer, each with nothing cached, in turn with a page that has nothing to do: the yardstick.
 * Wall time on a machine that others use too says little by itself.
 */
export async function firstFigures(browser: Browser, address: string): Promise<Timing[]> {
  const arrivals: Arrival[] = [];
  const empty: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const plain = await paintOfEmptyPage(browser, address);
    const arrival = await arrivalOf(browser, address);
    if (round < 0) continue;
    empty.push(plain);
    arrivals.push(arrival);
  }
  const of = (key: keyof Arrival): number[] => arrivals.map((arrival) => arrival[key]);
  return [
    timingOf("an empty page, first paint", empty),
    timingOf("explorer, first paint", of("paint")),
    timingOf("explorer, first figure drawn", of("figure")),
    timingOf("… of it the drawing", of("redraw")),
    timingOf("main thread until the first paint, processor time", of("processor")),
  ];
}

async function arrivalOf(browser: Browser, address: string): Promise<Arrival> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const traced = await tracing(session);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(
    () =>
      performance.getEntriesByName("redraw").length > 0 &&
      performance.getEntriesByName("first-contentful-paint").length > 0,
  );
  const processor = processorTime(await traced());
  const times = await page.evaluate(() => {
    const [first] = performance.getEntriesByName("redraw");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return {
      figure: first.startTime + first.duration,
      redraw: first.duration,
      paint: paint.startTime,
    };
  });
  await context.close();
  return { ...times, processor };
}

/** What is read of Chromium's trace: begin and time on a processor in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

async function tracing(session: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const includedCategories = ["disabled-by-default-devtools.timeline", "loading", "blink.user_timing"];
  await session.send("Tracing.start", { traceConfig: { includedCategories } });
  return async () => {
    const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
    await session.send("Tracing.end");
    await complete;
    return events;
  };
}

/** Milliseconds of all tasks of the page's main thread between its navigation and its first paint. */
function processorTime(events: readonly TraceEvent[]): number {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts);
  const paint = inOrder.findLast(({ name }) => name === "firstContentfulPaint");
  const start = inOrder.findLast(
    ({ name, pid, ts }) => name === "navigationStart" && pid === paint?.pid && ts < paint.ts,
  );
  if (paint === undefined || start === undefined) return NaN;
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === "RunTask" && pid === paint.pid && tid === paint.tid && ts >= start.ts && ts < paint.ts,
  );
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

/** The same server and window, and one line to paint. */
async function paintOfEmptyPage(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route("**/*", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>empty</title><p>empty" }),
  );
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  const paint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0].startTime,
  );
  await context.close();
  return paint;
}
