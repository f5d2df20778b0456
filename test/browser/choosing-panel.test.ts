import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { caption, chooseLoss, drawn, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** The panel, opened and answered. */
async function opened(page: Page): Promise<void> {
  await page.locator("#choosing > summary").click();
  await page.locator("#choosing-answers:not([aria-busy]) [data-answer]").first().waitFor();
}

const said = async (page: Page): Promise<string> =>
  (await page.locator("#choosing-answers").innerText()).replaceAll(/\s+/g, " ");

async function type(page: Page, label: string, text: string): Promise<void> {
  const box = page.locator("#choosing").getByLabel(label, { exact: true });
  await box.fill(text);
  await box.press("Enter");
}

const button = (page: Page, name: string) => page.locator("#choosing").getByRole("button", { name });

describe("an engineer with ArcFace and 10⁵ classes", () => {
  it("reads the effective margin and the least scale, and puts both in", async () => {
    const page = await site.visit({ hash: "#loss=arcface&gamma=12" });
    await opened(page);
    await type(page, "Number of classes C", "100000");
    expect(await said(page)).toContain("= 0.9594 more margin on the cosine");
    await type(page, "Wanted probability", "0.95");
    // (ln 99999 + ln 19) / (cos 0.5 + 1/99999), rounded up
    expect(await said(page)).toContain("as training sees it, at least 16.47.");
    await button(page, "Set γ = 16.48").click();
    await expect.poll(() => page.url()).toContain("gamma=16.48");
    await button(page, "Set L = 99999").click();
    await expect.poll(() => page.url()).toContain("L=99999");
    await drawn(page);
    await expect
      .poll(() => said(page))
      .toContain("At the present scale, 16.48, such a sample has probability 0.95");
    expect(await button(page, "Set L = 99999").count()).toBe(0);
    await page.locator("#undo").click();
    await page.locator("#undo").click();
    await expect.poll(() => said(page)).toContain("At the present scale, 12,");
  });

  it("is told what is not legal, and keeps the answers", async () => {
    const page = await site.visit({ hash: "#loss=arcface" });
    await opened(page);
    await type(page, "Wanted probability", "2");
    await page.getByText("invalid probability: 2; expected a number between 0 and 1").waitFor();
    expect(await page.locator('#choosing [aria-invalid="true"]').count()).toBe(1);
    await type(page, "Number of classes C", "many");
    await page.getByText('invalid number of classes: "many"; expected a number').waitFor();
    await type(page, "Number of classes C", "1");
    await page.getByText("invalid number of classes: 1; expected a whole number from 2").waitFor();
    expect(await said(page)).toContain("Effective margin");
  });
});

describe("what changes if m goes from 0.25 to 0.35", () => {
  it("is three sentences and a map, and there is a way back", async () => {
    const page = await site.visit({ hash: "#loss=circle" });
    await opened(page);
    await type(page, "From", "0.25");
    await type(page, "To", "0.35");
    const sentences = page.locator("#choosing-change:not([aria-busy]) li");
    await sentences.nth(2).waitFor();
    expect(await sentences.count()).toBe(3);
    await expect
      .poll(async () => (await sentences.first().innerText()).replaceAll(/\s+/g, " "))
      .toContain("from 0.25 to 0.35 widens the target region from 9.817 to 19.24 % of the frame");
    await button(page, "Show the difference map").click();
    await page.locator(".overlay g.boundary-b").waitFor();
    expect(await caption(page)).toContain("length of the gradient");
    await button(page, "Back to the figure before").click();
    await page.locator(".overlay g.boundary").waitFor();
    expect(await page.locator(".overlay g.boundary-b").count()).toBe(0);
    await page.locator("#undo").click();
    await page.locator(".overlay g.boundary-b").waitFor();
  });
});

describe("the panel", () => {
  it("follows the loss, asks only what makes sense of it, and loads nothing before it is opened", async () => {
    const page = await site.visit({ hash: "#loss=info-nce" });
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    expect(await page.locator("#choosing-answers").count()).toBe(0);
    await opened(page);
    expect(loaded.some((url) => /body-/.test(url))).toBe(true);
    expect(await said(page)).toContain("at the temperature 0.07");
    expect(await page.getByLabel("Wanted probability").isVisible()).toBe(false);
    await chooseLoss(page, "siglip");
    await expect.poll(() => said(page)).toContain("Bias");
    expect(await said(page)).not.toContain("temperature 0.07");
  });

  it("is worked by keyboard alone, and the focus stays with the answer", async () => {
    const page = await site.visit({ hash: "#loss=am-softmax" });
    await page.locator("#choosing > summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("#choosing-answers [data-answer]").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("1001");
    await page.keyboard.press("Enter");
    expect(await page.locator("#choosing .spoken").innerText()).toContain("0.2303 more margin");
    for (const _ of ["probability", "gap", "Set L"]) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("L=1000");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-answer")))
      .toBe("effective-margin");
  });
});
