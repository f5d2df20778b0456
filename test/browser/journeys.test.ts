import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readRecipe } from "../../src/export/recipe/read.ts";
import { minimiseFigure } from "../../src/spec/figure.ts";
import { decodeLink } from "../../src/spec/link.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { findPreset } from "../../src/spec/presets.ts";
import { caption, chooseLoss, drawn, lossShown, mBox, overlay, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

const specShown = (page: Page) => decodeLink(new URL(page.url()).hash).spec;

/** Drops a file on the page. */
const drop = (page: Page, name: string, bytes: Buffer): Promise<void> =>
  page.evaluate(
    ([title, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], title));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
    },
    [name, bytes.toString("base64")] as const,
  );

describe("an author", () => {
  it("takes the paper's figure, changes m and the look, prints it, and gets it back from the PDF", async () => {
    const page = await site.visit();
    await page.getByRole("combobox", { name: "Figure" }).selectOption("circle-region");
    await expect.poll(() => caption(page)).toContain("γ = 256");
    await mBox(page).fill("0.3");
    await mBox(page).press("Enter");
    await drawn(page);
    expect(await caption(page)).toContain("m = 0.3");
    await page.getByRole("combobox", { name: "Theme" }).selectOption("print");
    await page.getByRole("combobox", { name: "For", exact: true }).selectOption("cvpr-column");
    await drawn(page);
    await press(page, "Export …");
    await page.getByLabel("Format").selectOption("pdf");
    const arriving = page.waitForEvent("download");
    await press(page, "Save");
    const file = await arriving;
    const pdf = readFileSync(await file.path());
    await page.keyboard.press("Escape");
    const spec = minimiseFigure(readRecipe(pdf, "a.pdf"));
    expect(spec).toMatchObject({ theme: "print", venue: "cvpr-column", loss: { params: { margin: 0.3 } } });
    // the points of the paper are still there
    expect(spec).toMatchObject({ points: (findPreset("circle-region").spec as LandscapeSpec).points });
    const mine = await overlay(page);

    // a year later, on another machine
    const later = await site.visit({ hash: "#loss=triplet" });
    await drop(later, file.suggestedFilename(), pdf);
    await expect.poll(() => later.locator("#news").innerText()).toContain(file.suggestedFilename());
    await drawn(later);
    expect(await lossShown(later)).toBe("circle");
    expect(await mBox(later).inputValue()).toBe("0.3");
    expect(await overlay(later)).toBe(mine);
    await later.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => lossShown(later)).toBe("triplet");
  });
});

describe("an engineer", () => {
  it("asks what ArcFace's margin is among 10⁵ classes, takes a library's variant and its code", async () => {
    const page = await site.visit();
    await chooseLoss(page, "arcface");
    await drawn(page);
    await page.locator("#choosing > summary").click();
    const answers = page.locator("#choosing-answers");
    const classes = page.locator("#choosing").getByLabel("Number of classes C", { exact: true });
    await classes.fill("100000");
    await classes.press("Enter");
    // ln 99999 / 64
    await expect.poll(() => answers.innerText()).toContain("0.1799");
    const variant = page.getByRole("combobox", { name: "Defaults of" });
    await variant.selectOption("pml");
    await expect.poll(() => page.url()).toContain("margin=");
    const { loss } = specShown(page) as unknown as { loss: { params: { margin: number } } };
    // 28.6 degrees, as that library has it
    expect(loss.params.margin).toBeCloseTo((28.6 * Math.PI) / 180, 3);
    await press(page, "Copy code");
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(String(loss.params.margin));
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toContain("import torch");
  });
});

describe("in a batch", () => {
  const place = async (page: Page): Promise<readonly [number, number]> => {
    await drawn(page);
    // the link follows when the figure rests
    await page.waitForTimeout(600);
    const { nodes } = specShown(page) as unknown as { nodes: { name: string; at: [number, number] }[] };
    return nodes.find(({ name }) => name === "s1")?.at ?? [NaN, NaN];
  };
  const reading = (page: Page, key: string) => page.locator(`[data-readout="${key}"]:visible`).innerText();

  async function onNode(page: Page): Promise<{ x: number; y: number }> {
    const box = await page.locator(".figure .crosshair:visible").boundingBox();
    if (box === null) throw new Error("no crosshair");
    for (let i = 0; i < 900; i++) {
      const [x, y] = [
        box.x + (((i % 30) + 0.5) / 30) * box.width,
        box.y + (Math.floor(i / 30) / 30) * box.height,
      ];
      await page.mouse.move(x, y);
      const name = page.locator('[data-readout="node"]:visible');
      if ((await name.count()) > 0 && (await name.innerText()) === "s1") return { x, y };
    }
    throw new Error("s1 is nowhere");
  }

  it("a node follows the pointer, and pulls and pushes follow it; one step of undo puts it back", async () => {
    const page = await site.visit();
    await press(page, "Batch");
    await page.locator(".overlay g.nodes").waitFor();
    const before = await place(page);
    const pushes = await overlay(page);
    const at = await onNode(page);
    await page.mouse.down();
    for (const step of [10, 20, 40]) await page.mouse.move(at.x + step, at.y + step / 2);
    await page.mouse.up();
    const box = await page.locator(".figure .crosshair:visible").boundingBox();
    const after = await place(page);
    // the square is the panel less its inset of 1.7 · 0.036 on either side
    const side = (box?.width ?? NaN) * (1 - 2 * 1.7 * 0.036);
    const grip = 0.036 * 1.3 * 2;
    expect(Math.abs(after[0] - before[0] - 40 / side)).toBeLessThan(grip);
    expect(Math.abs(after[1] - before[1] - 20 / side)).toBeLessThan(grip);
    expect(await overlay(page)).not.toBe(pushes);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await place(page)).toEqual(before);
    expect(await overlay(page)).toBe(pushes);
  });

  it("a node is moved with the keyboard, spoken, and Escape puts it back", async () => {
    const page = await site.visit();
    await press(page, "Batch");
    await page.locator(".overlay g.nodes").waitFor();
    const before = await place(page);
    await onNode(page);
    await page.locator(".figure .crosshair:visible").focus();
    await page.keyboard.press("Enter");
    await page.getByText("s1 is held").waitFor({ state: "attached" });
    for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowUp"]) await page.keyboard.press(key);
    const after = await place(page);
    expect(after[0]).toBeCloseTo(before[0] + 0.02, 6);
    expect(after[1]).toBeCloseTo(before[1] - 0.1, 6);
    expect(await reading(page, "node")).toBe("s1");
    await page.keyboard.press("Escape");
    expect(await place(page)).toEqual(before);
    await page.getByText("s1 is let go").waitFor({ state: "attached" });
    // now the arrows move the crosshair again
    for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowDown");
    expect(await place(page)).toEqual(before);
  });
});

describe("side by side", () => {
  it("one crosshair reads every panel at the same pair", async () => {
    const page = await site.visit();
    await press(page, "Compare");
    await page.locator(".overlay g.panel-2").waitFor();
    await drawn(page);
    const cross = page.locator(".figure .crosshair:visible");
    const box = await cross.boundingBox();
    if (box === null) throw new Error("no crosshair");
    await page.mouse.move(box.x + 0.2 * box.width, box.y + 0.5 * box.height);
    const other = page.locator('[data-readout="panel-(b)"]');
    await expect.poll(() => other.innerText()).toMatch(/^loss L\s+[\d.]+/);
    expect(await page.locator(".crosshair .linked").count()).toBe(2);
    const shownAt = (name: string) => page.locator(`.crosshair:visible .line.up${name}`).boundingBox();
    const [own, linked] = [await shownAt(":not(.linked)"), await shownAt(".linked")];
    // as far into the other frame as into its own
    expect((linked?.x ?? 0) - (own?.x ?? 0)).toBeGreaterThan(0.3 * box.width);
    await page.mouse.move(box.x + 0.7 * box.width, box.y + 0.5 * box.height);
    await expect.poll(() => page.locator('[data-readout="panel-(a)"]').count()).toBe(1);
    expect(await page.locator('[data-readout="panel-(a)"]').innerText()).toMatch(/^loss L\s+[\d.]+/);
    expect(await other.count()).toBe(0);
  });

  it("a surface is read under a pointer that does not turn it", async () => {
    const page = await site.visit();
    await press(page, "Surface");
    await page.locator(".figure .turntable").waitFor();
    await drawn(page);
    const box = await page.locator(".figure .turntable").boundingBox();
    if (box === null) throw new Error("no surface");
    const height = (): Promise<string> => page.locator('[data-readout="height"]').innerText();
    for (const across of [0.4, 0.6, 0.5]) {
      const before = await height();
      await page.mouse.move(box.x + across * box.width, box.y + 0.5 * box.height);
      await expect.poll(height).not.toBe(before);
      expect(Number((await height()).replace("−", "-"))).not.toBeNaN();
    }
  });

  it("comes nearer in every panel by key and wheel, and undo goes back", async () => {
    const page = await site.visit();
    await press(page, "Compare");
    await page.locator(".overlay g.panel-2").waitFor();
    await drawn(page);
    const ranges = async () => {
      await drawn(page);
      await page.waitForTimeout(400);
      const { panels } = specShown(page) as unknown as {
        panels: { figure: { axes?: { negative?: { range: number[] } } } }[];
      };
      return panels.map(({ figure }) => figure.axes?.negative?.range ?? [0, 1]);
    };
    const before = await overlay(page);
    const cross = page.locator(".figure .crosshair:visible");
    await cross.focus();
    await cross.press("+");
    expect(await ranges()).toEqual([
      [0.1, 0.9],
      [0.1, 0.9],
    ]);
    await cross.press("0");
    expect(await ranges()).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const box = await cross.boundingBox();
    if (box === null) throw new Error("no crosshair");
    const under = async () => Number(await page.locator('[data-readout="sn"]:visible').innerText());
    const elsewhere = await under();
    await page.mouse.move(box.x + 0.2 * box.width, box.y + 0.5 * box.height);
    await expect.poll(under).not.toBe(elsewhere);
    const sn = await under();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -40);
    await page.keyboard.up("Control");
    const [[from, to], other] = await ranges();
    expect(to - from).toBeCloseTo(Math.exp(-0.4), 3);
    expect(other).toEqual([from, to]);
    // what was under the pointer still is
    await expect.poll(under).toBeCloseTo(sn, 2);
    for (let i = 0; i < 2; i++) await page.getByRole("button", { name: "Undo" }).click();
    await drawn(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await drawn(page);
    expect(await overlay(page)).toBe(before);
  });
});
