import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "./imports.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The code cells of a notebook page, each line where it stands in the page. */
export const cells = (html: string) => {
  const code = /(<script\b[^>]*\btype="(?:module|text\/x-typescript)"[^>]*>)([^]*?)<\/script>/g;
  let out = "";
  for (const { index, 1: tag = "", 2: body = "" } of html.matchAll(code)) {
    const start = index + tag.length;
    out += html.slice(out.length, start).replace(/[^\n]/g, " ") + body;
  }
  return out;
};

/** The TypeScript of src, and of notebooks where there are any. */
export function sourceFiles(): SourceFile[] {
  return ["src", "notebooks"]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name.replaceAll("\\", "/")}`,
      ),
    )
    .filter((path) => path.endsWith(".ts") || /^notebooks\/.*\.html$/.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text: path.endsWith(".html") ? cells(text) : text };
    });
}
