import { zlibSync } from "fflate";
import type { Raster } from "../figures/scene.ts";
import { pngOf } from "./png-chunks.ts";

/**
 * A PNG of palette indices. The compressor is fflate rather than zlib, because every browser and every Node then
 * writes the same bytes.
 */
export function encodePng({ columns, rows, indices, palette, transparent }: Raster): Uint8Array {
  const lines = new Uint8Array((columns + 1) * rows);
  for (let row = 0; row < rows; row++) {
    lines.set(indices.subarray(row * columns, (row + 1) * columns), row * (columns + 1) + 1);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, columns);
  view.setUint32(4, rows);
  header.set([8, 3, 0, 0, 0], 8);
  return pngOf([
    { type: "IHDR", data: header },
    { type: "PLTE", data: palette },
    ...(transparent === undefined ? [] : [{ type: "tRNS", data: opacities(transparent) }]),
    { type: "IDAT", data: zlibSync(lines, { level: 9 }) },
    { type: "IEND", data: new Uint8Array(0) },
  ]);
}

/** An opacity for every colour up to the one that is not there. */
const opacities = (transparent: number): Uint8Array =>
  Uint8Array.from({ length: transparent + 1 }, (_, i) => (i === transparent ? 0 : 255));
