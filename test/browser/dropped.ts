import type { Page } from "playwright";

/** Drops files with these names and bytes on the page. */
export const drop = (
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
