import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { printed, scratchFolder } from "../cli/run.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { drawn, overlay, Site } from "./support.ts";

const folder = scratchFolder();
const file = (name: string): string => join(folder.path, name);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
  for (const format of ["svg", "png", "pdf"])
    await printed(["export", "ms-weights", "-o", file(`figure.${format}`), "--set", "theme=dark"]);
});
afterEach(async () => expect(await site.end()).toEqual([]));
afterAll(async () => {
  await site.close();
  folder.remove();
});

/** Drops files with these names and bytes on the page. */
const drop = (
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> =>
  page.evaluate(
    (given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given)
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") })),
  );

const kindShown = (page: Page): string | undefined => decodeLink(new URL(page.url()).hash).spec.kind;
const notice = (page: Page) => page.locator("#notice");

describe("a figure that is dropped on the page", () => {
  it.each(["svg", "png", "pdf"])(
    "comes back from a .%s, and one step of undo takes it away",
    async (format) => {
      const page = await site.visit();
      const before = await overlay(page);
      await drop(page, [{ name: `figure.${format}`, bytes: readFileSync(file(`figure.${format}`)) }]);
      await expect.poll(() => notice(page).innerText()).toContain(`Opened figure.${format}`);
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
    await expect.poll(() => notice(page).innerText()).toContain("Opened figure.pdf");
    expect(await notice(page).innerText()).toContain("one of 2 files");
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
    await expect.poll(() => notice(page).innerText()).toContain("Opened figure.png");
  });
});
