import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { IndexHtmlTransformContext, Plugin } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(root, "notebooks");
const template = resolve(folder, "lib/template.html");

/** Every notebook as an entry of the build: the pages of notebooks/, named by their path. */
export const notebookPages = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".html"))
      .toSorted()
      .map((name) => [`notebooks/${name.replace(/\.html$/, "")}`, `notebooks/${name}`]),
  );

const STANDARD_LIBRARY = "/@observablehq/notebook-kit/dist/src/runtime/stdlib/";

const unused = "throw new Error('a notebook of this repository reads no files');";

/**
 * What stands in for modules of the kit's standard library that import from a network address at run time. A name
 * that is not here does not exist in a cell: whatever a notebook needs beyond it, it imports.
 */
const REPLACED: Readonly<Record<string, string>> = {
  "recommendedLibraries.js": [
    `export const Inputs = () => import(${JSON.stringify(resolve(folder, "lib/inputs.ts"))});`,
    `export const tex = () => import(${JSON.stringify(resolve(folder, "lib/tex.ts"))}).then((_) => _.tex);`,
    'export const md = () => import("./md.js").then((_) => _.md);',
  ].join("\n"),
  "sampleDatasets.js": "export {};",
  // shown code is coloured when the page is built
  "highlight.js": "export const highlight = () => {};",
  "fileAttachment.js": [
    `export const FileAttachment = () => { ${unused} };`,
    `export const registerFile = () => { ${unused} };`,
    `export const requireFileRegistration = () => {};`,
    `export const fileAttachments = () => { ${unused} };`,
  ].join("\n"),
};

/** The kit's slugs know Latin letters only; a heading of others is its own anchor. */
const anchorOf = (words: string): string => words.trim().replace(/\s+/g, "-");

const withAnchors = (page: string): string =>
  page.replace(/<(h[23]) id=""([^>]*)><a([^>]*) href="#">(.*?)<\/a><\/\1>/gs, (_, tag, rest, link, words) => {
    const anchor = anchorOf(words.replace(/<[^>]*>/g, ""));
    return `<${tag} id="${anchor}"${rest}><a${link} href="#${encodeURIComponent(anchor)}">${words}</a></${tag}>`;
  });

type Transform = (this: unknown, html: string, context: IndexHtmlTransformContext) => Promise<string>;

/** The kit brings a whole DOM for Node, which only a page that is being built needs. */
let kit: Promise<Transform> | undefined;
const transformOf = async (): Promise<Transform> => {
  const { observable } = await import("@observablehq/notebook-kit/vite");
  const plugin = observable({ template }) as { transformIndexHtml: { handler: Transform } };
  return plugin.transformIndexHtml.handler;
};

/**
 * Notebooks in the format of Observable Notebook Kit, compiled to pages that ask no other server for anything. The kit's
 * own plugin would take every HTML page for a notebook, add a style element that the pages' policy forbids, and leave the
 * language of the page to the template.
 */
export const notebooks: Plugin = {
  name: "notebooks",
  enforce: "pre",
  // for the dev server: bundled beforehand, the kit would never come to `load`
  config: () => ({
    optimizeDeps: {
      exclude: ["@observablehq/notebook-kit"],
      include: ["markdown-it", "markdown-it-anchor", "@sindresorhus/slugify"].map(
        (name) => `@observablehq/notebook-kit > ${name}`,
      ),
    },
  }),
  load(id) {
    const file = id.split("?")[0].replaceAll("\\", "/");
    const at = file.indexOf(STANDARD_LIBRARY);
    if (at < 0) return null;
    const module = file.slice(at + STANDARD_LIBRARY.length);
    if (module === "md.js")
      return readFileSync(file, "utf8").replace("slugify(s)", `slugify(s) || (${anchorOf.toString()})(s)`);
    return REPLACED[module] ?? null;
  },
  transformIndexHtml: {
    order: "pre",
    async handler(input, context) {
      if (!/^\/notebooks\/[^/]+\.html$/.test(context.path)) return input;
      const transform = await (kit ??= transformOf());
      const language = /<notebook[^>]*\slang="([\w-]+)"/.exec(input)?.[1] ?? "en";
      const page = await transform.call(this, input, context);
      return withAnchors(page)
        .replace(/<html lang="[^"]*"/, `<html lang="${language}"`)
        .replace("</title>", " – Marginscape</title>")
        .replace(/<style type="text\/css">[^]*?<\/style>/, "")
        .replace('"observable:runtime"', '"@observablehq/notebook-kit/runtime"');
    },
  },
};
