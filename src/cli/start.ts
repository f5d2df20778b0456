import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { compiledFolder, CompiledProgram } from "./compiled.ts";

/** `main.ts`, as it is built. */
const PROGRAM = join(import.meta.dirname, "program.js");

// of Node since 22.8, and unknown to the types of older ones
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };

/** The program, if it was built with a V8 like this one. */
export const program = existsSync(compiledFolder(PROGRAM)) ? new CompiledProgram(PROGRAM) : undefined;

if (program === undefined) {
  enableCompileCache?.();
  nodeModule.createRequire(PROGRAM)(PROGRAM);
} else {
  program.load(PROGRAM);
}
