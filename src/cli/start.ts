import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compiledFolder, CompiledProgram } from "./compiled.ts";

/** `main.ts`, as it is built. */
const PROGRAM = join(import.meta.dirname, "program.js");

/** The program, if it was built with a V8 like this one. */
export const program = existsSync(compiledFolder(PROGRAM)) ? new CompiledProgram(PROGRAM) : undefined;

if (program === undefined) {
  const require = createRequire(PROGRAM);
  // of Node since 22.8: code is compiled once, and kept in a folder for what is temporary
  (require("node:module") as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
  require(PROGRAM);
} else {
  program.load(PROGRAM);
}
