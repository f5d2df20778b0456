import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { buildPlayer } from "../../scripts/build-player.mjs";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";

/** Pages on a disk, opened by a Chromium that can reach nothing else. */
export class Disk {
  readonly problems: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "marginscape-page-"));
  #files = 0;

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<Disk> {
    await buildPlayer();
    const found = await ensureBrowser();
    const args = [...found.args, "--host-resolver-rules=MAP * ~NOTFOUND"];
    return new Disk(await chromium.launch({ ...found, args }));
  }

  /** The figure exported and opened; alive unless scripts are off. */
  async exported(spec: FigureSpec, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.opened(await writeFigure(spec, "html", {}, nodePlatform), options);
    if (options.javaScriptEnabled !== false) await page.locator("html[data-alive]").waitFor();
    return page;
  }

  async opened(content: Uint8Array | string, options: BrowserContextOptions = {}): Promise<Page> {
    const file = join(this.#folder, `page-${++this.#files}.html`);
    writeFileSync(file, content);
    const viewport = { width: 1000, height: 1000 };
    const context = await this.browser.newContext({ viewport, ...options, offline: true });
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    page.on("pageerror", (error) => this.problems.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.problems.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (url !== address && !url.startsWith("data:")) this.problems.push(`request: ${url}`);
    });
    await page.goto(address);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Whether the picture of a page is, node for node, what an SVG document says. */
export const shows = (page: Page, svg: string, at = "#stage svg"): Promise<boolean> =>
  page.locator(at).evaluate((shown, text) => {
    const wanted = document.createElement("div");
    wanted.innerHTML = text.trim();
    return wanted.firstChild?.isEqualNode(shown) ?? false;
  }, svg);

/** A cell of the read-out as a number; its minus is a real one. */
export async function reading(page: Page, key: string): Promise<number> {
  return Number((await page.locator(`[data-readout="${key}"]`).innerText()).replace("−", "-"));
}

export const shot = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: `test-output/player/${name}.png`, fullPage: true });
