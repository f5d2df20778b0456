import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { drawn, Site } from "./support.ts";
import { WEBGPU_ARGS } from "./webgpu-support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open(WEBGPU_ARGS);
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** Moves a slider to and fro once a frame until so many pictures are by `by`, or none will be; who painted each. */
const drag = (page: Page, by: "cpu" | "webgpu", wanted = 10) =>
  page.evaluate(
    async ([who, count]) => {
      const figure = document.querySelector<HTMLElement>(".figure");
      const slider = document.querySelectorAll<HTMLInputElement>(".params input[type=range]")[1];
      if (!figure) throw new Error("no figure");
      const painters: (string | undefined)[] = [];
      const keep = (): void => void painters.push(figure.dataset["paintedBy"]);
      figure.addEventListener("live", keep);
      const middle = Number(slider.max) / 2;
      const end = performance.now() + 15_000;
      const isDone = (): boolean => painters.filter((each) => each === who).length >= count;
      for (let round = 0; !isDone() && performance.now() < end; round++) {
        slider.value = String(middle + (round % 20));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise(requestAnimationFrame);
      }
      figure.removeEventListener("live", keep);
      return painters;
    },
    [by, wanted] as const,
  );

const atRest = async (page: Page): Promise<void> => {
  await page.locator(".figure:not([data-live])").waitFor();
  await drawn(page);
};

const choose = (page: Page, engine: string) => page.getByLabel("Engine").selectOption(engine);

it.each([
  ["a loss of the catalogue", "#loss=circle"],
  [
    "a typed loss",
    `#loss=formula&formula=${encodeURIComponent("gamma = 40\nm = 0.2 [0, 1]\nsoftplus(gamma * (s_n^2 - s_p + m))")}`,
  ],
])("WebGPU paints what is dragged when asked by name, and the CPU else: %s", async (_, hash) => {
  const page = await site.visit({ hash });
  expect(new Set(await drag(page, "cpu"))).toEqual(new Set(["cpu"]));
  await atRest(page);
  await choose(page, "webgpu");
  await atRest(page);
  const painters = await drag(page, "webgpu");
  expect(painters.filter((each) => each === "webgpu").length).toBeGreaterThanOrEqual(10);
  // until it is ready the CPU paints, and then no more
  expect(painters.slice(painters.indexOf("webgpu"))).not.toContain("cpu");
  await atRest(page);
  expect(await page.locator(".figure .preview").isHidden()).toBe(true);
  await choose(page, "cpu");
  await atRest(page);
  expect(new Set(await drag(page, "cpu"))).toEqual(new Set(["cpu"]));
  await atRest(page);
});

/** Keeps the devices of a worker at hand. */
function keepDevices(): void {
  const kept = globalThis as unknown as { devices: GPUDevice[] };
  kept.devices = [];
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await request.apply(this, given);
    kept.devices.push(device);
    return device;
  };
}

it("a device that is lost in mid-drag leaves the pictures to the CPU, for as long as the page stands", async () => {
  const page = await site.visit({ hash: "#loss=circle" });
  await drag(page, "cpu", 3);
  await atRest(page);
  const [painter] = page.workers().filter((worker) => worker.url().includes("worker"));
  await painter.evaluate(keepDevices);
  await choose(page, "webgpu");
  await atRest(page);
  await drag(page, "webgpu");
  const lost = await painter.evaluate(() => {
    const { devices } = globalThis as unknown as { devices: GPUDevice[] };
    for (const device of devices) device.destroy();
    return devices.length;
  });
  expect(lost).toBe(1);
  const after = await drag(page, "cpu");
  expect(after.filter((each) => each === "cpu").length).toBeGreaterThanOrEqual(10);
  // one may have been under way
  expect(after.slice(1)).not.toContain("webgpu");
  await atRest(page);
  await choose(page, "auto");
  await choose(page, "webgpu");
  await atRest(page);
  expect(new Set(await drag(page, "cpu"))).toEqual(new Set(["cpu"]));
  await atRest(page);
});
