import { unknownName } from "../losses/errors.ts";
import { LANDSCAPES } from "./presets/landscapes.ts";
import type { Preset, Presets } from "./presets/preset.ts";

/** Figures by name. */
export const PRESETS: Presets = {
  ...LANDSCAPES,
};

/** A preset by name. Throws `InputError` with the nearest name. */
export function findPreset(name: string): Preset {
  if (!Object.hasOwn(PRESETS, name)) throw unknownName("preset", name, Object.keys(PRESETS));
  return PRESETS[name];
}
