import { expect } from "vitest";
import type { Decoded } from "../export/decode-png.ts";

/** Share of the pixels whose three channels are all within `tolerance` of each other. */
export function agreement(a: Decoded, b: Decoded, tolerance: number): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  const pixels = a.width * a.height;
  let near = 0;
  for (let i = 0; i < pixels; i++) {
    let worst = 0;
    for (let c = 0; c < 3; c++)
      worst = Math.max(worst, Math.abs(a.data[i * a.channels + c] - b.data[i * b.channels + c]));
    if (worst <= tolerance) near++;
  }
  return near / pixels;
}
