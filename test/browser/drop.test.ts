import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { printed, scratchFolder } from "../cli/run.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { drop } from "./dropped.ts";
import { drawn, overlay, Site } from "./support.ts";

const folder = scratchFolder();
const file = (name: string): string => join(folder.path, name);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
  for (const format of ["svg", "png", "pdf", "html", "tex"])
    await printed(["export", "ms-weights", "-o", file(`figure.${format}`), "--set", "theme=dark"]);
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(async () => {
  await site.close();
  folder.remove();
});

const kindShown = (page: Page): string | undefined => decodeLink(new URL(page.url()).hash).spec.kind;
/** Of trouble, spoken at once. */
const notice = (page: Page) => page.getByRole("alert");
/** Of what was done, spoken when there is a pause. */
const news = (page: Page) => page.locator("#news[role=status]");

describe("a figure that is dropped on the page", () => {
  it.each(["svg", "png", "pdf", "html", "tex"])(
    "comes back from a .%s, and one step of undo takes it away",
    async (format) => {
      const page = await site.visit();
      const before = await overlay(page);
      await drop(page, [{ name: `figure.${format}`, bytes: readFileSync(file(`figure.${format}`)) }]);
      await expect.poll(() => news(page).innerText()).toContain(`Opened figure.${format}`);
      await expect.poll(() => kindShown(page)).toBe("panels");
      await drawn(page);
      await page.getByRole("button", { name: "Undo" }).click();
      await drawn(page);
      expect(await overlay(page)).toBe(before);
    },
  );

  it("that is none of ours changes nothing and says why; of several the first good one is taken", async () => {
    const page = await site.visit();
    const before = await overlay(page);
    const foreign = { name: "photo.svg", bytes: Buffer.from("<svg><script>alert(1)</script></svg>") };
    await drop(page, [foreign]);
    await expect
      .poll(() => notice(page).innerText())
      .toContain("no recipe in photo.svg; expected an SVG saved by");
    expect(await overlay(page)).toBe(before);
    await drop(page, [foreign, { name: "figure.pdf", bytes: readFileSync(file("figure.pdf")) }]);
    await expect.poll(() => news(page).innerText()).toContain("Opened figure.pdf");
    expect(await news(page).innerText()).toContain("one of 2 files");
    expect(await notice(page).count()).toBe(0);
    await drop(page, [foreign]);
    await expect.poll(() => notice(page).innerText()).toContain("no recipe in photo.svg");
    expect(await news(page).innerText()).toBe("");
  });

  it.each<[string, readonly { readonly name: string; readonly bytes: Buffer }[], string]>([
    [
      "cut off",
      [{ name: "half.png", bytes: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1") }],
      "This file could not be opened: half.png: the PNG is cut off.",
    ],
    ["empty", [{ name: "empty.svg", bytes: Buffer.alloc(0) }], "empty.svg is empty; expected a figure."],
    [
      "of a newer version",
      [
        {
          name: "new.svg",
          bytes: Buffer.from(
            '<svg><metadata>{"marginscape":"9.9.9","figure":{"version":2}}</metadata></svg>',
          ),
        },
      ],
      "new.svg: made by Marginscape 9.9.9, figure version 2; this one reads up to version 1.",
    ],
    [
      "one of several, none of them good",
      ["a.txt", "b.txt"].map((name) => ({ name, bytes: Buffer.from("hello") })),
      "None of these 2 files could be opened. The first: no figure in a.txt; expected",
    ],
  ])("that is %s changes nothing and says why", async (_, files, message) => {
    const page = await site.visit();
    const before = await overlay(page);
    await drop(page, files);
    await expect.poll(() => notice(page).innerText()).toContain(message);
    expect(await overlay(page)).toBe(before);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  });

  it("that is a folder, or cannot be read, is told so", async () => {
    const page = await site.visit();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "folder"));
      File.prototype.arrayBuffer = () => Promise.reject(new DOMException("not found", "NotFoundError"));
      document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    });
    await expect
      .poll(() => notice(page).innerText())
      .toContain("folder cannot be read; expected a file, not a folder");
  });

  it("may be pasted, but not over the words that are being written", async () => {
    const page = await site.visit();
    const bytes = readFileSync(file("figure.svg")).toString();
    const paste = (selector: string): Promise<void> =>
      page.evaluate(
        ([where, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "figure.svg"));
          document
            .querySelector(where)
            ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        },
        [selector, bytes] as const,
      );
    await paste("input, textarea");
    await paste("body");
    await expect.poll(() => news(page).innerText()).toContain("Opened figure.svg");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  });

  it("is announced while it is over the page", async () => {
    const page = await site.visit();
    const hint = page.locator(".drop-hint");
    expect(await hint.isVisible()).toBe(false);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "x.svg"));
      document.body.dispatchEvent(
        new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await hint.isVisible()).toBe(true);
  });

  it("can be chosen with a button, by keyboard too", async () => {
    const page = await site.visit();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open …" }).focus();
    await page.keyboard.press("Enter");
    await (await choosing).setFiles(file("figure.png"));
    await expect.poll(() => news(page).innerText()).toContain("Opened figure.png");
  });
});
