import { zlibSync } from "fflate";
import type { Raster } from "../figures/scene.ts";
import { pngOf } from "./png-chunks.ts";

/** Each byte is written less the one to its left (PNG, 9.2): neighbouring colours have neighbouring indices. */
const SUB = 1;

/**
 * A PNG of palette indices. The compressor is fflate rather than zlib, because every browser and every Node then
 * writes the same bytes.
 */
export const encodePng = (raster: Raster): Uint8Array => indexedPng(raster, 6);

/** The same picture not compressed, for whoever unpacks it at once. */
export const encodePngStored = (raster: Raster): Uint8Array => indexedPng(raster, 0);

function indexedPng({ columns, rows, indices, palette, transparent }: Raster, level: 0 | 6): Uint8Array {
  const lines = new Uint8Array((columns + 1) * rows);
  for (let row = 0; row < rows; row++) {
    const line = lines.subarray(row * (columns + 1), (row + 1) * (columns + 1));
    line[0] = SUB;
    let left = 0;
    for (let column = 0; column < columns; column++) {
      const index = indices[row * columns + column];
      line[column + 1] = index - left;
      left = index;
    }
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
    { type: "IDAT", data: zlibSync(lines, { level }) },
    { type: "IEND", data: new Uint8Array(0) },
  ]);
}

/** An opacity for every colour up to the one that is not there. */
const opacities = (transparent: number): Uint8Array =>
  Uint8Array.from({ length: transparent + 1 }, (_, i) => (i === transparent ? 0 : 255));
