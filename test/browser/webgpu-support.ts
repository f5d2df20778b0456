import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { createServer } from "vite";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import type { Program } from "../../src/formula/program.ts";
import type { Channel } from "../../src/plane/field.ts";
import type { FillJob } from "../../src/plane/webgpu/fill.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What Chromium needs to have a WebGPU adapter on a machine without a GPU; without it there is none. */
export const WEBGPU_ARGS: readonly string[] = ["--enable-unsafe-webgpu"];

export interface OpenHarness {
  readonly page: Page;
  /** Errors of the page since it was opened. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/** The sources, served as they are. */
async function servedSources(): Promise<string> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: ["d3", "mathjs/number"] },
  });
  await server.listen();
  return server.resolvedUrls?.local[0] ?? "";
}

async function launched(flags: readonly string[]): Promise<Browser> {
  const found = await ensureBrowser();
  return chromium.launch({ ...found, args: [...found.args, "--enable-precise-memory-info", ...flags] });
}

/** For all files that a worker runs; its end is theirs. */
let sources: Promise<string> | undefined;
let withAdapter: Promise<Browser> | undefined;

/** The engine's sources on a page of a real Chromium, with an adapter (SwiftShader where there is no GPU) or without; `alone` in a browser of its own. */
export async function openHarness({
  adapter = true,
  alone = !adapter,
  name = "webgpu",
}: { adapter?: boolean; alone?: boolean; name?: string } = {}): Promise<OpenHarness> {
  sources ??= servedSources();
  if (!alone && !(await withAdapter)?.isConnected()) withAdapter = launched(WEBGPU_ARGS);
  const browser = await ((!alone && withAdapter) || launched(adapter ? WEBGPU_ARGS : []));
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(`${await sources}test/browser/harness/${name}.html`);
  await page.waitForFunction(() => "harness" in window || "pictures" in window);
  return { page, problems, close: () => (alone ? browser.close() : context.close()) };
}

type PlainJob = Omit<FillJob, "signal" | "onProgress" | "reuse">;

/** A field filled in the page. Throws what the engine threw. */
export async function filled(
  page: Page,
  program: Program,
  job: PlainJob,
): Promise<Readonly<Record<Channel, Float32Array>>> {
  const result = await page.evaluate((given) => window.harness.fill(given.program, given.job), {
    program,
    job,
  });
  if (!("channels" in result)) throw new Error(`${result.name}: ${result.message}`);
  return Object.fromEntries(
    result.channels.map(([name, text]) => [
      name,
      new Float32Array(Uint8Array.from(Buffer.from(text, "base64")).buffer),
    ]),
  ) as Record<Channel, Float32Array>;
}
