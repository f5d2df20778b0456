import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { constants, Script } from "node:vm";

/** A folder beside the program for what V8 has compiled; another V8 would not take it. */
export const compiledFolder = (program: string): string =>
  join(dirname(program), `compiled-${process.versions.v8}-${process.arch}`);

/** A file as the function that CommonJS makes of it. The build writes no letter beyond ASCII. */
const wrapped = (source: string): string =>
  `(function(exports,require,module,__filename,__dirname){${source}\n})`;

type Body = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

/**
 * The files of a program as CommonJS loads them, with what V8 compiled of them in an earlier run. Node has this by
 * itself only since 22.8. Code that V8 does not take, because of another version or flag, it compiles anew.
 */
export class CompiledProgram {
  readonly #scripts = new Map<string, { readonly script: Script; readonly source: string }>();
  readonly #modules = new Map<string, { exports: object }>();
  readonly #folder: string;
  readonly #others: NodeJS.Require;
  #page = Buffer.allocUnsafeSlow(2 ** 19);

  constructor(program: string) {
    this.#others = createRequire(program);
    this.#folder = compiledFolder(program);
  }

  load(file: string): object {
    const known = this.#modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    const { source, ...compiled } = this.#kept(file) ?? { source: wrapped(readFileSync(file, "latin1")) };
    const script = new Script(source, {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...compiled,
    });
    this.#scripts.set(file, { script, source });
    const folder = dirname(file);
    const require = (name: string): unknown =>
      name.startsWith("./") ? this.load(join(folder, name)) : this.#others(name);
    (script.runInThisContext() as Body)(module.exports, require as NodeJS.Require, module, file, folder);
    return module.exports;
  }

  /** Leaves for later runs what V8 has compiled by now, each file with the text that it was compiled from. */
  keep(): void {
    for (const [file, { script, source }] of this.#scripts) {
      writeFileSync(this.#pathOf(file), source, "latin1");
      writeFileSync(`${this.#pathOf(file)}.bin`, script.createCachedData());
    }
  }

  #pathOf(file: string): string {
    return join(this.#folder, basename(file));
  }

  #kept(file: string): { readonly source: string; readonly cachedData: Buffer } | undefined {
    try {
      const path = this.#pathOf(file);
      return { source: this.#read(path).toString("latin1"), cachedData: this.#read(`${path}.bin`) };
    } catch {
      return undefined;
    }
  }

  /** A file's bytes, until the next one is read: the first touch of a page of memory costs more than reading it. */
  #read(path: string): Buffer {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      if (size > this.#page.length) this.#page = Buffer.allocUnsafeSlow(size);
      return this.#page.subarray(0, readSync(file, this.#page, 0, size, 0));
    } finally {
      closeSync(file);
    }
  }
}
