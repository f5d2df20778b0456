import type { Place } from "./npz.ts";

/** Where a data file goes: bytes at its end, and at any position unless it is a stream. */
export interface Output {
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly place?: Place;
}

/** The way to write at any position. Throws `RangeError` for a stream, which has none. */
export function placeOf({ place }: Output): Place {
  if (place === undefined) throw new RangeError("a stream has no positions; expected a file");
  return place;
}
