import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { VIEW_IDS } from "../../src/app/views/views.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { chooseLoss, drawn, mBox, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const room = (page: Page) => page.getByRole("region", { name: "Data table" });

async function opened(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Data table" }).click();
  await room(page).locator("tbody tr").first().waitFor();
}

/** The cells of every row, by the names of their columns. */
async function rowsShown(page: Page): Promise<Record<string, string>[]> {
  const names = await room(page).locator("thead th").allInnerTexts();
  const cells = await room(page)
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")));
  return cells.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell])));
}

const numberOf = (text: string): number => Number(text.replace("−", "-"));

async function expectLossOf(page: Page, margin: number): Promise<void> {
  const { loss, params, gradient } = namedLoss("circle", { margin });
  const plane = loss.plane(params, { K: 1, L: 1 }, gradient);
  const rows = await rowsShown(page);
  expect(rows).toHaveLength(121);
  for (const row of rows) {
    const [sn, sp] = [numberOf(row["sn"]), numberOf(row["sp"])];
    const point = planePoint(plane, sp, sn);
    // nodes and numbers are shown with four digits, and the slope is at most γ times some units
    expect(Math.abs(numberOf(row["loss"]) - point.value)).toBeLessThan(0.2);
    expect(Math.abs(numberOf(row["dsn"]) - point.dSn)).toBeLessThan(0.2);
  }
}

describe("the table behind a figure", () => {
  it("has the library's numbers, and follows the figure while it is open", async () => {
    const page = await site.visit();
    await opened(page);
    await expectLossOf(page, 0.25);
    expect(await page.getByText("121 of 65536 rows").count()).toBe(1);
    await mBox(page).fill("0.4");
    await mBox(page).press("Enter");
    const before = (await rowsShown(page))[0]["loss"];
    await expect.poll(async () => (await rowsShown(page))[0]["loss"]).not.toBe(before);
    await expectLossOf(page, 0.4);
    await chooseLoss(page, "triplet");
    await expect.poll(async () => numberOf((await rowsShown(page))[0]["loss"])).toBeLessThan(2);
  });

  it("is behind that of every view", async () => {
    const page = await site.visit();
    for (const view of VIEW_IDS) {
      await page.locator(`nav.views [data-view="${view}"]`).click();
      await drawn(page);
      await opened(page);
      const rows = await rowsShown(page);
      expect(rows.length, view).toBeGreaterThan(3);
      for (const [name, cell] of Object.entries(rows[0])) {
        expect(name, view).not.toBe("");
        expect(cell, `${view} ${name}`).not.toMatch(/NaN|undefined/);
      }
      await page.locator("summary", { hasText: "Data table" }).click();
    }
  });

  it("shows rows of every panel, and a dash for what a panel does not have", async () => {
    const page = await site.visit({ hash: `#${encodeLink(PRESETS["circle-fig2"].spec)}` });
    await opened(page);
    const rows = await rowsShown(page);
    const count = (letter: string): number => rows.filter(({ panel }) => panel === `(${letter})`).length;
    expect([..."abcdefgh"].map(count)).toEqual(Array.from({ length: 8 }, () => 36));
    const ends = [rows[0], rows[35]].map(({ panel, sn, sp }) => [
      panel,
      Math.abs(numberOf(sn) - numberOf(sp)),
    ]);
    expect(ends).toEqual([
      ["(a)", 0],
      ["(a)", 0],
    ]);
    expect(rows.filter(({ panel, absDSp }) => panel === "(a)" && absDSp !== "–")).toEqual([]);
    expect(await room(page).innerText()).not.toContain("NaN");
  });
});
