import { Unzlib } from "fflate";
import { joined } from "./bytes.ts";

/** So much goes in at once that what comes out, a thousand times as much at most, is small. */
const STEP = 1024;

/** What zlib packed, as far as it can be had: at most about `most` bytes, and those before any damage. */
export function inflated(data: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = most;
  const stream = new Unzlib((part) => {
    parts.push(part);
    left -= part.length;
  });
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
      if (left <= 0) break;
    }
  } catch {
    // bytes behind the end, or damage: what came before stands
  }
  return joined(parts);
}
