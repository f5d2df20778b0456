import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The policy of the explorer: a static host, no cross-origin isolation. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src data:; style-src 'unsafe-inline'";

/** Builds a page around a file of this folder as the explorer is built, and runs its `pageTimes` in real Chromium. */
export async function timesInPage(
  file: string,
  rounds: number,
): Promise<{ version: string; times: Record<string, number[]> }> {
  const folder = mkdtempSync(join(root, "node_modules/.cache/field-page-"));
  try {
    const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">
      <script type="module" src="${root}test/bench/${file}"></script>`;
    writeFileSync(join(folder, "index.html"), page);
    await build({
      root: folder,
      base: "./",
      configFile: false,
      logLevel: "error",
      build: { outDir: join(folder, "out"), target: "es2023", assetsInlineLimit: 0, modulePreload: false },
    });
    return await inChromium(folder, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inChromium(folder: string, rounds: number) {
  const server = await preview({
    root: folder,
    configFile: false,
    build: { outDir: join(folder, "out") },
    preview: { port: 0, host: "127.0.0.1" },
    logLevel: "error",
  });
  const browser = await chromium.launch(await ensureBrowser());
  try {
    const page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction("typeof pageTimes === 'function'");
    const times: Record<string, number[]> = await page.evaluate(`pageTimes(${rounds})`);
    return { version: `Chromium ${browser.version()}`, times };
  } finally {
    await browser.close();
    server.httpServer.close();
  }
}
