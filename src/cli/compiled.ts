import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { constants, Script } from "node:vm";

/** A folder beside the program for what V8 has compiled; another V8 would not take it. */
export const compiledFolder = (program: string): string =>
  join(dirname(program), `compiled-${process.versions.v8}-${process.arch}`);

const compiledName = (file: string): string => `${basename(file)}.bin`;

type Body = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

/**
 * The files of a program as CommonJS loads them, with what V8 compiled of them in an earlier run. Node has this by
 * itself only since 22.8. Code that V8 does not take, because of another version or flag, it compiles anew.
 */
export class CompiledProgram {
  readonly #scripts = new Map<string, Script>();
  readonly #modules = new Map<string, { exports: object }>();
  readonly #folder: string;
  readonly #others: NodeJS.Require;

  constructor(program: string) {
    this.#others = createRequire(program);
    this.#folder = compiledFolder(program);
  }

  load(file: string): object {
    const known = this.#modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    const script = new Script(
      `(function(exports,require,module,__filename,__dirname){${readFileSync(file, "utf8")}\n})`,
      {
        filename: file,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        ...this.#compiled(file),
      },
    );
    this.#scripts.set(file, script);
    const folder = dirname(file);
    const require = (name: string): unknown =>
      name.startsWith("./") ? this.load(join(folder, name)) : this.#others(name);
    (script.runInThisContext() as Body)(module.exports, require as NodeJS.Require, module, file, folder);
    return module.exports;
  }

  /** Leaves for later runs what V8 has compiled by now. */
  keep(): void {
    for (const [file, script] of this.#scripts)
      writeFileSync(join(this.#folder, compiledName(file)), script.createCachedData());
  }

  #compiled(file: string): { readonly cachedData?: Buffer } {
    try {
      return { cachedData: readFileSync(join(this.#folder, compiledName(file))) };
    } catch {
      return {};
    }
  }
}
