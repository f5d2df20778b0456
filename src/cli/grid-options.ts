import { InputError } from "../losses/errors.ts";
import { QUANTITY_IDS, type QuantityId } from "../spec/quantities.ts";
import { UsageError } from "./streams.ts";

/** The two quantities that a field calls by other names. */
const OTHER_NAMES: Readonly<Record<string, QuantityId>> = { value: "loss", logValue: "logLoss" };

export const CHANNEL_NAMES: readonly string[] = [...Object.keys(OTHER_NAMES), ...QUANTITY_IDS];

/** What `--channels` lists: the name as given and its quantity. */
export function channelsOption(text: string): readonly (readonly [name: string, quantity: QuantityId])[] {
  const names = text.split(",").map((name) => name.trim());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UsageError(`invalid --channels: ${twice} twice; expected each name once`);
  return names.map((name) => {
    const quantity = OTHER_NAMES[name] ?? QUANTITY_IDS.find((id) => id === name);
    if (!CHANNEL_NAMES.includes(name)) throw UsageError.unknown("channel", name, CHANNEL_NAMES);
    return [name, quantity];
  });
}

const [LEAST, MOST] = [2, 8192];

/** `N` or `COLUMNSxROWS`. */
export function sizeOption(text: string): readonly [columns: number, rows: number] {
  const parts = text.split("x").map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  const [columns, rows = columns] = parts;
  if (parts.length > 2 || ![columns, rows].every((n) => n >= LEAST && n <= MOST)) {
    throw new InputError(
      `invalid --size: ${text}; expected a whole number from ${LEAST} to ${MOST}, or COLUMNSxROWS of such numbers`,
    );
  }
  return [columns, rows];
}

export function precisionOption(text = "64"): 64 | 32 {
  if (text === "64" || text === "32") return text === "64" ? 64 : 32;
  throw new UsageError(`invalid --precision: ${text}; expected 64 or 32`);
}
