import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { PlanePoint } from "../../src/losses/types.ts";
import { drawn, readout, shown, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

function pointOf(name: string, params: Params, sp: number, sn: number, counts = { K: 1, L: 1 }): PlanePoint {
  const { loss, params: all, gradient } = namedLoss(name, params);
  return planePoint(loss.plane(all, counts, gradient), sp, sn);
}

/** The read-out shows the library's numbers to four digits. */
async function expectReadout(page: Page, { value, dSp, dSn, z }: PlanePoint): Promise<void> {
  for (const [key, number] of Object.entries({ value, dSp, dSn, z }))
    expect(await readout(page, key), key).toBe(shown(number));
}

const crosshair = '.crosshair[aria-label^="Crosshair on the plane"]';

describe("the read-out", () => {
  it("starts at (0.4, 0.6) with the library's numbers", async () => {
    const page = await site.visit();
    expect([await readout(page, "sn"), await readout(page, "sp")]).toEqual([0.4, 0.6]);
    expect(await readout(page, "thetaN")).toBe(66.42);
    expect(await readout(page, "thetaP")).toBe(53.13);
    await expectReadout(page, pointOf("circle:detached", { gamma: 256, margin: 0.25 }, 0.6, 0.4));
    expect(await page.locator(".side").innerText()).toBe("Outside the target region.");
  });

  it("follows attached and detached", async () => {
    const page = await site.visit({ hash: "#loss=circle&gamma=16&margin=0.25&gradient=attached" });
    await expectReadout(page, pointOf("circle:attached", { gamma: 16 }, 0.6, 0.4));
    await page.locator("label", { hasText: /^detached$/ }).click();
    await drawn(page);
    await expectReadout(page, pointOf("circle:detached", { gamma: 16 }, 0.6, 0.4));
  });

  it("follows the parameters, K and L under a resting crosshair", async () => {
    const page = await site.visit({ hash: "#loss=circle&gamma=16" });
    for (const [name, text] of [
      ["relaxation m, exact value", "0.4"],
      ["positives K, exact value", "4"],
      ["negatives L, exact value", "16"],
    ]) {
      await page.getByRole("textbox", { name }).fill(text);
      await page.getByRole("textbox", { name }).press("Enter");
    }
    await drawn(page);
    await expectReadout(page, pointOf("circle", { gamma: 16, margin: 0.4 }, 0.6, 0.4, { K: 4, L: 16 }));
  });
});

describe("the crosshair", () => {
  it("moves with the arrow keys, ten times as far with Shift, and stops at the frame", async () => {
    const page = await site.visit();
    const place = async () => [await readout(page, "sn"), await readout(page, "sp")];
    await page.locator(crosshair).focus();
    await page.keyboard.press("ArrowRight");
    expect(await place()).toEqual([0.41, 0.6]);
    await page.keyboard.press("ArrowDown");
    expect(await place()).toEqual([0.41, 0.59]);
    await page.keyboard.press("Shift+ArrowLeft");
    expect(await place()).toEqual([0.31, 0.59]);
    await page.keyboard.press("Shift+ArrowUp");
    expect(await place()).toEqual([0.31, 0.69]);
    await expectReadout(page, pointOf("circle", {}, 0.69, 0.31));
    for (let i = 0; i < 5; i++) await page.keyboard.press("Shift+ArrowUp");
    for (let i = 0; i < 5; i++) await page.keyboard.press("Shift+ArrowLeft");
    expect(await place()).toEqual([0, 1]);
    expect(await page.locator(".side").innerText()).toBe("Inside the target region.");
  });

  it("is reached with the Tab key and then spoken, politely, once it rests", async () => {
    const page = await site.visit();
    const region = page.locator("[role=status][aria-live=polite]:visible");
    expect(await region.innerText()).toBe("");
    await page.locator("body").press("Tab");
    for (let i = 0; i < 40; i++) {
      if (await page.evaluate(() => document.activeElement?.classList.contains("crosshair") ?? false)) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const { value, dSp, dSn } = pointOf("circle", {}, 0.6, 0.42);
    const [loss, positive, negative] = [value, dSp, dSn].map((x) => String(shown(x)).replace("-", "−"));
    await page
      .getByText(
        `s n 0.42, s p 0.6: loss ${loss}, positive gradient ${positive}, negative gradient ${negative}. ` +
          "Outside the target region.",
      )
      .waitFor({ state: "attached" });
    expect(await region.count()).toBe(1);
  });

  it("follows the pointer, silently", async () => {
    const page = await site.visit({ hash: "#loss=circle&gamma=16" });
    const box = await page.locator(crosshair).boundingBox();
    if (box === null) throw new Error("no crosshair");
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.1);
    const [sn, sp] = [await readout(page, "sn"), await readout(page, "sp")];
    expect(Math.abs(sn - 0.2)).toBeLessThan(0.005);
    expect(Math.abs(sp - 0.9)).toBeLessThan(0.005);
    const exact = pointOf("circle", { gamma: 16 }, sp, sn);
    expect(Math.abs((await readout(page, "value")) - exact.value)).toBeLessThan(0.02 * exact.value);
    await page.waitForTimeout(400);
    expect(await page.locator("[role=status][aria-live=polite]:visible").innerText()).toBe("");
  });

  it("reads similarities whatever the axes show, either way round", async () => {
    const page = await site.visit({
      hash: "#loss=circle&gamma=16&sn.unit=degrees&sp.unit=chord&sp.range=2:0&horizontal=positive",
    });
    // 0.4 along the chord from 2 to 0 is d = 1.2, s_p = 1 − d²/2; 0.6 of 180° is 108°
    expect(await readout(page, "sp")).toBe(0.28);
    expect(await readout(page, "thetaN")).toBe(108);
    const sn = Math.cos(0.6 * Math.PI);
    expect(await readout(page, "sn")).toBe(shown(sn));
    await expectReadout(page, pointOf("circle", { gamma: 16 }, 1 - 1.2 ** 2 / 2, sn));
  });
});
