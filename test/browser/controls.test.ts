import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  arcOf,
  caption,
  drawn,
  frameOf,
  mBox,
  mSlider,
  overlay,
  Site,
  chooseLoss,
  lossShown,
} from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** The boundary of Circle loss over [0, 1]²: an arc of radius √2·m round the top left corner. */
async function expectArcOf(page: Page, m: number): Promise<void> {
  const frame = await frameOf(page);
  const arc = await arcOf(page);
  const radius = Math.SQRT2 * m;
  const expected = {
    x0: frame.x,
    y0: frame.y + radius * frame.height,
    rx: radius * frame.width,
    ry: radius * frame.height,
    x1: frame.x + radius * frame.width,
    y1: frame.y,
  };
  expect(frame.width).toBeGreaterThan(300);
  expect(arc.sweep).toBe(0);
  for (const [key, pixel] of Object.entries(expected))
    expect(Math.abs(arc[key as keyof typeof expected] - pixel), `${key} at m = ${m}`).toBeLessThan(0.02);
}

describe("the slider of m", () => {
  it("moves the boundary with the keyboard: a step, ten steps, the ends", async () => {
    const page = await site.visit();
    const slider = mSlider(page);
    await expectArcOf(page, 0.25);
    const press = async (key: string, m: number) => {
      await slider.press(key);
      await drawn(page);
      await expectArcOf(page, m);
      expect(await mBox(page).inputValue()).toBe(String(m));
      expect(await slider.getAttribute("aria-valuetext")).toBe(`m = ${m}`);
    };
    await press("ArrowRight", 0.26);
    await press("ArrowUp", 0.27);
    await press("PageUp", 0.37);
    await press("PageDown", 0.27);
    await press("ArrowLeft", 0.26);
    await press("End", 0.6);
    await slider.press("Home");
    await drawn(page);
    // at m = −0.2 the two thresholds have passed each other: there is no boundary left
    expect(await mBox(page).inputValue()).toBe("-0.2");
    expect(await page.locator(".overlay g.boundary path").count()).toBe(0);
  });

  it("moves the boundary while it is dragged", async () => {
    const page = await site.visit();
    const box = await mSlider(page).boundingBox();
    if (box === null) throw new Error("no slider");
    const y = box.y + box.height / 2;
    const seen = new Set<number>();
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    for (const part of [0.55, 0.65, 0.75, 0.85]) {
      await page.mouse.move(box.x + box.width * part, y);
      await drawn(page);
      const m = Number(await mBox(page).inputValue());
      await expectArcOf(page, m);
      seen.add(m);
    }
    await page.mouse.up();
    expect([...seen]).toEqual([...seen].toSorted((a, b) => a - b));
    expect(seen.size).toBe(4);
  });

  it("goes back to the default with its button", async () => {
    const page = await site.visit({ hash: "#loss=circle&margin=0.4" });
    await page.getByRole("button", { name: "Reset m" }).click();
    await drawn(page);
    await expectArcOf(page, 0.25);
  });
});

describe("the number box of m", () => {
  it("takes an exact value that no step has", async () => {
    const page = await site.visit();
    await mBox(page).fill("0.3137");
    await mBox(page).press("Enter");
    await drawn(page);
    await expectArcOf(page, 0.3137);
    expect(await mSlider(page).inputValue()).toBe("51");
  });

  it.each([
    ["7", "invalid loss.params.margin: 7; expected -1 to 1"],
    ["wide", 'invalid loss.params.margin: "wide"; expected -1 to 1'],
  ])("refuses %s, says why, and keeps the figure", async (text, message) => {
    const page = await site.visit();
    const before = await overlay(page);
    await mBox(page).fill(text);
    await mBox(page).press("Enter");
    await drawn(page);
    await page.getByText(message, { exact: true }).waitFor();
    expect(await mBox(page).getAttribute("aria-invalid")).toBe("true");
    expect(await overlay(page)).toBe(before);
    await mBox(page).fill("0.3");
    await mBox(page).press("Enter");
    await drawn(page);
    await expectArcOf(page, 0.3);
    expect(await page.getByText(message, { exact: true }).count()).toBe(0);
    expect(await mBox(page).getAttribute("aria-invalid")).toBeNull();
  });

  it("takes a real minus and goes beyond the slider", async () => {
    const page = await site.visit();
    await mBox(page).fill("−0.5");
    await mBox(page).press("Enter");
    await drawn(page);
    expect(await mBox(page).inputValue()).toBe("-0.5");
    expect(await mSlider(page).inputValue()).toBe("0");
    expect(await page.getByText("invalid").count()).toBe(0);
  });
});

describe("what a reader is writing", () => {
  it("stays while values change with a sweep: a number, a title, the end of an axis", async () => {
    const page = await site.visit();
    await page.getByText("Axes", { exact: true }).click();
    await page.getByRole("button", { name: "Play: m" }).click();
    const boxes = [
      { box: page.getByRole("textbox", { name: "scale γ, exact value" }), written: "3", taken: "32" },
      { box: page.getByLabel("Title", { exact: true }), written: "A mov", taken: "A moving margin" },
      {
        box: page.getByRole("group", { name: "from … to" }).first().getByLabel("end"),
        written: "0.",
        taken: "0.75",
      },
    ];
    for (const { box, written, taken } of boxes) {
      await box.fill(written);
      const m = await mBox(page).inputValue();
      await expect.poll(() => mBox(page).inputValue()).not.toBe(m);
      expect(await box.inputValue()).toBe(written);
      await box.fill(taken);
      await box.press("Enter");
    }
    await page.getByRole("button", { name: "Pause: m" }).click();
    await drawn(page);
    for (const { box, taken } of boxes) expect(await box.inputValue()).toBe(taken);
    expect(await page.locator(".overlay svg > title").innerHTML()).toBe("A moving margin");
  });

  it("stays when all settings are filled in anew after the one before", async () => {
    const page = await site.visit();
    await page.getByText("All settings", { exact: true }).click();
    const [width, height] = ["width", "height"].map((name) => page.getByLabel(name, { exact: true }));
    await width.fill("700");
    await width.press("Tab");
    await height.fill("6");
    // as long as it takes to fill the form several times
    await page.waitForTimeout(900);
    expect(await height.inputValue()).toBe("6");
    await height.fill("wide");
    await height.press("Enter");
    await page.getByText('invalid size.height: "wide"; expected 200 to 4000').waitFor();
    await height.fill("600");
    await height.press("Enter");
    await drawn(page);
    expect(await page.locator(".overlay svg").getAttribute("viewBox")).toBe("0 0 700 600");
  });
});

describe("the form of all settings", () => {
  it("keeps a panel open and the focus in it", async () => {
    const page = await site.visit();
    await page.locator('nav.views [data-view="compare"]').click();
    await drawn(page);
    await page.getByText("All settings", { exact: true }).click();
    await page.getByText("Panel 2", { exact: true }).click();
    const samples = page.getByLabel("samples", { exact: true }).last();
    await samples.fill("64");
    await samples.press("Tab");
    // found and read at once: the form may be filled anew in between
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent);
    expect(await focused()).toBe("field");
    // as long as it takes to fill the form several times
    await page.waitForTimeout(900);
    expect(await samples.inputValue()).toBe("64");
    expect(await samples.isVisible()).toBe(true);
    expect(await focused()).toBe("field");
  });

  it("is that of the list it shows, at once after an item has gone", async () => {
    const page = await site.visit();
    await page.getByText("All settings", { exact: true }).click();
    const points = page.getByRole("group", { name: /^points \d+$/ });
    await points.last().waitFor();
    const before = await points.count();
    expect(before).toBeGreaterThan(3);
    const names = await points
      .getByLabel("name", { exact: true })
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    await page.evaluate(() => {
      const remove = document.querySelector<HTMLButtonElement>('[aria-label="Remove points 1"]');
      remove?.click();
      // before anything else can happen: the name of what is now the last
      const boxes = document.querySelectorAll<HTMLElement>('[role="group"][aria-label^="points "]');
      const box = [...boxes].at(-1)?.querySelector("input");
      if (!box) throw new Error("no point left");
      box.value = "Z";
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await drawn(page);
    await expect.poll(() => points.count()).toBe(before - 1);
    expect(
      await points
        .getByLabel("name", { exact: true })
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)),
    ).toEqual([...names.slice(1, -1), "Z"]);
  });
});

describe("the choices", () => {
  it("a loss from the drop-down brings its parameters, title and boundary", async () => {
    const page = await site.visit();
    await chooseLoss(page, "am-softmax");
    await drawn(page);
    expect(await page.locator(".overlay svg title").innerHTML()).toContain("AM-Softmax");
    expect(await page.getByRole("slider", { name: "m cosine margin" }).count()).toBe(1);
    const { x, y, width } = await frameOf(page);
    const d = (await page.locator(".overlay g.boundary path").first().getAttribute("d")) ?? "";
    const [x0, y0, x1, y1] = (d.match(/[\d.]+/g) ?? []).map(Number);
    // s_p = s_n + 0.35
    for (const [pixel, expected] of [
      [x0, x],
      [y0, y + width * 0.65],
      [x1, x + width * 0.65],
      [y1, y],
    ])
      expect(Math.abs(pixel - expected), d).toBeLessThan(0.02);
  });

  it("a variant brings a library's defaults", async () => {
    const page = await site.visit();
    await page.getByLabel("Defaults of").selectOption("pml");
    await drawn(page);
    await expectArcOf(page, 0.4);
    expect(await page.getByRole("textbox", { name: "scale γ, exact value" }).inputValue()).toBe("80");
  });

  it("attached or detached is said by the caption", async () => {
    const page = await site.visit();
    expect(await caption(page)).toContain("Arrows: against the detached gradient");
    await page.locator("label", { hasText: /^attached$/ }).click();
    await drawn(page);
    expect(await caption(page)).toContain("Arrows: against the attached gradient (full derivative)");
    expect(await page.locator(".which").innerText()).toBe("attached gradient (full derivative)");
    await page.getByRole("radio", { name: "attached", exact: true }).press("ArrowLeft");
    await drawn(page);
    expect(await caption(page)).toContain("Arrows: against the detached gradient");
  });

  it("is not offered where nothing is detached", async () => {
    const page = await site.visit({ hash: "#loss=triplet" });
    expect(await page.getByRole("radio", { name: "attached", exact: true }).isVisible()).toBe(false);
  });

  it("quantity, units, ranges and orientation reach the figure", async () => {
    const page = await site.visit();
    await page.getByText("Axes", { exact: true }).click();
    await page.getByLabel("Colour").selectOption("dSn");
    await drawn(page);
    expect(await caption(page)).toContain("Colour: gradient on the negative, detached gradient");
    await page.getByLabel("Axis of sn").selectOption("degrees");
    await drawn(page);
    expect(await overlay(page)).toContain("angle to the negative ");
    expect(await overlay(page)).toContain(">120°<");
    const ends = page.getByRole("group", { name: "from … to" }).nth(1);
    await ends.getByLabel("start").fill("−1");
    await ends.getByLabel("start").press("Enter");
    await drawn(page);
    expect(await overlay(page)).toContain(">−0.5<");
    await page.getByLabel("To the right").selectOption("positive");
    await drawn(page);
    const below = page.locator(".overlay g.axes text:not([transform])").last();
    expect(await below.innerHTML()).toContain("positive similarity");
  });

  it("a range that is not legal is refused with the reason", async () => {
    const page = await site.visit();
    await page.getByText("Axes", { exact: true }).click();
    const before = await overlay(page);
    const end = page.getByRole("group", { name: "from … to" }).first().getByLabel("end");
    await end.fill("2");
    await end.press("Enter");
    await page.getByText("expected two different numbers from -1 to 1").waitFor();
    expect(await overlay(page)).toBe(before);
  });
});

describe("undo and redo", () => {
  it("go back and forth over every change, by button and by keyboard", async () => {
    const page = await site.visit();
    const undo = page.getByRole("button", { name: "Undo" });
    const redo = page.getByRole("button", { name: "Redo" });
    expect([await undo.isDisabled(), await redo.isDisabled()]).toEqual([true, true]);
    await page.getByLabel("Colour").selectOption("z");
    await chooseLoss(page, "triplet");
    await drawn(page);
    const last = await overlay(page);
    await undo.click();
    await drawn(page);
    expect(await lossShown(page)).toBe("circle");
    expect(await page.getByLabel("Colour").inputValue()).toBe("z");
    await page.keyboard.press("Control+z");
    await drawn(page);
    expect(await page.getByLabel("Colour").inputValue()).toBe("loss");
    expect(await undo.isDisabled()).toBe(true);
    await redo.click();
    await page.keyboard.press("Control+Shift+z");
    await drawn(page);
    expect(await overlay(page)).toBe(last);
    expect(await redo.isDisabled()).toBe(true);
  });

  it("a drag of the slider is one step", async () => {
    const page = await site.visit();
    const box = await mSlider(page).boundingBox();
    if (box === null) throw new Error("no slider");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    for (const part of [0.55, 0.65, 0.75]) {
      await page.mouse.move(box.x + box.width * part, y);
      // a hand may rest on the way
      await page.waitForTimeout(800);
    }
    await page.mouse.up();
    await page.getByRole("button", { name: "Undo" }).click();
    await drawn(page);
    await expectArcOf(page, 0.25);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  });
});
