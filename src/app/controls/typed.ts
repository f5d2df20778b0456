import { InputError, shown } from "../../losses/errors.ts";
import { setValue } from "../dom.ts";

/**
 * Shows a value in a box, but not over what a reader is writing there: values change with every frame of a sweep.
 * Returns whether it is shown.
 */
export function showTyped(box: HTMLInputElement, text: string): boolean {
  if (document.activeElement === box && isUnfinished(box)) return false;
  setValue(box, text);
  settle(box);
  return true;
}

/** Hands on what stands in a box; it is unfinished until it is taken. Returns why it is not. */
export function offer(box: HTMLInputElement, take: () => string | null): string | null {
  const { defaultValue } = box;
  settle(box);
  const refused = take();
  if (refused !== null) box.defaultValue = defaultValue;
  return refused;
}

/** Whether a box has something other than what was last shown in it or taken from it. */
export const isUnfinished = (box: HTMLInputElement): boolean => box.value !== box.defaultValue;

function settle(box: HTMLInputElement): void {
  if (isUnfinished(box)) box.defaultValue = box.value;
}

/** The text of a number with the minus that programs read. */
export const numberText = (text: string): string => text.trim().replace("−", "-");

/** A number as readers write it, nothing where they wrote nothing, and otherwise the text, for a refusal to name. */
export function numberOrText(text: string): number | string | undefined {
  const written = numberText(text);
  if (written === "") return undefined;
  const number = Number(written);
  return Number.isFinite(number) ? number : text;
}

/** The number that a reader wrote. Throws `InputError` with what he wrote instead. */
export function typedNumber(name: string, text: string): number {
  const number = numberOrText(text);
  if (typeof number === "number") return number;
  throw new InputError(
    `invalid ${name}: ${number === undefined ? "nothing" : shown(text)}; expected a number`,
  );
}
