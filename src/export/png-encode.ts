import { zlibSync } from "fflate";
import type { Raster } from "../figures/scene.ts";
import { joined } from "./bytes.ts";
import { crc32 } from "./crc32.ts";

/**
 * A PNG of palette indices. The compressor is fflate rather than zlib, because every browser and every Node then
 * writes the same bytes.
 */
export function encodePng({ columns, rows, indices, palette }: Raster): Uint8Array {
  const lines = new Uint8Array((columns + 1) * rows);
  for (let row = 0; row < rows; row++) {
    lines.set(indices.subarray(row * columns, (row + 1) * columns), row * (columns + 1) + 1);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, columns);
  view.setUint32(4, rows);
  header.set([8, 3, 0, 0, 0], 8);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", zlibSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
