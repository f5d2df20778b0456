import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));

export interface Cell {
  readonly id: string;
  readonly type: string;
  readonly text: string;
}

export interface NotebookPage {
  /** Without `.html`. */
  readonly name: string;
  readonly html: string;
  readonly title: string;
  readonly language: string;
  readonly cells: readonly Cell[];
}

const CELL = /<script id="(\d+)" type="([^"]+)"[^>]*>([^]*?)<\/script>/g;

/** Every page of notebooks/, as it is written. */
export const PAGES: readonly NotebookPage[] = readdirSync(folder)
  .filter((file) => file.endsWith(".html"))
  .toSorted()
  .map((file) => {
    const html = readFileSync(join(folder, file), "utf8");
    return {
      name: file.replace(/\.html$/, ""),
      html,
      title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "",
      language: /<notebook[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? "",
      cells: [...html.matchAll(CELL)].map(([, id, type, text]) => ({ id, type, text })),
    };
  });

/** Without the list of them. */
export const NOTEBOOKS = PAGES.filter(({ name }) => name !== "index");
