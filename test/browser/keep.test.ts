import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { drawn, mBox, overlay, Site } from "./support.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(() => site.close());

/** Two cores may be busy with other tests. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

const dialog = (page: Page) => page.getByRole("dialog", { name: "My figures" });
const cards = (page: Page) => page.getByRole("list", { name: "My figures" }).getByRole("listitem");
const names = (page: Page): Promise<string[]> => cards(page).locator("h3").allInnerTexts();
const said = (page: Page) => dialog(page).getByRole("status");
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

async function openKept(page: Page): Promise<void> {
  await press(page, "My figures …");
  await dialog(page).waitFor();
}

async function keep(page: Page, name: string): Promise<void> {
  await dialog(page).getByLabel("Name", { exact: true }).fill(name);
  await page.keyboard.press("Enter");
  await eventually(() => said(page).innerText()).toBe(`Saved “${name}”.`);
}

async function setM(page: Page, m: string): Promise<void> {
  await mBox(page).fill(m);
  await mBox(page).press("Enter");
}

const marginShown = (page: Page): Promise<string> => mBox(page).inputValue();

describe("My figures", () => {
  it("keeps a figure under a name, with a picture, over a reload and for another page", async () => {
    const page = await site.visit();
    await setM(page, "0.3137");
    await openKept(page);
    await dialog(page).getByText("No figure is kept yet").waitFor();
    await keep(page, "the one");
    const before = await overlay(page);
    await page.goto(site.address);
    await drawn(page);
    const other = await site.beside(page, { hash: "#loss=triplet" });
    await openKept(other);
    expect(await names(other)).toEqual(["the one"]);
    const image = cards(other).locator("img");
    expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(
      200,
    );
    await press(other, "Open the one");
    await drawn(other);
    expect(await dialog(other).isVisible()).toBe(false);
    expect(await overlay(other)).toBe(before);
    await other.waitForURL(/margin=0\.3137/);
    await press(other, "Undo");
    await drawn(other);
    expect(await overlay(other)).not.toBe(before);
  });

  it("names a figure by itself, renames, duplicates, saves over, deletes, and takes it back", async () => {
    const page = await site.visit();
    await openKept(page);
    await press(page, "Save this figure");
    await eventually(() => said(page).innerText()).toBe("Saved “Circle loss”.");
    await press(page, "Rename Circle loss");
    await page.keyboard.type("a");
    await page.keyboard.press("Escape");
    expect(await dialog(page).isVisible()).toBe(true);
    expect(await names(page)).toEqual(["Circle loss"]);
    await press(page, "Rename Circle loss");
    await page.keyboard.type("b <i>");
    await page.keyboard.press("Enter");
    await eventually(() => names(page)).toEqual(["b <i>"]);
    await press(page, "Duplicate b <i>");
    await eventually(() => names(page)).toEqual(["b <i> (copy)", "b <i>"]);
    await press(page, "Close");
    await setM(page, "0.41");
    await openKept(page);
    await press(page, "Save over b <i>");
    await eventually(() => said(page).innerText()).toBe("“b <i>” is now the figure on the page.");
    await press(page, "Delete b <i> (copy)");
    await eventually(() => names(page)).toEqual(["b <i>"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Undo");
    await page.keyboard.press("Enter");
    await eventually(() => names(page)).toEqual(["b <i>", "b <i> (copy)"]);
    await press(page, "Delete b <i> (copy)");
    await press(page, "Close");
    await press(page, "Undo");
    await eventually(() => marginShown(page)).toBe("0.25");
    await openKept(page);
    await press(page, "Open b <i>");
    await eventually(() => marginShown(page)).toBe("0.41");
  });

  it("goes into one file and comes back from it, chosen or dropped, beside what is there", async () => {
    const page = await site.visit();
    await openKept(page);
    await keep(page, "a");
    await keep(page, "b");
    const arriving = page.waitForEvent("download");
    await press(page, "Export all");
    const file = await (await arriving).path();
    const text = readFileSync(file, "utf8");
    expect(JSON.parse(text)).toMatchObject({ figures: [{ name: "b" }, { name: "a" }] });
    const other = await site.visit();
    const drop = (name: string, content: string): Promise<void> =>
      other.evaluate(
        ([title, inside]) => {
          const data = new DataTransfer();
          data.items.add(new File([inside], title));
          const options = { dataTransfer: data, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent("drop", options));
        },
        [name, content],
      );
    await drop("kept.json", text);
    await other.getByText("kept.json: 2 figures added.").waitFor();
    await openKept(other);
    expect(await names(other)).toEqual(["b", "a"]);
    await eventually(() => cards(other).locator("img[src^='data:image/']").count()).toBe(2);
    await dialog(other)
      .getByLabel("Import …")
      .setInputFiles({ name: "x.json", mimeType: "", buffer: Buffer.from(text) });
    await eventually(() => said(other).innerText()).toBe("x.json: 0 figures added; 2 were here already.");
    await dialog(other)
      .getByLabel("Import …")
      .setInputFiles({ name: "y.json", mimeType: "", buffer: Buffer.from("{}") });
    await eventually(() => said(other).innerText()).toContain(
      "y.json is none; expected a file that Export all made",
    );
  });

  it("shows in each tab what the other did, and lets none overwrite the other", async () => {
    const one = await site.visit();
    await openKept(one);
    await keep(one, "a");
    const other = await site.beside(one);
    await openKept(other);
    await other.getByRole("button", { name: "Rename a", exact: true }).click();
    await other.keyboard.type("from the other");
    await press(one, "Rename a");
    await one.keyboard.type("from the one");
    await one.keyboard.press("Enter");
    await eventually(() => names(one)).toEqual(["from the one"]);
    await other.keyboard.press("Enter");
    await eventually(() => said(other).innerText()).toBe(
      "“a” was renamed to “from the one” in another tab meanwhile; nothing was done here.",
    );
    expect(await names(other)).toEqual(["from the one"]);
    await press(other, "Delete from the one");
    await eventually(() => names(one)).toEqual([]);
  });

  it("saves in two tabs at once without losing any", async () => {
    const one = await site.visit();
    const other = await site.beside(one);
    await Promise.all([openKept(one), openKept(other)]);
    const six = async (page: Page, letter: string): Promise<void> => {
      for (let i = 0; i < 6; i++) await keep(page, `${letter}${i}`);
    };
    await Promise.all([six(one, "a"), six(other, "b")]);
    const expected = ["a0", "a1", "a2", "a3", "a4", "a5", "b0", "b1", "b2", "b3", "b4", "b5"];
    for (const page of [one, other])
      await eventually(async () => (await names(page)).toSorted()).toEqual(expected);
  });

  it.each([
    ["full", "The browser’s storage is full"],
    ["forbidden", "The browser keeps nothing for this page (denied)"],
  ])("says so where storage is %s, and goes on in this page", async (how, words) => {
    const page = await site.visit();
    await page.evaluate((fault) => {
      const fail = (): never => {
        throw new DOMException(
          fault === "full" ? "no room" : "denied",
          fault === "full" ? "QuotaExceededError" : "SecurityError",
        );
      };
      if (fault === "full") IDBObjectStore.prototype.put = fail;
      else IDBFactory.prototype.open = fail;
    }, how);
    await openKept(page);
    await keep(page, "a");
    expect(await dialog(page).getByRole("alert").innerText()).toContain(words);
    await dialog(page).getByText("only in this page").waitFor();
    await press(page, "Rename a");
    await page.keyboard.type("b");
    await page.keyboard.press("Enter");
    await eventually(() => names(page)).toEqual(["b"]);
    const arriving = page.waitForEvent("download");
    await press(page, "Export all");
    expect(readFileSync(await (await arriving).path(), "utf8")).toContain('"name": "b"');
    const asked = new Promise<string>((answer) =>
      page.once("dialog", (question) => {
        answer(question.type());
        void question.accept();
      }),
    );
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");
  });

  it.each([
    ["light", {}],
    ["dark, narrow", { dark: true, width: 360, height: 740 }],
  ])("is worked with by keyboard, and axe finds nothing: %s", async (_, visit) => {
    const page = await site.visit(visit);
    await page.locator("#my-figures").focus();
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await keep(page, "a");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Delete a", exact: true }).focus();
    await page.keyboard.press("Space");
    await eventually(() => said(page).innerText()).toBe("Deleted “a”.");
    await page.keyboard.press("Space");
    await eventually(() => names(page)).toEqual(["a"]);
    const [needed, there] = await dialog(page).evaluate(({ scrollWidth, clientWidth }) => [
      scrollWidth,
      clientWidth,
    ]);
    expect(needed).toBeLessThanOrEqual(there);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("my-figures");
  });
});

describe("the page saves by itself", () => {
  it("what a reload cuts off before the link is written", async () => {
    const page = await site.visit();
    await setM(page, "0.3137");
    await page.reload();
    await drawn(page);
    expect(await marginShown(page)).toBe("0.3137");
    await page.waitForURL(/margin=0\.3137/);
    await setM(page, "0.3138");
    await page.reload();
    await drawn(page);
    expect(await marginShown(page)).toBe("0.3138");
    // a reload breaks off the loading of the icon
    expect((await site.end()).filter((problem) => !problem.endsWith(".svg"))).toEqual([]);
  });

  it("and offers the last figure after another link", async () => {
    const page = await site.visit();
    await setM(page, "0.3137");
    await page.evaluate(() => (location.hash = "#loss=triplet"));
    await page.waitForFunction(() => document.querySelector("desc")?.textContent?.includes("Triplet"));
    await openKept(page);
    await press(page, "Restore last figure");
    await eventually(() => marginShown(page)).toBe("0.3137");
  });

  it("and after a visit to another page of the same tab", async () => {
    const page = await site.visit();
    await setM(page, "0.3137");
    await page.goto(`${site.address}catalogue.html`);
    await page.goto(`${site.address}#loss=triplet`);
    await drawn(page);
    await openKept(page);
    await press(page, "Restore last figure");
    await eventually(() => marginShown(page)).toBe("0.3137");
  });

  it("and after a crash", async () => {
    const page = await site.visit();
    await setM(page, "0.3137");
    const kept = (): Promise<number> =>
      page.evaluate(
        () =>
          new Promise<number>((done) => {
            const opening = indexedDB.open("marginscape");
            opening.addEventListener("success", () => {
              const counting = opening.result.transaction("drafts").objectStore("drafts").count();
              counting.addEventListener("success", () => {
                opening.result.close();
                done(counting.result);
              });
            });
          }),
      );
    // well after the figure came to rest
    await page.waitForTimeout(1500);
    await eventually(kept).toBe(1);
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => "nobody is left to answer");
    await crashed;
    const next = await site.beside(page);
    await openKept(next);
    await press(next, "Restore last figure");
    await eventually(() => marginShown(next)).toBe("0.3137");
  });

  it("where no storage may be used, without a complaint", async () => {
    const page = await site.visit();
    await page.evaluate(() => {
      Object.defineProperty(window, "sessionStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    await setM(page, "0.3137");
    await page.waitForTimeout(1500);
    await page.reload();
    await drawn(page);
    expect(await marginShown(page)).toBe("0.3137");
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

describe("a fault", () => {
  const banner = (page: Page) => page.getByRole("alert").filter({ hasText: "Something on this page failed" });

  it("in drawing is said; the spec can be copied, and the last good figure comes back", async () => {
    const page = await site.visit();
    await setM(page, "0.31");
    await drawn(page);
    await page.waitForTimeout(700);
    const good = await overlay(page);
    const caught = page.waitForEvent("pageerror");
    await page.evaluate(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
        HTMLCanvasElement.prototype.getContext = getContext;
        throw new Error("injected fault");
      } as typeof getContext;
    });
    await setM(page, "0.42");
    expect((await caught).message).toBe("injected fault");
    expect(await banner(page).innerText()).toContain(
      "Something on this page failed: injected fault. Your figure is not lost.",
    );
    expect(await violations(page)).toEqual([]);
    await banner(page).getByRole("button", { name: "Copy spec" }).click();
    await page.getByText("Spec copied").waitFor();
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as object;
    expect(copied).toMatchObject({ loss: { id: "circle", params: { margin: 0.42 } } });
    await press(page, "Go on with the last good figure");
    await drawn(page);
    expect(await banner(page).count()).toBe(0);
    expect(await marginShown(page)).toBe("0.31");
    expect(await overlay(page)).toBe(good);
    expect(await site.end()).toEqual(["page error: injected fault"]);
  });

  it("in one part of the page keeps no other from following, and can be put away", async () => {
    const page = await site.visit();
    const caught = page.waitForEvent("pageerror");
    await page.evaluate(() => {
      const description = Object.getOwnPropertyDescriptor(HTMLButtonElement.prototype, "disabled");
      Object.defineProperty(HTMLButtonElement.prototype, "disabled", {
        ...description,
        set() {
          throw new Error("injected fault");
        },
      });
    });
    await setM(page, "0.42");
    await caught;
    await page.waitForURL(/margin=0\.42/);
    await page.waitForFunction(() => document.querySelector("desc")?.textContent?.includes("m = 0.42"));
    await banner(page).getByRole("button", { name: "Close" }).click();
    expect(await banner(page).count()).toBe(0);
    expect((await site.end()).every((problem) => problem === "page error: injected fault")).toBe(true);
  });

  it("of a promise is said too", async () => {
    const page = await site.visit();
    await page.evaluate(() => void Promise.reject(new Error("injected promise")));
    await eventually(() => banner(page).innerText()).toContain("injected promise");
    expect(await site.end()).toEqual(["page error: injected promise"]);
  });
});
