import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { figureSvg } from "../../src/export/figure.ts";
import { pythonCode } from "../../src/formula/python.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { chosenLoss } from "../../src/spec/figure-loss.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { violations } from "./axe.ts";
import { caption, drawn, overlay, readout, shown, Site, chooseLoss, lossBox } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const box = (page: Page) => page.getByRole("textbox", { name: "Your loss, as a formula" });
const verdict = (page: Page) => page.locator(".verdict");
const toggle = (page: Page) => page.getByRole("button", { name: "Formula …" });
const SHOWN = "The figure shows this loss.";

async function fork(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Change this loss" }).click();
  await page.getByText(SHOWN).waitFor();
  await drawn(page);
}

async function type(page: Page, text: string): Promise<void> {
  if (!(await box(page).isVisible())) await toggle(page).click();
  await box(page).fill(text);
}

/** Types a text that is a loss and waits for its figure. */
async function draw(page: Page, text: string): Promise<void> {
  await type(page, text);
  await box(page).press("Control+Enter");
  await expect.poll(() => verdict(page).innerText()).toBe(SHOWN);
  await drawn(page);
}

/** The link of the page, once it is written. */
async function link(page: Page, holds: string): Promise<string> {
  await page.waitForFunction((part) => location.hash.includes(part), holds);
  return new URL(page.url()).hash;
}

const lossOf = (hash: string) => chosenLoss(parseLandscape(decodeLink(hash).spec).loss);

const CURVED = `name = "Curved"
m = 0.3 in [0, 1] "margin"
gamma = 20 in [1, 100] log "scale"
z = gamma * (s_n^2 - s_p + m)
softplus(z)`;

const softplus = (z: number): number => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0);

describe("typing a loss", () => {
  it("draws it, makes sliders of its declarations, and puts it into the link", async () => {
    const page = await site.visit();
    const before = await overlay(page);
    await draw(page, CURVED);
    expect(await overlay(page)).not.toBe(before);
    expect(await page.locator(".overlay svg title").innerHTML()).toBe("Curved");
    expect(await readout(page, "value")).toBe(shown(softplus(20 * (0.16 - 0.6 + 0.3))));
    expect(await lossBox(page).inputValue()).toBe("Curved");

    await page.getByRole("textbox", { name: "margin m, exact value" }).fill("0.7");
    await page.keyboard.press("Enter");
    await drawn(page);
    expect(await readout(page, "value")).toBe(shown(softplus(20 * (0.16 - 0.6 + 0.7))));
    await page.getByRole("slider", { name: "γ scale" }).press("End");
    await drawn(page);
    expect(await readout(page, "z")).toBe(shown(100 * (0.16 - 0.6 + 0.7)));
    expect(await box(page).inputValue()).toBe(CURVED);

    const hash = await link(page, "gamma=100");
    expect(hash).toMatch(/^#v=1&loss=formula&formula=/);
    const again = await site.visit({ hash });
    expect(await overlay(again)).toBe(await overlay(page));
    expect(await readout(again, "z")).toBe(await readout(page, "z"));
    await toggle(again).click();
    expect(await box(again).inputValue()).toBe(CURVED);
  });

  it("keeps a slider where it is while the text is changed elsewhere, and moves it with a new default", async () => {
    const page = await site.visit();
    const m = page.getByRole("textbox", { name: "margin m, exact value" });
    await draw(page, CURVED);
    await m.fill("0.7");
    await page.keyboard.press("Enter");
    await draw(page, CURVED.replace("s_n^2", "s_n^3"));
    expect(await m.inputValue()).toBe("0.7");
    await draw(page, CURVED.replace("m = 0.3", "m = 0.1"));
    expect(await m.inputValue()).toBe("0.1");
  });

  it("says a fault with its place, underlines it, and keeps picture and text", async () => {
    const page = await site.visit();
    await draw(page, CURVED);
    const before = await overlay(page);
    const wrong = CURVED.replace("softplus(z)", "softplu(z)");
    await type(page, wrong);
    await expect
      .poll(() => verdict(page).innerText())
      .toBe("Line 5, column 1: unknown function: softplu; did you mean softplus?");
    expect(await verdict(page).getAttribute("aria-live")).toBe("polite");
    expect(await page.locator(".mirror mark").innerText()).toBe("softplu");
    expect(await box(page).getAttribute("aria-invalid")).toBe("true");
    expect(await overlay(page)).toBe(before);

    await box(page).press("Escape");
    expect(await box(page).isVisible()).toBe(false);
    expect(await toggle(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await toggle(page).press("Enter");
    expect(await box(page).inputValue()).toBe(wrong);
    await box(page).fill(CURVED);
    await page.getByText(SHOWN).waitFor();
    expect(await page.locator(".mirror mark").count()).toBe(0);
    expect(await overlay(page)).toBe(before);
  });

  it("puts the underline under the very letters that are wrong, also in a line that is broken", async () => {
    const page = await site.visit({ width: 1000 });
    await type(page, `gamma = 20 in [1, 100]\n${"gamma * (s_n - s_p) + ".repeat(5)}nowhere`);
    await page.locator(".mirror mark").waitFor();
    expect(await page.locator(".mirror mark").innerText()).toBe("nowhere");
    const [mirror, own] = await page
      .locator(".text-area")
      .evaluate((area) => [...area.children].map((each) => [each.clientWidth, each.scrollHeight]));
    expect(mirror).toEqual(own);
  });

  it("offers to declare a name that nobody declared", async () => {
    const page = await site.visit();
    await type(page, 'name = "Fixed"\nsoftplus(gamma * (s_n - s_p + gap))');
    await page.getByRole("button", { name: "Declare gamma" }).click();
    await page.getByRole("button", { name: "Declare gap" }).click();
    await expect.poll(() => verdict(page).innerText()).toBe(SHOWN);
    expect(await box(page).inputValue()).toBe(
      'name = "Fixed"\ngap = 0.5 in [0, 1]\ngamma = 32 in [1, 1024] log\nsoftplus(gamma * (s_n - s_p + gap))',
    );
    expect(await page.getByRole("slider", { name: "gap" }).count()).toBe(1);
    await drawn(page);
    expect(await readout(page, "value")).toBe(shown(softplus(32 * (0.4 - 0.6 + 0.5))));
  });

  it("keeps the draft over a reload, and an example can be undone", async () => {
    const page = await site.visit();
    await type(page, "half a los");
    await page.reload();
    await drawn(page);
    await toggle(page).click();
    expect(await box(page).inputValue()).toBe("half a los");
    await page.getByLabel("Examples").selectOption({ index: 1 });
    await page.getByText(SHOWN).waitFor();
    await box(page).focus();
    await page.keyboard.press("Control+z");
    expect(await box(page).inputValue()).toBe("half a los");
  });

  it("gives the figure back to a loss of the catalogue, and returns to the text", async () => {
    const page = await site.visit();
    await draw(page, CURVED);
    const typed = await overlay(page);
    await chooseLoss(page, "triplet");
    expect(await box(page).isVisible()).toBe(false);
    expect(await link(page, "loss=triplet")).not.toContain("formula");
    await chooseLoss(page, "formula");
    await box(page).waitFor();
    expect(await box(page).inputValue()).toBe(CURVED);
    await drawn(page);
    expect(await overlay(page)).toBe(typed);
  });

  it("follows the page's own undo", async () => {
    const page = await site.visit();
    await draw(page, CURVED);
    await page.waitForTimeout(800);
    await draw(page, CURVED.replace("20 in", "40 in"));
    await page.getByRole("button", { name: "Undo" }).click();
    await drawn(page);
    expect(await box(page).inputValue()).toBe(CURVED);
    expect(await readout(page, "z")).toBe(shown(20 * (0.16 - 0.6 + 0.3)));
  });

  it("shows what every example says", async () => {
    const page = await site.visit();
    await toggle(page).click();
    await box(page).waitFor();
    const count = await page.getByLabel("Examples").locator("option").count();
    expect(count).toBeGreaterThan(6);
    for (let index = 1; index < count; index++) {
      await page.getByLabel("Examples").selectOption({ index });
      expect(await verdict(page).innerText()).toBe(SHOWN);
      await drawn(page);
      expect(Number.isFinite(await readout(page, "value"))).toBe(true);
      expect(await caption(page)).not.toContain("NaN");
    }
  });
});

describe("a fork of Circle", () => {
  it.each(["detached", "attached"])("is Circle to 1e-12, %s", async (gradient) => {
    const hash = `#v=1&loss=circle&gamma=64&margin=0.3&gradient=${gradient}&boundary=none&region=false&K=3&L=5`;
    const page = await site.visit({ hash });
    const builtIn = await overlay(page);
    await fork(page);
    const typed = lossOf(await link(page, "loss=formula"));
    const circle = namedLoss("circle", { gamma: 64, margin: 0.3 }, gradient as "detached" | "attached");
    const forms = [typed, circle].map(({ loss, params, gradient: mode }) =>
      loss.plane(params, { K: 3, L: 5 }, mode),
    );
    let largest = 0;
    for (let sp = -1; sp <= 1; sp += 0.0625) {
      for (let sn = -1; sn <= 1; sn += 0.0625) {
        const [ours, theirs] = forms.map((form) => planePoint(form, sp, sn));
        for (const key of ["value", "dSp", "dSn", "z"] as const)
          largest = Math.max(largest, Math.abs(ours[key] - theirs[key]) / Math.max(1, Math.abs(theirs[key])));
      }
    }
    expect(largest).toBeLessThan(1e-12);
    // isolines, their labels, arrows and axes stand where they stood: only the words differ
    const drawing = (svg: string): string[] => svg.match(/ d="[^"]*"/g) ?? [];
    expect(drawing(await overlay(page))).toEqual(drawing(builtIn));
    expect(drawing(builtIn).length).toBeGreaterThan(5);
  });

  it("is saved as the file that the library writes", async () => {
    const page = await site.visit();
    await fork(page);
    const { spec } = decodeLink(await link(page, "loss=formula"));
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save SVG" }).click();
    expect(readFileSync(await (await arriving).path(), "utf8")).toBe(figureSvg(spec));
  });
});

describe("the loss as mathematics and code", () => {
  it("shows TeX of the loss and of both derivatives", async () => {
    const page = await site.visit();
    await draw(page, "g = 8\nz = g * (s_n - s_p)\nsoftplus(z)");
    await page.locator(".formula-preview .katex").first().waitFor();
    const tex = await page.locator(".formula-preview annotation").allTextContents();
    expect(tex.filter((line) => line.startsWith("\\frac{\\partial\\mathcal{L}}"))).toHaveLength(2);
    expect(await page.locator(".formula-preview .katex-error").count()).toBe(0);
  });

  it("hands out the library's Python", async () => {
    const page = await site.visit();
    await draw(page, CURVED);
    const editor = page.locator("#formula-panel");
    await editor.locator("summary", { hasText: "Python" }).click();
    const { loss, params, gradient } = lossOf(await link(page, "Curved"));
    const code = (dialect: "torch" | "numpy") => pythonCode(loss, params, { dialect, gradient });
    const shownCode = editor.getByRole("tabpanel").locator("pre");
    await expect.poll(() => shownCode.textContent()).toBe(code("torch"));
    await editor.getByRole("tab", { name: "PyTorch" }).press("ArrowRight");
    await expect.poll(() => shownCode.textContent()).toBe(code("numpy"));
    await editor.getByRole("button", { name: "Copy", exact: true }).click();
    await editor.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code("numpy"));
  });
});

const HOSTILE = [
  "constructor",
  "__proto__.x = 1",
  "s_p.constructor.constructor('return 1')()",
  "import('//example.com')",
  "<img src=x onerror=alert(1)>",
  'name = "<img src=x onerror=alert(1)>"\nsoftplus(s_n - s_p)',
  'name = "$\\href{javascript:alert(1)}{x}$"\nsoftplus(s_n - s_p)',
  "9^9^9^9^9 * s_p",
  "1/0 + s_p",
  "(".repeat(100_000),
  "s_p + ".repeat(50_000),
  "log(-1) + 0 * s_p",
  "sοftplus(s_n)",
  "\u202e s_p \u0000",
];

describe("hostile text", () => {
  it("does nothing but be refused or drawn", async () => {
    const page = await site.visit();
    let dialogs = 0;
    page.on("dialog", () => dialogs++);
    await toggle(page).click();
    for (const text of HOSTILE) {
      await box(page).fill(text);
      await box(page).press("Control+Enter");
      await drawn(page);
      expect(await verdict(page).innerText(), text.slice(0, 40)).toMatch(
        /^The figure shows|^Line \d+, column \d+: |expected/,
      );
    }
    expect(dialogs).toBe(0);
    expect(await page.locator("img, script:not([src])").count()).toBe(0);
  });

  it("in a link neither", async () => {
    const loss = { id: "formula", formula: 'name = "<b onclick=alert(1)>"\nsoftplus(s_n - s_p)' };
    const page = await site.visit({ hash: `#${encodeLink({ version: 1, loss })}` });
    expect(await page.locator(".overlay b").count()).toBe(0);
    const broken = await site.visit({ hash: "#v=1&loss=formula&formula=constructor(1)" });
    expect(await broken.locator("#notice").innerText()).toContain("constructor");
  });
});

describe("with the editor open", () => {
  it.each([
    ["wide, light", { width: 1400 }],
    ["wide, dark", { width: 1400, dark: true }],
    ["narrow, light", { width: 320, height: 740 }],
    ["narrow, dark", { width: 320, height: 740, dark: true }],
  ])("axe finds nothing to complain of: %s", async (_, visit) => {
    const page = await site.visit(visit);
    await fork(page);
    await page.locator(".formula-preview .katex").first().waitFor();
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    for (const text of [undefined, "nowhere + 1"]) {
      if (text !== undefined) await type(page, text);
      if (text !== undefined) await page.getByRole("button", { name: "Declare nowhere" }).waitFor();
      expect(await violations(page)).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBeLessThanOrEqual(0);
    }
  });

  it("stands still while its text is right, then wrong, then right", async () => {
    const page = await site.visit();
    await draw(page, CURVED);
    const below = () =>
      page.getByLabel("Examples").evaluate((element) => element.getBoundingClientRect().top);
    const top = await below();
    await type(page, CURVED.replace("softplus", "softplu"));
    await page.locator(".verdict.wrong").waitFor();
    expect(await below()).toBe(top);
  });
});
