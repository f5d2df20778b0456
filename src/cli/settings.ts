import { InputError } from "../losses/errors.ts";
import type { Loss } from "../losses/types.ts";
import type { Params } from "../losses/params.ts";
import { countOption, UsageError } from "./streams.ts";

/** `name=value` of a `--set`. */
export function nameAndValue(setting: string): readonly [string, string] {
  const at = setting.indexOf("=");
  if (at < 1) throw new UsageError(`invalid --set: ${setting}; expected name=value`);
  return [setting.slice(0, at).trim(), setting.slice(at + 1).trim()];
}

/** Parameters from `--set name=value`: numbers for numbers, words for choices. */
export function parametersOf(loss: Loss, settings: readonly string[]): Params {
  return Object.fromEntries(
    settings.map(nameAndValue).map(([id, text]) => {
      const isNumber = Object.hasOwn(loss.params, id) && loss.params[id].kind === "number";
      return [id, isNumber && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text];
    }),
  );
}

/** `low:high` within −1 to 1. */
export function rangeOption(name: string, text: string | undefined): [number, number] {
  if (text === undefined) return [0, 1];
  const [low, high, ...more] = text.split(":").map(Number);
  if (more.length > 0 || !(low >= -1 && low < high && high <= 1)) {
    throw new InputError(
      `invalid --${name}: ${text}; expected low:high within -1:1, for example --${name}=0:1`,
    );
  }
  return [low, high];
}

/** The flags that choose counts and frame, shared by the commands that look at the plane. */
export const PLANE_OPTIONS = {
  set: { type: "string", multiple: true },
  K: { type: "string" },
  L: { type: "string" },
  sn: { type: "string" },
  sp: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

interface PlaneValues {
  readonly K?: string | undefined;
  readonly L?: string | undefined;
  readonly sn?: string | undefined;
  readonly sp?: string | undefined;
}

/** Counts and frame from those flags. */
export const planeOf = ({ K, L, sn, sp }: PlaneValues) => ({
  counts: { K: countOption("K", K), L: countOption("L", L) },
  frame: { sn: rangeOption("sn", sn), sp: rangeOption("sp", sp) },
});
