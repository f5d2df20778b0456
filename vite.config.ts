import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { EnvironmentOptions, Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";
import { buildKernels } from "./scripts/build-kernels.mjs";
import { buildPlayer } from "./scripts/build-player.mjs";
import { LongestFirst } from "./scripts/longest-first.ts";
import { pages } from "./scripts/tree-shaking.mjs";
import { pdfForFigures } from "./scripts/pdf-plugin.ts";
import { compressor, program } from "./scripts/program-plugin.ts";
import { offline, oneKindOfFont } from "./scripts/offline-plugin.ts";
import { notebookPages, notebooks } from "./scripts/notebooks-plugin.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const assets = resolve(root, "src/assets");
const { version, ...manifest } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as {
  version: string;
  dependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

// every other file of src/assets is there from the start
await buildKernels();
// tests of pages build the player themselves
if (!process.env.VITEST) await buildPlayer();

const forNode = (plugin: Plugin): Plugin => ({
  apply: "build",
  applyToEnvironment: ({ name }) => name === "lib" || name === "cli",
  ...plugin,
});

/**
 * `new URL("../assets/x.ttf", import.meta.url)` names a file of src/assets. The page's build turns it into a hashed file
 * by itself. For lib and cli the folder is copied to dist/assets, and since every chunk of theirs lies flat in dist/lib
 * or dist/cli, "../assets/x.ttf" is right from each of them, whatever depth the source had.
 */
const assetsBesideNodeBuilds = forNode({
  name: "assets-beside-node-builds",
  transform(code, id) {
    if (!code.includes("import.meta.url")) return null;
    const moved = code.replace(
      /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g,
      (whole, path: string) => {
        const file = resolve(dirname(id), path);
        if (!file.startsWith(assets + sep)) return whole;
        if (!existsSync(file)) this.error(`no such asset: ${file}`);
        return `new URL("../assets/${relative(assets, file).replaceAll(sep, "/")}", import.meta.url)`;
      },
    );
    return { code: moved, map: null };
  },
  writeBundle() {
    const copy = resolve(root, "dist/assets");
    rmSync(copy, { recursive: true, force: true });
    if (existsSync(assets)) cpSync(assets, copy, { recursive: true });
  },
});

/** A native module that most commands and all browsers never need must not be loaded with the entry. */
const resvgOnlyWhenAsked = forNode({
  name: "resvg-only-when-asked",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk" && chunk.imports.some((name) => name.startsWith("@resvg/"))) {
        this.error(
          `static import of @resvg/resvg-js in ${chunk.fileName}; expected import("@resvg/resvg-js")`,
        );
      }
    }
  },
});

/** The dev server injects inline styles and a socket; the built page keeps its policy. */
const noPolicyInDev: Plugin = {
  name: "no-policy-in-dev",
  apply: "serve",
  transformIndexHtml: (html) => html.replace(/<meta\s[^>]*http-equiv="content-security-policy"[^>]*>/i, ""),
};

/**
 * What the library leaves to its user's node_modules: our own dependencies. pdfkit is not among them: under Node its
 * name leads to another build than in browsers (the alias below), which compresses otherwise, and a PDF shall have the
 * same bytes everywhere; so it comes along, with what only pdfkit needs.
 */
const besideTheLibrary = new Set(
  Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  }).filter((name) => name !== "pdfkit"),
);
const packageOf = (id: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** What modules import, and what that imports, without what is loaded later. */
function importedBy(files: readonly string[], graph: Graph): ReadonlySet<string> {
  const all = new Set(files.map((file) => resolve(root, file)));
  for (const id of all) for (const other of graph.getModuleInfo(id)?.importedIds ?? []) all.add(other);
  return all;
}

/** One file for modules and all that they import: to open a file takes as long as to read many kilobytes more. */
function together(name: string, files: readonly string[], priority: number) {
  let modules: ReadonlySet<string> | undefined;
  return {
    priority,
    debugName: name,
    name: (id: string, graph: Graph) => ((modules ??= importedBy(files, graph)).has(id) ? name : null),
  };
}

/** What an export to SVG runs. */
const EXPORT = [
  "src/cli/export.ts",
  "src/export/typeset.ts",
  "src/export/figure.ts",
  "src/figures/on-demand.ts",
];

const forTarget = (name: "lib" | "cli", entries: Record<string, string>): EnvironmentOptions => ({
  consumer: "server",
  build: {
    ssr: true,
    target: "node20",
    outDir: `dist/${name}`,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: name === "cli",
    rolldownOptions: {
      input: entries,
      // an import of a package that nothing uses goes too
      ...(name === "lib"
        ? {
            external: (id: string) => besideTheLibrary.has(packageOf(id)),
            treeshake: { moduleSideEffects: "no-external" as const },
          }
        : { treeshake: { moduleSideEffects: (id: string) => !id.includes("/node_modules/d3") } }),
      output: {
        format: name === "cli" ? "cjs" : "es",
        ...(name === "cli" && {
          dynamicImportInCjs: false,
          codeSplitting: {
            groups: [together("losses", ["src/cli/figure.ts"], 1), together("figure", EXPORT, 0)],
          },
        }),
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
});

/**
 * What draws the explorer's first figure is one file, because many small ones compress badly; but for the parts that no
 * other page has. Nothing else may come into it: the explorer loads that when it is needed.
 */
function firstFigure(): Rolldown.CodeSplittingNameFunction {
  const known = new Set<string>();
  return (id, context) => {
    const visit = (each: string): void => {
      if (known.has(each)) return;
      known.add(each);
      context.getModuleInfo(each)?.importedIds.forEach(visit);
    };
    visit(resolve(root, "src/app/main.ts"));
    return known.has(id) && !id.startsWith(resolve(root, "src/app")) ? "figure" : null;
  };
}

export default defineConfig(({ command }) => ({
  base: "./",
  appType: "mpa",
  resolve: {
    alias: {
      // the build for browsers compresses with fflate: the same bytes everywhere
      pdfkit: resolve(root, "node_modules/pdfkit/js/pdfkit.browser.mjs"),
      // what it reads pictures with must not need Node either: browsers load the library too
      "png-js": resolve(root, "node_modules/png-js/lib/png-js.browser.js"),
    },
  },
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [
    assetsBesideNodeBuilds,
    resvgOnlyWhenAsked,
    pdfForFigures,
    compressor,
    program,
    notebooks,
    noPolicyInDev,
    oneKindOfFont,
    offline,
  ],
  worker: { format: "es" },
  build: {
    outDir: "dist/explorer",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    // a data: URL would need an exception in the page's policy
    assetsInlineLimit: 0,
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== "ssr") await builder.build(environment);
      }
    },
  },
  ...(command === "build" && {
    environments: {
      client: {
        build: {
          rolldownOptions: {
            treeshake: pages,
            // other people's pages name it
            output: {
              entryFileNames: ({ name }) =>
                name === "marginscape-figure" ? "[name].js" : "assets/[name]-[hash].js",
              codeSplitting: { groups: [{ name: firstFigure(), debugName: "figure" }] },
            },
            input: {
              index: "index.html",
              catalogue: "catalogue.html",
              embed: "embed.html",
              "marginscape-figure": "src/player/element.ts",
              ...notebookPages(),
            },
          },
        },
      },
      lib: {
        ...forTarget("lib", { marginscape: "src/index.ts", node: "src/export/platform-node.ts" }),
        resolve: { noExternal: true },
      },
      // bundled whole for a fast cold start; the native module cannot be, and MathJax, which few figures need, is large
      cli: {
        ...forTarget("cli", { marginscape: "src/cli/start.ts", program: "src/cli/main.ts" }),
        resolve: {
          noExternal: true,
          external: ["@resvg/resvg-js", "webgpu", "@mathjax/src", "@mathjax/mathjax-newcm-font"],
        },
      },
    },
  }),
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          setupFiles: "test/at-once.ts",
          // one core fewer is the default, which leaves half of a small machine idle
          maxWorkers: availableParallelism(),
          // the tests change nothing that another file could see
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/cli/**"],
          // the largest figures take seconds where many tests share two cores
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          setupFiles: "test/at-once.ts",
          include: ["test/browser/**/*.test.ts", "test/cli/**/*.test.ts"],
          // files of a worker share its server and its browser
          isolate: false,
          // each with a browser of several processes
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 1 },
          // a second, the default, is short where two browsers share two cores
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
