import type { FigureSpec } from "../../spec/figure.ts";
import { figureFile } from "../save.ts";

/** What can be copied, and what a program that takes it gets. */
export type Copied = "png" | "svg";

/**
 * Puts the figure on the clipboard. The browser is given a promise, because it lets a page copy only while it answers a
 * click. Throws where the browser does not let it.
 */
export async function copyFigure(spec: FigureSpec, format: Copied, scale: number): Promise<void> {
  if (format === "svg") {
    await navigator.clipboard.writeText(await (await figureFile(spec, "svg")).text());
    return;
  }
  await navigator.clipboard.write([new ClipboardItem({ "image/png": figureFile(spec, "png", { scale }) })]);
}
