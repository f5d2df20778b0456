import { InputError } from "../losses/errors.ts";

/** How a parameter moves through an animation: there and back again. */
export interface SweepOptions {
  readonly param: string;
  readonly from: number;
  readonly to: number;
  readonly frames: number;
  /** Seconds for the whole way. */
  readonly seconds: number;
}

export interface ExportOptions {
  /** Pixels of a bitmap to the figure's pixel at 96 to the inch. */
  readonly scale: number;
  /** Letters as letters, or as their outlines. */
  readonly text: "text" | "outlines";
  /** For animations only. */
  readonly sweep?: SweepOptions;
  /** Called with parts of long work. */
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export const EXPORT_DEFAULTS: ExportOptions = { scale: 2, text: "text" };

const LARGEST_SCALE = 16;

/** Throws `InputError` for a scale that no platform draws at. */
export function checkScale(scale: number): void {
  if (!(scale > 0 && scale <= LARGEST_SCALE))
    throw new InputError(`invalid scale: ${scale}; expected more than 0, at most ${LARGEST_SCALE}`);
}
