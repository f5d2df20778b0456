import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { preview } from "vite";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Visit {
  /** Another page than the explorer; whether it stands is then for the test to find out. */
  readonly path?: string;
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** What the browser speaks, as "zh-CN". */
  readonly locale?: string;
}

/** What browsers and Playwright say without anything being wrong. */
const REMARKS = [
  // Chromium, when a page asks for a GPU on a machine without one
  /^No available adapters\.$/,
  // a visit of a test leaves no copy of the site behind, which would take longer than most tests
  /^Service Worker registration blocked by Playwright$/,
  // of letters after a reload on a machine that has much to do; that they are shown has a test of its own
  /^The resource \S+\/Inter-\S+ was preloaded using link preload but not used within a few seconds /,
];

interface Served {
  readonly address: string;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** The built explorer on a free port, and a real Chromium that can reach nothing else. */
async function served(flags: readonly string[]): Promise<Served> {
  const server = await preview({ root, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  const found = await ensureBrowser();
  const browser = await chromium.launch({
    ...found,
    args: [...found.args, "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", ...flags],
  });
  const stop = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  return { address: server.resolvedUrls?.local[0] ?? "", browser, stop };
}

/** For all files that a worker runs; its end is theirs. */
let shared: Promise<Served> | undefined;

/** The built explorer as seen by visitors who know nothing of each other. */
export class Site {
  readonly #contexts: BrowserContext[] = [];
  #problems: string[] = [];

  private constructor(
    readonly address: string,
    private readonly browser: Browser,
    private readonly stop: () => Promise<void>,
  ) {}

  /** `flags` are further ones for Chromium, which is then this site's own. */
  static async open(flags: readonly string[] = []): Promise<Site> {
    if (flags.length > 0) {
      const { address, browser, stop } = await served(flags);
      return new Site(address, browser, stop);
    }
    if (shared === undefined || !(await shared).browser.isConnected()) shared = served([]);
    const { address, browser } = await shared;
    return new Site(address, browser, () => Promise.resolve());
  }

  /** A fresh visitor on a page that shows its figure. The window is so wide that figures keep their own size. */
  async visit({
    path = "",
    hash = "",
    width = 1600,
    height = 1000,
    dark = false,
    locale,
  }: Visit = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      permissions: ["clipboard-read", "clipboard-write"],
      serviceWorkers: "block",
      ...(locale && { locale }),
    });
    this.#contexts.push(context);
    return this.#open(await context.newPage(), { path, hash });
  }

  /** Another page of the same visitor. */
  async beside(page: Page, visit: Visit = {}): Promise<Page> {
    return this.#open(await page.context().newPage(), visit);
  }

  async #open(page: Page, { path = "", hash = "" }: Visit): Promise<Page> {
    this.#watch(page);
    await page.goto(this.address + path + hash);
    if (path === "") await drawn(page);
    return page;
  }

  /** What went wrong behind the readers' backs so far. */
  get problems(): readonly string[] {
    return [...this.#problems];
  }

  /** Ends all visits and tells what went wrong behind the readers' backs. */
  async end(): Promise<readonly string[]> {
    const problems = [...this.#problems];
    for (const context of this.#contexts.splice(0)) await context.close();
    // closing breaks off what was still being loaded for later use; that is no problem of the page's
    this.#problems = [];
    return problems;
  }

  async close(): Promise<void> {
    await this.stop();
  }

  #watch(page: Page): void {
    page.on("pageerror", (error) => this.#problems.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (REMARKS.some((remark) => remark.test(message.text()))) return;
      if (message.type() === "error" || message.type() === "warning")
        this.#problems.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("requestfailed", (request) => {
      // broken off by going elsewhere; what is refused or not found has another name
      if (request.failure()?.errorText === "net::ERR_ABORTED") return;
      this.#problems.push(`failed: ${request.url().slice(0, 200)}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.#problems.push(`${response.status()}: ${response.url()}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.address) && !/^(blob|data):/.test(url))
        this.#problems.push(`request to elsewhere: ${url}`);
    });
  }
}

/** Waits until the figure and its controls stand and every redraw that was asked for has been made. */
export async function drawn(page: Page): Promise<void> {
  await page.locator(".overlay svg").waitFor();
  await page.locator("#controls > *").first().waitFor({ state: "attached" });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  await page.locator(".figure:not([aria-busy]):not([data-live])").waitFor();
}

/** Presses a button and gives back the name and the bytes of the file that the reader gets. */
export async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  // what is found out about the region while the page is idle makes it longer, and moves what a hand is about to press
  await page.waitForFunction(() => document.querySelector("#region-analysis[aria-busy]") === null);
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await arriving;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

export const overlay = (page: Page): Promise<string> => page.locator(".overlay").innerHTML();

export const caption = (page: Page): Promise<string> => page.locator(".overlay svg desc").innerHTML();

/** A cell of the read-out as a number; its minus is a real one. */
export async function readout(page: Page, key: string): Promise<number> {
  const text = await page.locator(`[data-readout="${key}"]:visible`).innerText();
  return Number(text.replace("−", "-").replace("°", ""));
}

/** A number as the read-out shows it. */
export const shown = (x: number): number => Number(x.toPrecision(4));

export const mSlider = (page: Page) => page.getByRole("slider", { name: "m relaxation" });
export const mBox = (page: Page) => page.getByRole("textbox", { name: "relaxation m, exact value" });

/** The frame of the plane in pixels of the figure, from the clip of the field. */
export async function frameOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const d = await page.locator(".overlay #clip1 path").first().getAttribute("d");
  const [x, y, right, bottom] = (d?.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y, width: right - x, height: bottom - y };
}

/** Start, radii, flags and end of a boundary that is a single arc. */
export async function arcOf(page: Page) {
  const d = (await page.locator(".overlay g.boundary path").first().getAttribute("d")) ?? "";
  const found = /^M(\S+) (\S+)A(\S+) (\S+) 0 0 ([01]) (\S+) (\S+)$/.exec(d);
  if (!found) throw new Error(`not a single arc: ${d}`);
  const [x0, y0, rx, ry, sweep, x1, y1] = found.slice(1).map(Number);
  return { x0, y0, rx, ry, sweep, x1, y1 };
}

/** The box of the loss that the sliders move. */
export const lossBox = (page: Page) => page.getByRole("combobox", { name: "Loss", exact: true });

/** Opens the picker and takes a loss by its id. */
export async function chooseLoss(page: Page, id: string): Promise<void> {
  await lossBox(page).click();
  await page.locator(`.combobox [role="option"][data-value="${id}"]`).last().click();
}

/** The id of the loss that the sliders move. */
export const lossShown = (page: Page): Promise<string | null> => lossBox(page).getAttribute("data-value");
