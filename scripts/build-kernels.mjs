// Writes src/assets/kernels.wasm (AssemblyScript in src/kernels/assembly) and src/assets/kernel-worker.js. Vite's
// configuration and run-ts.mjs call it; it does nothing while the sources are what they were.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

const kernels = resolve(root, "src/kernels");
const assembly = join(kernels, "assembly");
const wasm = resolve(root, "src/assets/kernels.wasm");
const worker = resolve(root, "src/assets/kernel-worker.js");
const stamp = resolve(root, "node_modules/.cache/kernels/sources.sha256");

/** 16 MiB that never grow: a view of the arena stays valid for ever. */
const PAGES = "256";

function hashOfSources() {
  const hash = createHash("sha256").update(readFileSync(new URL(import.meta.url)));
  const names = readdirSync(kernels, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(join(kernels, name)));
  return hash.update(readFileSync(resolve(root, "package-lock.json"))).digest("hex");
}

/** Whole or not at all: another process may be reading. @param {string} file @param {Uint8Array | string} content */
function replace(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** @returns {Promise<Uint8Array>} */
async function compiledKernels() {
  const { default: compiler } = await import("assemblyscript/asc");
  /** @type {Uint8Array | undefined} */
  let binary;
  const options = ["index.ts", "--outFile", "kernels.wasm", "-O3", "--noAssert", "--runtime", "stub"];
  const memory = ["--initialMemory", PAGES, "--maximumMemory", PAGES, "--use", "abort="];
  const { error, stderr } = await compiler.main([...options, ...memory, "--enable", "simd"], {
    // the compiler adds .ts to imports that have it already
    readFile: (name) => {
      const file = join(assembly, name.replace(/(\.ts)+$/, ".ts"));
      return existsSync(file) ? readFileSync(file, "utf8") : null;
    },
    writeFile: (_, content) => {
      if (typeof content !== "string") binary = content;
    },
    listFiles: () => [],
  });
  if (error || binary === undefined) throw new Error(`kernels: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

/** @returns {Promise<string>} */
async function bundledWorker() {
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      copyPublicDir: false,
      lib: { entry: join(kernels, "worker.ts"), formats: ["es"], fileName: () => "kernel-worker.js" },
    },
  });
  const [{ output }] = /** @type {import("vite").Rolldown.RolldownOutput[]} */ ([result].flat());
  return output[0].code;
}

export async function buildKernels() {
  const hash = hashOfSources();
  const fresh = [wasm, worker, stamp].every((file) => existsSync(file));
  if (fresh && readFileSync(stamp, "utf8") === hash) return;
  const [binary, code] = await Promise.all([compiledKernels(), bundledWorker()]);
  mkdirSync(resolve(stamp, ".."), { recursive: true });
  replace(wasm, binary);
  replace(worker, code);
  replace(stamp, hash);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildKernels();
