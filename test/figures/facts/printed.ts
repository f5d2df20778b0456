import { figureFacts } from "../../../src/export/figure.ts";
import type { Fact, Facts } from "../../../src/figures/prepared.ts";
import { findPreset } from "../../../src/spec/presets.ts";

/**
 * Half a unit of the last digit of a number as the catalogue prints it: six digits, or those of a longer one; with an
 * exponent just the digits that stand there. Zero is zero.
 */
export function halfDigit(printed: string): number {
  const [mantissa, exponent] = printed.replace("−", "-").split("e");
  const digits = mantissa.replace(/[-.]/g, "").replace(/^0+/, "").length;
  const value = Math.abs(Number(mantissa));
  if (value === 0) return 0;
  const first = Math.floor(Math.log10(value));
  const shown = exponent === undefined ? Math.max(6, digits) : digits;
  return 0.5 * 10 ** (first - shown + 1 + Number(exponent ?? 0)) * (1 + 1e-9);
}

/** Whether a number is the one that is printed, to its last digit. */
export const agrees = (actual: unknown, printed: string): boolean =>
  typeof actual === "number" && Math.abs(actual - Number(printed.replace("−", "-"))) <= halfDigit(printed);

/** `printed` itself where the number agrees with it, and the number where not: for messages that say both. */
export const asPrinted = (actual: unknown, printed: string): unknown =>
  agrees(actual, printed) ? printed : actual;

export const presetFacts = (name: string): Facts => figureFacts(findPreset(name).spec);

/** A list of facts, or an error. */
export function listIn(facts: Facts, key: string): readonly Facts[] {
  const found = facts[key];
  if (!Array.isArray(found)) throw new Error(`no list ${key}`);
  return found as readonly Facts[];
}

/** The item of a list with a name. */
export function named(facts: Facts, key: string, name: string): Facts {
  const found = listIn(facts, key).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${key}`);
  return found;
}

/** The value of a curve at a reading. */
export function valueAt(curve: Facts, x: number): Fact {
  const found = listIn(curve, "readings").find((reading) => Math.abs(Number(reading.x) - x) < 1e-12);
  if (found === undefined) throw new Error(`no reading at ${x}`);
  return found.y;
}
