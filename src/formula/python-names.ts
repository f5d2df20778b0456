import { InputError, shown } from "../losses/errors.ts";
import { PYTHON } from "./primitives/python.ts";

/** Words that a generated module may not use for anything else: Python's, those it calls, and its own. */
const TAKEN = new Set([
  ...(
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield match case type " +
    "abs float int max min print range np math torch loss value d_sp d_sn s_p s_n K L zero"
  ).split(" "),
  ...Object.values(PYTHON).flatMap(({ helpers }) => helpers.map(({ name }) => name)),
]);

/** Hands out names for a Python function, each once: `lambda` becomes `lambda_`. */
export class PythonNames {
  readonly #given = new Set<string>();

  /** Throws `InputError` for a text that is no identifier. */
  unused(wanted: string): string {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(wanted))
      throw new InputError(`invalid name: ${shown(wanted)}; expected a letter, then letters, digits or _`);
    let name = wanted;
    while (TAKEN.has(name) || this.#given.has(name)) name += "_";
    this.#given.add(name);
    return name;
  }
}
