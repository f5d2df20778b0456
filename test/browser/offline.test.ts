import {
  createReadStream,
  existsSync,
  mkdtempSync,
  cpSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import { writeWorker } from "../../scripts/offline-plugin.ts";
import { drawn, mBox, overlay } from "./support.ts";

const built = fileURLToPath(new URL("../../dist/explorer", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const PATH = "/some/where/";

/** A plain server of files under a path of its own, which can go down and come back. */
class Host {
  #server: Server | undefined;
  #port = 0;
  readonly asked: string[] = [];

  constructor(public folder: string) {}

  get address(): string {
    return `http://127.0.0.1:${this.#port}${PATH}`;
  }

  async start(): Promise<void> {
    const server = createServer(({ url = "" }, response) => {
      const path = decodeURIComponent(new URL(url, "http://host").pathname);
      this.asked.push(path);
      const file = join(this.folder, path.slice(PATH.length).replace(/(^|\/)$/, "$1index.html"));
      if (!path.startsWith(PATH) || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end("no such file");
        return;
      }
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise((done) => (server ? server.close(done) : done(null)));
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(await ensureBrowser());
});
afterAll(() => browser.close());

const hosts: Host[] = [];
const contexts: BrowserContext[] = [];
let problems: string[] = [];
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  for (const host of hosts.splice(0)) await host.stop();
  expect(problems).toEqual([]);
  problems = [];
});

async function hosted(folder = built): Promise<Host> {
  const host = new Host(folder);
  hosts.push(host);
  await host.start();
  return host;
}

async function visitor(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  context.on("page", (page) => {
    page.on("pageerror", ({ message }) => problems.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
  });
  return context;
}

/** Until the worker has the whole site and answers for this page. */
const kept = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, {
    timeout: 30_000,
  });

const versions = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** Whether the worker of the new version is the only one. */
const isRenewed = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
    return !installing && !waiting && (await caches.keys()).length === 2;
  });

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await drawn(page);
  return page;
}

// several whole sites are loaded
vi.setConfig({ testTimeout: 180_000 });

describe("from a folder of a server, after one visit and without it", () => {
  it("explorer, catalogue, notebooks and every dialog work", async () => {
    const host = await hosted();
    const context = await visitor();
    const page = await opened(context, host.address);
    const before = await overlay(page);
    await kept(page);
    expect(host.asked.filter((path) => !path.startsWith(PATH))).toEqual([]);
    await host.stop();

    // a part that was never loaded before
    await page.getByRole("button", { name: "Export …" }).click();
    await page.getByRole("dialog", { name: "Export" }).waitFor();
    const arriving = page.waitForEvent("download");
    await page.getByLabel("Format").selectOption("pdf");
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
    expect(
      readFileSync(await (await arriving).path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");

    await page.reload();
    await drawn(page);
    expect(await overlay(page)).toBe(before);
    await mBox(page).fill("0.3");
    await mBox(page).press("Enter");
    await page.waitForURL(/margin=0\.3/);
    await page.getByRole("button", { name: "My figures …" }).click();
    await page.getByRole("button", { name: "Save this figure" }).click();
    await page.getByText("Saved “Circle loss”.").waitFor();
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: "Catalogue" }).click();
    await page.locator(".card .thumbnail svg").first().waitFor();
    await page.goto(`${host.address}notebooks/index.html`);
    await page
      .getByRole("link", { name: /circle/i })
      .first()
      .click();
    await page.locator("svg[role=img]").first().waitFor();
    await page.goto(`${host.address}index.html#loss=triplet`);
    await drawn(page);
    await page.goto(
      `${host.address}#figure=${encodeURIComponent('{"kind":"surface","loss":{"id":"circle"}}')}`,
    );
    await drawn(page);
  });
});

/** The built site with another explorer in it, and its worker renewed as the build would. */
function renewed(): string {
  const folder = mkdtempSync(join(tmpdir(), "marginscape-site-"));
  cpSync(built, folder, { recursive: true });
  return folder;
}

function setVersion(folder: string, title: string): void {
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  writeWorker(folder);
}

describe("a site that is renewed", () => {
  it("is seen at once, keeps what pages of the old one may still ask for, and then lets it go", async () => {
    const folder = renewed();
    try {
      setVersion(folder, "one");
      const host = await hosted(folder);
      const context = await visitor();
      const old = await opened(context, host.address);
      await kept(old);
      const [first] = await versions(old);
      expect(await old.title()).toBe("one");

      setVersion(folder, "two");
      // the server no longer has what only the old page loads
      const dialogs =
        readFileSync(join(folder, "offline.js"), "utf8").match(/assets\/dialog-[\w-]+\.js/g) ?? [];
      expect(dialogs.length).toBeGreaterThan(0);
      for (const name of dialogs) rmSync(join(folder, name));
      writeWorker(folder);

      const page = await opened(context, host.address);
      expect(await page.title()).toBe("two");
      await expect.poll(() => isRenewed(page), { timeout: 30_000 }).toBe(true);
      expect(await versions(page)).toHaveLength(2);
      await old.bringToFront();
      await old.getByRole("button", { name: "Export …" }).click();
      await old.getByRole("dialog", { name: "Export" }).waitFor();

      await old.close();
      await page.close();
      const last = await opened(context, host.address);
      await expect.poll(() => versions(last), { timeout: 30_000 }).toHaveLength(1);
      expect(await versions(last)).not.toEqual([first]);
      await host.stop();
      await last.reload();
      await drawn(last);
      expect(await last.title()).toBe("two");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is not taken while only half of it is there", async () => {
    const folder = renewed();
    try {
      setVersion(folder, "one");
      const host = await hosted(folder);
      const context = await visitor();
      const page = await opened(context, host.address);
      await kept(page);
      const before = await versions(page);
      setVersion(folder, "two");
      // a page that is not the one that the worker's list was made for
      const catalogue = join(folder, "catalogue.html");
      writeFileSync(catalogue, `${readFileSync(catalogue, "utf8")}<!-- of yet another version -->`);
      const isRefused = page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const update = new Promise<string>((done) =>
          registration?.addEventListener("updatefound", () => {
            const worker = registration.installing;
            worker?.addEventListener("statechange", () => done(worker.state));
          }),
        );
        await registration?.update();
        return update;
      });
      expect(await isRefused).toBe("redundant");
      expect(await versions(page)).toEqual(before);
      await host.stop();
      await page.reload();
      await drawn(page);
      expect(await page.title()).toBe("one");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a browser without such a worker", () => {
  it("shows the page all the same", async () => {
    const host = await hosted();
    const context = await visitor();
    await context.addInitScript(() => {
      if (isSecureContext)
        ServiceWorkerContainer.prototype.register = () =>
          Promise.reject(new DOMException("denied", "SecurityError"));
    });
    const page = await opened(context, host.address);
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});
