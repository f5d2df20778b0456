import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cells } from "../architecture/files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const notebooks = resolve(root, "notebooks");
const pages = readdirSync(notebooks).filter((name) => name.endsWith(".html"));

/** What a cell finds without importing it; the kit's documentation calls it the standard library. */
const STANDARD = `
declare const Inputs: typeof import("./lib/inputs.ts");
declare const tex: typeof import("./lib/tex.ts").tex;
declare const md: (text: TemplateStringsArray, ...values: readonly unknown[]) => Element;
declare function display<T>(value: T): T;
declare function view<T>(input: { readonly value: T }): T;
declare const dark: boolean;
declare const width: number;
export {};
`;

let folder = "";
beforeAll(() => {
  mkdirSync(join(root, "test-output"), { recursive: true });
  folder = mkdtempSync(join(root, "test-output/notebook-types-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code of a page as one module two folders below the repository; every line stands where it stood. */
const moduleOf = (page: string): string =>
  (cells(page) + STANDARD)
    .replace(/((?:from\s+|import\()")\.\//g, "$1../notebooks/")
    .replace(/((?:from\s+|import\()")\.\.\//g, "$1../../");

/** What the compiler says of these pages, each line with the page's name. */
async function complaints(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const config = { extends: "../../tsconfig.json", compilerOptions: { noUnusedLocals: false } };
  const files = Object.keys(texts).map((name) => `${name}.ts`);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...config, include: undefined, files }));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.ts`), moduleOf(text));
  const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
  const program = join(compiler, "../bin/tsc");
  return new Promise((done) => {
    execFile(process.execPath, [program, "--noEmit", "-p", folder, "--pretty", "false"], (_, stdout) => {
      done(stdout.split("\n").filter((line) => line.includes(".html.ts") || line.startsWith("error")));
    });
  });
}

const cell = (code: string): string => `<script type="text/x-typescript">\n    ${code}\n</script>\n`;
const WRONG =
  cell('import { figure } from "./lib/figure.ts";') +
  cell('const margin = view(Inputs.radio(["a", "b"]));') +
  cell('display(figure({ version: 1, loss: { id: "circle", params: { margin } } }));') +
  cell("display(figure({ version: 2 }));") +
  cell('const sum: number = margin + "c";');

let compiled: Promise<readonly string[]> | undefined;
/** The compiler reads the sources but once for the good pages and the bad one. */
function complaintsOfAll(): Promise<readonly string[]> {
  const texts = pages.map((name) => [name, readFileSync(join(notebooks, name), "utf8")] as const);
  return (compiled ??= complaints({ ...Object.fromEntries(texts), "wrong.html": WRONG }));
}
const isOfWrong = (line: string): boolean => line.includes("wrong.html.ts");

it("every notebook's cells are well typed", { timeout: 120_000 }, async () => {
  expect(pages).toContain("circle-region.html");
  expect((await complaintsOfAll()).filter((line) => !isOfWrong(line))).toEqual([]);
});

it("a cell that is not is named with its line", { timeout: 120_000 }, async () => {
  const [first, second, ...more] = (await complaintsOfAll()).filter(isOfWrong);
  expect(first).toMatch(/wrong\.html\.ts\(11,\d+\): error TS/);
  expect(second).toMatch(/wrong\.html\.ts\(14,\d+\): error TS2322/);
  expect(more).toEqual([]);
});
