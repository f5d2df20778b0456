// node scripts/run-ts.mjs file.ts [arguments]: Node 20 runs no TypeScript, so the file is bundled first. Bundled rather
// than run through Vite's module runner, whose imports are property reads and would distort a benchmark.
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { buildKernels } from "./build-kernels.mjs";
import { root, version } from "./project.mjs";

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error("missing file; expected node scripts/run-ts.mjs file.ts [arguments]");
  process.exit(2);
}
const source = resolve(file);
const outDir = resolve(root, "node_modules/.cache/run-ts", String(process.pid));
mkdirSync(outDir, { recursive: true });
process.on("exit", () => rmSync(outDir, { recursive: true, force: true }));

/** Files are named relative to the source, not to the bundle. Lines stay, so the source map does. */
const keepOwnAddress = {
  name: "keep-own-address",
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!code.includes("import.meta.url")) return null;
    const address = JSON.stringify(pathToFileURL(id.split("?")[0] ?? id).href);
    return { code: code.replaceAll("import.meta.url", address), map: null };
  },
};

await buildKernels();
await build({
  root,
  configFile: false,
  logLevel: "warn",
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [keepOwnAddress],
  build: {
    ssr: true,
    target: "node20",
    outDir,
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: { input: { main: source }, output: { format: "es", entryFileNames: "[name].mjs" } },
  },
});

process.argv = [process.execPath, source, ...rest];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(resolve(outDir, "main.mjs")).href);
