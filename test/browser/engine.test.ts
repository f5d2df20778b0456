import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawn, mBox, overlay, Site, chooseLoss } from "./support.ts";
import { WEBGPU_ARGS } from "./webgpu-support.ts";

const words = (page: Page) => page.locator("#engine");
const choose = (page: Page, engine: string) => page.getByLabel("Engine").selectOption(engine);
const says = (page: Page, what: RegExp) =>
  expect.poll(() => words(page).innerText(), { timeout: 20_000 }).toMatch(what);

const CPU = /^CPU, double precision\.$/;
const GPU =
  /^WebGPU \(.*swiftshader.*\); largest difference to double precision ([\d.e−]+) of the field’s range\.$/;

/** Keeps the picture as it is, to compare with. */
const keepPicture = (page: Page): Promise<void> =>
  page.locator(".figure canvas").evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height);
    copy.getContext("2d")?.drawImage(element as HTMLCanvasElement, 0, 0);
    (window as unknown as { kept: OffscreenCanvas }).kept = copy;
  });

/** Share of the picture's pixels that differ by more than `most` in a colour from the picture that was kept. */
const changed = (page: Page, most: number): Promise<number> =>
  page.locator(".figure canvas").evaluate((element, limit) => {
    const [now, then] = [
      element as HTMLCanvasElement,
      (window as unknown as { kept: OffscreenCanvas }).kept,
    ].map((canvas) => {
      const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D | null;
      return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    });
    if (now.length !== then.length || now.length === 0) return 1;
    let off = 0;
    for (let at = 0; at < now.length; at += 4)
      if ([0, 1, 2].some((channel) => Math.abs(now[at + channel] - then[at + channel]) > limit)) off++;
    return (4 * off) / now.length;
  }, most);

async function savedSvg(page: Page): Promise<string> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save SVG" }).click();
  return readFileSync(await (await arriving).path(), "utf8");
}

describe("without a GPU", () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  });
  afterEach(async () => expect(await site.end()).toEqual([]));
  afterAll(() => site.close());

  it("the CPU fills the picture, and the page says why WebGPU does not", async () => {
    const page = await site.visit();
    expect(await page.getByLabel("Engine").inputValue()).toBe("auto");
    await says(page, CPU);
    const before = await overlay(page);
    await keepPicture(page);
    await choose(page, "webgpu");
    await says(page, /^CPU, double precision\. WebGPU is not used: no GPU adapter\.$/);
    await drawn(page);
    expect(await overlay(page)).toBe(before);
    expect(await changed(page, 0)).toBe(0);
    await choose(page, "cpu");
    await says(page, CPU);
  });

  it("the choice is kept on this machine and out of the link", async () => {
    const page = await site.visit();
    await choose(page, "webgpu");
    await mBox(page).fill("0.3");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("margin=0.3"));
    expect(page.url()).not.toMatch(/webgpu|engine/i);
    await page.reload();
    await drawn(page);
    expect(await page.getByLabel("Engine").inputValue()).toBe("webgpu");
  });

  it("a browser that keeps nothing does no harm", async () => {
    const page = await site.visit();
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        });
    });
    await page.reload();
    await drawn(page);
    await choose(page, "cpu");
    await says(page, CPU);
    await page.getByRole("button", { name: "Change this loss" }).click();
    await page.getByText("The figure shows this loss.").waitFor();
  });
});

/** Keeps the page's device at hand, and can have its shaders spoilt or its memory run out. */
function tamper(): void {
  const tampered = window as unknown as { device?: GPUDevice; spoil?: "shader" | "memory" };
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await request.apply(this, given);
    tampered.device = device;
    const [shader, buffer] = [device.createShaderModule.bind(device), device.createBuffer.bind(device)];
    device.createShaderModule = (descriptor) =>
      shader(tampered.spoil === "shader" ? { code: "fn main( {" } : descriptor);
    device.createBuffer = (descriptor) =>
      buffer(tampered.spoil === "memory" ? { ...descriptor, size: 2 ** 50 } : descriptor);
    return device;
  };
}

describe("with an adapter of software", () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open(WEBGPU_ARGS);
  });
  afterEach(async () => expect(await site.end()).toEqual([]));
  afterAll(() => site.close());

  async function onGpu(hash = ""): Promise<Page> {
    const page = await site.visit({ hash });
    await page.addInitScript(tamper);
    await page.reload();
    await drawn(page);
    await choose(page, "webgpu");
    await says(page, GPU);
    return page;
  }

  it("the page itself prefers the CPU", async () => {
    const page = await site.visit();
    await page.waitForTimeout(1500);
    expect(await words(page).innerText()).toMatch(CPU);
  });

  it.each([
    ["Circle", ""],
    ["a decoupled loss", "#loss=contrastive"],
    ["ArcFace over angles", "#loss=arcface&sn.unit=degrees&sp.unit=degrees&quantity=dSp"],
    [
      "a typed loss",
      `#loss=formula&formula=${encodeURIComponent("gamma = 40\nsoftplus(gamma * (s_n^2 - s_p))")}`,
    ],
  ])("WebGPU fills the picture when asked by name: %s", async (_, hash) => {
    const page = await site.visit({ hash });
    await keepPicture(page);
    const svg = await savedSvg(page);
    await choose(page, "webgpu");
    await says(page, GPU);
    const difference = Number(GPU.exec(await words(page).innerText())?.[1].replace("−", "-"));
    expect(difference).toBeLessThan(1e-5);
    expect(await changed(page, 8)).toBeLessThan(1e-3);
    expect(await savedSvg(page)).toBe(svg);
  });

  it("the picture follows a dragged slider to its last value", async () => {
    const page = await onGpu("#loss=circle&gamma=64");
    const slider = page.getByRole("slider", { name: "m relaxation" });
    for (let step = 0; step < 12; step++) await slider.press("PageUp");
    const margin = Number(await mBox(page).inputValue());
    expect(margin).toBeGreaterThan(0.5);
    await expect.poll(() => page.locator(".overlay svg").innerHTML()).toContain(`m = ${margin}`);
    const gpu = await overlay(page);
    await choose(page, "cpu");
    await says(page, CPU);
    await drawn(page);
    const arrows = (svg: string) => /class="arrows"[^]*?<\/g>/.exec(svg)?.[0];
    expect(arrows(gpu)).toContain("<path");
    expect(arrows(gpu)).toBe(arrows(await overlay(page)));
  });

  it("a lost device leaves the picture, and the CPU takes over", async () => {
    const page = await onGpu();
    await page.evaluate(() => (window as unknown as { device: GPUDevice }).device.destroy());
    await says(page, /^CPU, double precision\. WebGPU is not used: .*(closed|lost).*\.$/);
    await mBox(page).fill("0.4");
    await page.keyboard.press("Enter");
    await drawn(page);
    await expect.poll(() => page.locator(".overlay svg").innerHTML()).toContain("m = 0.4");
    // and once more when asked
    await choose(page, "cpu");
    await choose(page, "webgpu");
    await says(page, GPU);
  });

  it.each([
    ["shader", /WebGPU is not used: the GPU refused a shader/],
    ["memory", /WebGPU is not used: the GPU/],
  ] as const)("a GPU that refuses (%s) is no harm", async (spoil, sentence) => {
    const page = await onGpu();
    await page.evaluate((how) => {
      (window as unknown as { spoil: string }).spoil = how;
    }, spoil);
    await chooseLoss(page, "am-softmax");
    await page.getByLabel("Colour").selectOption("gradientLength");
    await says(page, sentence);
    await drawn(page);
    await keepPicture(page);
    await choose(page, "cpu");
    await says(page, CPU);
    await drawn(page);
    expect(await changed(page, 0)).toBe(0);
  });
});
