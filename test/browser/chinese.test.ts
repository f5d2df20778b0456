import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chosenLoss } from "../../src/spec/figure-loss.ts";
import { analyseRegion } from "../../src/region/analysis.ts";
import { analysisInWords } from "../../src/region/analysis-words.ts";
import { REGION_CHINESE } from "../../src/region/chinese.ts";
import { WHOLE_PLANE } from "../../src/region/pieces.ts";
import { isChinese } from "../bilingual.ts";
import { drop } from "./dropped.ts";
import { drawn, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** The page of somebody whose browser speaks Chinese. */
const inChinese = (hash: string, width = 1600): Promise<Page> => site.visit({ hash, width, locale: "zh-CN" });

const analysed = (page: Page): Promise<void> =>
  page.locator("#region-analysis:not([aria-busy]) li").first().waitFor();

/** Without the spaces that mathematics puts round its parts or leaves out. */
const plain = (text: string): string => text.replaceAll(/[\s$_^]/g, "");

const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map(plain).filter((text) => text !== "");

describe("the Chinese page of Circle loss", () => {
  const hash = "#loss=circle&sn.range=-1:1&sp.range=-1:1&gamma=80&K=4&L=16";

  it("says of the region what the library says in Chinese", async () => {
    const page = await inChinese(hash);
    await analysed(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    const { loss, params } = chosenLoss({ id: "circle", params: { gamma: 80 } });
    const analysis = analyseRegion(loss, params, { K: 4, L: 16 }, WHOLE_PLANE);
    const expected = analysisInWords(analysis, REGION_CHINESE).map(plain);
    expect(expected.length).toBeGreaterThan(10);
    expect(await textsOf(page, "#region-sentences li, #region-analysis li")).toEqual(expected);
  });

  it("has no English left in its facts, its parameters and its questions", async () => {
    const page = await inChinese(hash);
    await analysed(page);
    await page.locator("#choosing > summary").click();
    await page.locator("#choosing-answers:not([aria-busy]) [data-answer]").first().waitFor();
    await page.locator("#choosing-change:not([aria-busy]) li").first().waitFor();
    await page.locator("#meaning details > summary").first().click();
    const texts = await textsOf(
      page,
      "#facts li, #facts h2, #facts summary, #choosing li, #choosing h2, #choosing button, #controls label, #meaning th[scope=row]",
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !isChinese(text) && text !== "Python")).toEqual([]);
    const hints = await page
      .locator("#controls [title], #meaning th[title]")
      .evaluateAll((all) => all.map((each) => each.getAttribute("title") ?? ""));
    expect(hints.length).toBeGreaterThan(5);
    // the one note that is nothing but the name of a library
    expect(hints.filter((hint) => !isChinese(hint) && hint !== "pytorch-metric-learning")).toEqual([]);
    expect(await page.locator("#facts .side").innerText()).toMatch(/^在目标区域之[内外]。$/);
    expect(await page.locator("#facts .which").innerText()).toBe("分离梯度（权重视为常数）");
  });

  it("answers, and follows another loss", async () => {
    const page = await inChinese("#loss=arcface&gamma=12");
    await page.locator("#choosing > summary").click();
    const box = page.locator("#choosing").getByLabel("类别数 C", { exact: true });
    await box.fill("100000");
    await box.press("Enter");
    await expect
      .poll(async () => plain(await page.locator("#choosing-answers").innerText()))
      .toContain("尺度为12时，余弦上的间隔因此多出lnL/γ=0.9594。");
    await page.getByRole("combobox", { name: "损失", exact: true }).click();
    await page.locator('.combobox [role="option"][data-value="siglip"]').first().click();
    await expect
      .poll(async () => plain(await page.locator("#choosing-answers").innerText()))
      .toContain("两侧的阈值都是−b/t=");
    await expect.poll(() => textsOf(page, "#controls .params label")).toEqual(["t逆温度", "b偏置"]);
  });

  it("explains its formula language", async () => {
    const page = await inChinese("#loss=circle");
    await page.getByRole("button", { name: "公式……" }).click();
    await page.locator(".formula-help > summary").click();
    expect(await page.locator(".formula-help").innerText()).toContain("乘积必须写出 *");
    const { length } = (await page.locator(".formula-help dd").allInnerTexts()).filter(isChinese);
    expect(length).toBe(8);
  });

  it.each([360, 1440])("fits a window of %d px without scrolling sideways", async (width) => {
    const page = await inChinese("#loss=multi-similarity&L=16", width);
    await analysed(page);
    await page.locator("#choosing > summary").click();
    await page.locator("#choosing-answers:not([aria-busy]) [data-answer]").first().waitFor();
    const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(room);
  });
});

describe("what the Chinese page refuses, it refuses in Chinese:", () => {
  const notice = (page: Page) => page.getByRole("alert");

  it("a link", async () => {
    const page = await inChinese("#loss=circle");
    const other = await site.beside(page, { hash: "#loss=circel" });
    await drawn(other);
    expect(await notice(other).innerText()).toBe(
      "无法打开此链接：未知的损失：circel；也许应为 circle。已改为显示默认图。",
    );
    await page.evaluate(() => (location.hash = "loss=circle&margin=7"));
    await expect
      .poll(() => notice(page).innerText())
      .toBe("无法打开此链接：loss.params.margin 无效：7；应在 -1 到 1 之间。");
  });

  it("a formula", async () => {
    const page = await inChinese("#loss=circle");
    await page.getByRole("button", { name: "公式……" }).click();
    await page.getByRole("textbox", { name: "用公式写出你的损失" }).fill("relu(s_n - s_p\n");
    await expect
      .poll(() => page.locator(".verdict").first().innerText())
      .toBe("第 1 行第 5 列：括号没有闭合；应有与此 ( 对应的 )");
  });

  it("a file", async () => {
    const page = await inChinese("#loss=circle");
    await drop(page, [{ name: "photo.svg", bytes: Buffer.from("<svg></svg>") }]);
    await expect
      .poll(() => notice(page).innerText())
      .toBe("无法打开此文件：photo.svg 中没有配方；应为 Marginscape 保存的 SVG，且元数据完好。");
  });

  it("a recipe, and its place is marked all the same", async () => {
    const page = await inChinese("#loss=circle");
    await page.getByText("配方", { exact: true }).click();
    const box = page.getByLabel("图的 JSON");
    const verdict = page.locator(".recipe .verdict");
    await box.fill('{"version": 1,\n "loss": {"id": "circle", "params": {"margin": -7}}}');
    await expect.poll(() => verdict.innerText()).toBe("loss.params.margin 无效：-7；应在 -1 到 1 之间");
    expect(await page.locator(".recipe mark").innerText()).toBe('"margin"');
    await box.fill('{"version": 1,,}');
    await expect
      .poll(() => verdict.innerText())
      .toMatch(/^图不是 JSON：第 1 行第 15 列（位置 14）：应为双引号中的键名$/);
  });

  it("mathematics in a title, and a number in a box", async () => {
    const page = await inChinese("#loss=circle&title=$\\nope$");
    await expect
      .poll(() => notice(page).innerText())
      .toBe("无法绘制此图：title 无效：$\\nope$；未定义的命令 \\nope。");
    const box = page.getByRole("textbox", { name: "m，精确值" });
    await box.fill("7");
    await box.press("Enter");
    await expect
      .poll(() => page.locator("#controls .problem").filter({ hasText: "无效" }).innerText())
      .toBe("loss.params.margin 无效：7；应在 -1 到 1 之间");
  });
});

describe("the Chinese catalogue", () => {
  it("is that of a reader who chose Chinese in the explorer, and leads back to English", async () => {
    const explorer = await site.visit({ hash: "#loss=circle" });
    const reloaded = explorer.waitForEvent("load");
    await explorer.getByLabel("Language").selectOption("zh");
    await reloaded;
    await drawn(explorer);
    expect(await explorer.locator("html").getAttribute("lang")).toBe("zh-Hans");
    const page = await site.beside(explorer, { path: "catalogue.html" });
    await page.locator(".card .overlay svg").first().waitFor();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("损失目录");
    expect(await page.getByRole("status").innerText()).toMatch(/^(\d+) 个损失，共 \1 个$/);
    const sentences = await textsOf(page, ".card .sentences li");
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((text) => !isChinese(text))).toEqual([]);
    await page.getByRole("searchbox", { name: "搜索" }).fill("图像 文本");
    expect(await page.locator(".card:visible").evaluateAll((cards) => cards.map(({ id }) => id))).toEqual([
      "siglip",
    ]);
    await page.getByLabel("语言").selectOption("en");
    await page.getByRole("heading", { level: 1, name: "Catalogue" }).waitFor();
  });
});

describe("Chinese texts", () => {
  it("are no burden to those who read English", async () => {
    const page = await site.visit({ hash: "#loss=circle" });
    await analysed(page);
    await page.locator("#choosing > summary").click();
    await page.locator("#choosing-answers [data-answer]").first().waitFor();
    const loaded = await page.evaluate(async () => {
      const scripts = performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .map(({ name }) => name);
      return Promise.all(scripts.map(async (name) => ({ name, text: await (await fetch(name)).text() })));
    });
    expect(loaded.length).toBeGreaterThan(8);
    expect(loaded.filter(({ text }) => text.includes("决策边界")).map(({ name }) => name)).toEqual([]);
  });
});
