import { describe, expect, it } from "vitest";
import { check, linesOf, MAX_LINES } from "./architecture/check.ts";
import { cells, sourceFiles } from "./architecture/files.ts";
import { edgesOf } from "./architecture/imports.ts";
import { mask } from "./architecture/mask.ts";

describe("the source", () => {
  const files = sourceFiles();

  it("keeps the order of the rooms, without cycles, long files or what the style forbids", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(check(files)).toEqual([]);
  });

  it("tells how long its files are", () => {
    const lengths = files.map(linesOf).toSorted((a, b) => a - b);
    const longest = files.find((file) => linesOf(file) === lengths.at(-1));
    const median = lengths[Math.floor(lengths.length / 2)];
    console.log(
      `${files.length} files: median ${median} lines, longest ${lengths.at(-1)} (${longest?.path})`,
    );
    expect(lengths.at(-1)).toBeLessThanOrEqual(MAX_LINES);
  });
});

/** What the checker says of files given as path and text. */
const said = (files: Record<string, string>) =>
  check(Object.entries(files).map(([path, text]) => ({ path, text })));

const LEAF = "export const a = 1;\n";

describe("the checker", () => {
  it("lets a sound tree pass", () => {
    const files = {
      "src/numerics/scalar.ts": LEAF,
      "src/losses/circle.ts": 'import { a } from "../numerics/scalar.ts";\nexport const b = a;\n',
      "src/formula/emit.ts": 'import type { b } from "../losses/circle.ts";\nexport type B = typeof b;\n',
      "src/export/png.ts": 'export const font = new URL("../assets/inter.ttf", import.meta.url);\n',
      "src/index.ts": 'export { b } from "./losses/circle.ts";\nexport * from "./export/png.ts";\n',
      "src/app/main.ts":
        'import "./style.css";\nimport { b } from "../losses/circle.ts";\ndocument.title = b;\n',
      "src/cli/main.ts": '#!/usr/bin/env node\nawait import("@resvg/resvg-js");\n',
      "src/plane/gpu.ts": "export const device = (d: GPUDevice) => navigator.gpu ?? d;\n",
      "notebooks/circle.ts": 'import { b } from "../src/index.ts";\nb;\n',
    };
    expect(said(files)).toEqual([]);
  });

  const CIRCLE = "src/losses/circle.ts";
  it.each([
    [
      "an import upward",
      "src/numerics/x.ts",
      `import { a } from "../losses/circle.ts";`,
      "numerics → losses",
    ],
    ["an import sideways", "src/region/x.ts", `import { a } from "../spec/a.ts";`, "region → spec"],
    ["a type import", "src/region/x.ts", `import type { A } from "../spec/a.ts";`, "region → spec"],
    ["an inline type import", "src/batch/x.ts", `type A = import("../plane/a.ts").A;`, "batch → plane"],
    ["an export from", CIRCLE, `export { a } from "../formula/a.ts";`, "losses → formula"],
    ["an export of all", CIRCLE, `export * from "../formula/a.ts";`, "losses → formula"],
    ["a side-effect import", CIRCLE, `import "../formula/a.ts";`, "losses → formula"],
    ["a dynamic import", CIRCLE, `const a = await import("../formula/a.ts");`, "losses → formula"],
    ["a multi-line import", CIRCLE, `import {\n  a,\n  b,\n} from "../formula/a.ts";`, "losses → formula"],
    ["a worker", CIRCLE, `new Worker(new URL("../app/w.ts", import.meta.url));`, "losses → app"],
    ["a query", CIRCLE, `import a from "../app/w.ts?raw";`, "losses → app"],
    ["a computed import", CIRCLE, "const a = await import(name);", "cannot be read"],
    ["a template import", CIRCLE, "const a = await import(`../app/${name}.ts`);", "cannot be read"],
    ["a glob", CIRCLE, 'const a = import.meta.glob("../app/*.ts");', "cannot be read"],
    [
      "an import after code in a template",
      CIRCLE,
      'f(`${{ a: "}" }}`);\nimport "../app/w.ts";',
      "losses → app",
    ],
    ["assets from a figure", "src/figures/x.ts", `import u from "../assets/a.ttf?url";`, "figures → assets"],
    [
      "figures from a formula",
      "src/formula/x.ts",
      `import { a } from "../figures/a.ts";`,
      "formula → figures",
    ],
    ["cli from app", "src/app/x.ts", `import { a } from "../cli/main.ts";`, "app → cli"],
    ["app from cli", "src/cli/x.ts", `import { a } from "../app/main.ts";`, "cli → app"],
    ["index from app", "src/app/x.ts", `import { a } from "../index.ts";`, "app → index"],
    ["index from cli", "src/cli/x.ts", `import { a } from "../index.ts";`, "cli → index"],
    [
      "a notebook past index",
      "notebooks/x.ts",
      `import { a } from "../src/losses/circle.ts";`,
      "notebooks → losses",
    ],
    ["an import out of src", "src/cli/x.ts", `import { a } from "../../test/a.ts";`, "cli → outside"],
    ["an import without extension", CIRCLE, `import { a } from "./other";`, "without its extension"],
    ["a room nobody knows", "src/misc/x.ts", LEAF, "in no room"],
    ["a file beside index", "src/helpers.ts", LEAF, "in no room"],
    ["any", CIRCLE, "const a = (x: any) => x;", "any"],
    ["any in an array", CIRCLE, "const a: any[] = [];", "any"],
    ["any in a type argument", CIRCLE, "const a = new Map<string, any>();", "any"],
    ["as any", CIRCLE, "const a = b as any;", "any"],
    ["a non-null assertion", CIRCLE, "const a = b[0]!.c;", "non-null !"],
    ["a non-null assertion at the end", CIRCLE, "const a = f()!;", "non-null !"],
    ["a definite assignment", CIRCLE, "let a!: number;", "non-null !"],
    ["a default export", CIRCLE, "export default 1;", "default export"],
    ["a renamed default export", CIRCLE, "export { a as default };", "default export"],
    ["a GPU device outside plane", "src/app/x.ts", "const a = (d: GPUDevice) => d;", "GPU device"],
    ["the GPU outside plane", "src/app/x.ts", "const a = navigator.gpu;", "GPU device"],
    ["the document outside app", "src/figures/x.ts", "document.title = '';", "DOM"],
    ["an element outside app", "src/export/x.ts", "const a = dom.createElementNS(ns, name);", "DOM"],
    ["a long file", CIRCLE, "a;\n".repeat(MAX_LINES + 1), `${MAX_LINES + 1} lines`],
  ])("names %s", (_, path, text, expected) => {
    expect(said({ [path]: text })).toEqual([expect.stringContaining(expected)]);
    expect(said({ [path]: text })[0]).toContain(path);
  });

  it("names the place", () => {
    expect(said({ "src/losses/a.ts": 'const a = 1;\n\nimport "../spec/b.ts";\n' })).toEqual([
      "src/losses/a.ts:3: losses → spec (src/spec/b.ts); losses may import numerics",
    ]);
  });

  it("names a cycle once, types included", () => {
    const files = {
      "src/losses/a.ts": 'import { b } from "./b.ts";\n',
      "src/losses/b.ts": 'import { c } from "./c.ts";\n',
      "src/losses/c.ts": 'import type { a } from "./a.ts";\n',
      "src/losses/d.ts": 'import { a } from "./a.ts";\n',
    };
    expect(said(files)).toEqual([
      "import cycle: src/losses/a.ts → src/losses/b.ts → src/losses/c.ts → src/losses/a.ts",
    ]);
  });

  it.each([
    ["a comment", '// import "../app/a.ts"; any document.x b[0]!.c\n/* export default any */\n'],
    ["a string", "const a = 'import \"../app/a.ts\"; any document.x b[0]!.c';\n"],
    ["a template", 'const a = `from "../app/a.ts" any ${b} document.x c[0]!.d`;\n'],
    ["a regular expression", 'const a = /"any`/.test(b) && c !== d;\n'],
    ["other words", "const a = { any: 1, many: anyOf, b: x.any(y), c: !z, d: e != f };\n"],
    ["a parameter's own document", "const a = (page: Page) => page.document;\n"],
    ["a division", "const a = (b / c) * (d / e); // any\n"],
  ])("is not misled by %s", (_, text) => {
    expect(said({ [CIRCLE]: text })).toEqual([]);
  });

  it("reads the code cells of a notebook page", () => {
    const page =
      '<notebook>\n<script type="text/markdown">\nit\'s from "../src/x.ts"\n</script>\n' +
      '<script id="2" type="module">\nimport { a } from "../src/losses/circle.ts";\n</script>\n</notebook>\n';
    expect(said({ "notebooks/b.html": cells(`${"prose\n".repeat(400)}${page}`) })).toHaveLength(1);
    const long = `<script type="module">\n${"a;\n".repeat(MAX_LINES + 1)}</script>\n`;
    expect(said({ "notebooks/c.html": cells(long) })).toEqual([
      expect.stringContaining(`${MAX_LINES + 1} lines`),
    ]);
    expect(said({ "notebooks/a.html": cells(page) })).toEqual([
      expect.stringContaining("notebooks/a.html:6: notebooks → losses"),
    ]);
  });
});

describe("the scanner", () => {
  it("masks what is not code and keeps every place", () => {
    const text = 'a(`x${b({ c: \'}\' })}y`, /[/\'"]/g, "\\""); // d\n/* e\nf */ g / h / i;\n';
    const masked = mask(text);
    expect(masked).toBe("a(`_${b({ c: '_' })}_`, /_____/g, \"__\");     \n    \n     g / h / i;\n");
    expect(masked).toHaveLength(text.length);
  });

  it("finds imports of types and of values", () => {
    const text =
      'import type { A } from "./a.ts";\nexport type { B } from "./b.ts";\nimport { type C } from "./c.ts";\n' +
      'import type from "./d.ts";\nimport e, { type F } from "e";\n';
    expect(edgesOf({ path: "src/x/y.ts", text }).map(({ specifier }) => specifier)).toEqual([
      "./a.ts",
      "./b.ts",
      "./c.ts",
      "./d.ts",
      "e",
    ]);
  });
});
