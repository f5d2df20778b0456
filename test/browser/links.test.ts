import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawn, mBox, overlay, Site, chooseLoss } from "./support.ts";

let site: Site;
let usual: string;
beforeAll(async () => {
  site = await Site.open();
  usual = await overlay(await site.visit());
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** What every control of the page says. */
const settings = (page: Page): Promise<string[]> =>
  page
    .locator("input, select")
    .evaluateAll((controls) =>
      (controls as (HTMLInputElement | HTMLSelectElement)[]).map((control) =>
        control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")
          ? `${control.value} ${control.checked}`
          : control.value,
      ),
    );

const RICH =
  "#v=1&loss=circle&gamma=64&margin=0.3&gradient=attached&K=4&L=16&sn.range=-1:1&sp.unit=degrees&sp.range=180:0" +
  "&horizontal=positive&quantity=dSn&boundary=both&arrows=0&theme=dark&title=%3Cb%3EA%20%26%20B&points=A@0.2,0.2;T@tangent";

describe("copy link", () => {
  it("restores every setting and the same figure in a new page", async () => {
    const page = await site.visit();
    await chooseLoss(page, "am-softmax");
    await mBox(page)
      .or(page.getByRole("textbox", { name: "cosine margin m, exact value" }))
      .fill("0.2");
    await page.keyboard.press("Enter");
    await page.getByLabel("Colour").selectOption("z");
    await drawn(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied.", { exact: true }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#v=1&loss=am-softmax&margin=0\.2&quantity=z&points=/);
    const other = await site.visit({ hash: new URL(link).hash });
    expect(await settings(other)).toEqual(await settings(page));
    expect(await overlay(other)).toBe(await overlay(page));
  });

  it("restores what only a link can say", async () => {
    const page = await site.visit({ hash: RICH });
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied.", { exact: true }).waitFor();
    const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    const other = await site.visit({ hash });
    expect(await settings(other)).toEqual(await settings(page));
    expect(await overlay(other)).toBe(await overlay(page));
    expect(await overlay(other)).toContain("&lt;b&gt;A &amp; B");
    expect(await overlay(other)).not.toBe(usual);
  });

  it("keeps keys that this version does not know", async () => {
    const page = await site.visit({ hash: "#loss=circle&later=one%20two&margin=0.3" });
    await page.getByLabel("Colour").selectOption("z");
    await page.waitForURL(/quantity=z&later=one%20two$/);
  });
});

describe("the address", () => {
  it("follows the figure, so that a reload keeps it", async () => {
    const page = await site.visit();
    expect(new URL(page.url()).hash).toBe("");
    await mBox(page).fill("0.3137");
    await mBox(page).press("Enter");
    await page.waitForURL(/margin=0\.3137/);
    const before = await overlay(page);
    await page.reload();
    await drawn(page);
    expect(await overlay(page)).toBe(before);
    expect(await mBox(page).inputValue()).toBe("0.3137");
  });

  it("may be changed by hand", async () => {
    const page = await site.visit();
    await page.evaluate(() => (location.hash = "#loss=circle&margin=0.5"));
    await page.waitForFunction(() => document.querySelector("desc")?.textContent?.includes("m = 0.5"));
    expect(await mBox(page).inputValue()).toBe("0.5");
    await page.evaluate(() => (location.hash = "#loss=circel"));
    await page
      .getByText("This link could not be opened: unknown loss: circel; did you mean circle?.")
      .waitFor();
    expect(await mBox(page).inputValue()).toBe("0.5");
  });
});

describe("a link that cannot be opened", () => {
  const long = `#loss=${"x".repeat(50_000)}`;
  it.each([
    ["#loss=circel", "unknown loss: circel; did you mean circle?"],
    ["#garbage", "invalid link: no loss; expected loss=ID, for example loss=circle"],
    ["#v=9", "invalid link version: 9; expected 1"],
    ["#v=9&loss=circle", "invalid link version: 9; expected 1"],
    ["#loss=circle&margin=7", "invalid loss.params.margin: 7; expected -1 to 1"],
    ["#loss=circle&margin=wide", 'invalid loss.params.margin: "wide"; expected -1 to 1'],
    ["#loss=circle&sn.range=0", "invalid sn.range: 0; expected start:end, for example 0:1"],
    ["#loss=circle&width=1e9", "invalid size.width: 1000000000; expected 200 to 4000"],
    ["#loss=circle&samples=100000", "invalid samples: 100000; expected a whole number from 16 to 1024"],
    ["#loss=triplet:euclidian", "unknown variant of triplet: euclidian; did you mean euclidean?"],
    ["#loss=__proto__", "unknown loss: __proto__; "],
    ["#loss=%E0%A4%A", "unknown loss: "],
    ["#loss=<img src=x onerror=alert(1)>", "unknown loss: <img src=x onerror=alert(1)>; "],
    [long, `unknown loss: ${"x".repeat(80)}; `],
    [`#loss=circle&title=${"y".repeat(50_000)}`, "invalid title: "],
  ])("%.60s", async (hash, reason) => {
    const page = await site.visit({ hash });
    const notice = page.getByRole("alert");
    expect(await notice.isVisible()).toBe(true);
    const text = await notice.innerText();
    expect(text).toContain(`This link could not be opened: ${reason}`);
    expect(text).toMatch(/Here is the default figure instead\.$/);
    expect(text.length).toBeLessThan(900);
    expect(await overlay(page)).toBe(usual);
    await mBox(page).fill("0.4");
    await mBox(page).press("Enter");
    await page.waitForURL(/margin=0\.4/);
  });

  it.each([
    ["#"],
    ["#v=1&loss=circle&=&&"],
    [`#loss=circle&${"k".repeat(50_000)}=1`],
    ["#loss=circle&margin=0.25&loss=circle"],
  ])("%.60s is none: it opens without complaint", async (hash) => {
    const page = await site.visit({ hash });
    expect(await page.getByRole("alert").isVisible()).toBe(false);
    expect(await mBox(page).inputValue()).toBe("0.25");
  });
});
