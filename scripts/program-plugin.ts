import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { compiledFolder } from "../src/cli/compiled.ts";

const WRITER = fileURLToPath(new URL("../scripts/write-compiled.mjs", import.meta.url));

const FFLATE = fileURLToPath(new URL("../node_modules/fflate/esm/browser.js", import.meta.url));
/** fflate as browsers have it: its build for Node loads worker threads, and streams with them, for what nobody here calls. */
export const compressor: Plugin = {
  name: "compressor",
  apply: "build",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name === "cli",
  resolveId: (id) => (id === "fflate" ? FFLATE : null),
};

/** What a call of the command line does most: the code of it is kept as V8 has compiled it. */
const USUAL_CALL = ["export", "circle-region", "--format", "svg,png,pdf", "--jobs", "1", "--quiet"];

/** Code without letters beyond ASCII: V8 keeps it in half of the memory, and reads it as it lies on the disk. */
const asciiOf = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The command line as a program: its entry can be called by its name, and begins with compiled code. */
export const program: Plugin = {
  name: "program",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "cli",
  generateBundle(_, bundle) {
    // in a package of modules the program is none: only scripts can begin with compiled code
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      if (/String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code))
        this.error(`${chunk.fileName}: a raw template cannot be written in ASCII`);
      const code = asciiOf(chunk.code);
      chunk.code = chunk.name === "marginscape" ? `#!/usr/bin/env node\n${code}` : code;
    }
  },
  writeBundle({ dir = "" }, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk" && chunk.name === "marginscape")
        chmodSync(resolve(dir, chunk.fileName), 0o755);
    }
  },
  closeBundle() {
    const { outDir } = this.environment.config.build;
    mkdirSync(compiledFolder(resolve(outDir, "program.js")), { recursive: true });
    const folder = mkdtempSync(join(tmpdir(), "marginscape-build-"));
    const { status, stderr } = spawnSync(process.execPath, [WRITER, ...USUAL_CALL, "--out-dir", folder], {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    rmSync(folder, { recursive: true });
    if (status !== 0) this.error(`the program cannot be compiled: ${stderr}`);
  },
};
