import { zlibSync } from "fflate";
import type { Raster } from "../figures/scene.ts";
import { pngOf } from "./png-chunks.ts";

/** Filters of PNG (9.2): bytes as they are, or each less the one to its left. */
const NONE = 0;
const SUB = 1;

/**
 * A PNG of palette indices: neighbouring colours have neighbouring indices. The compressor is fflate rather than zlib,
 * because every browser and every Node then writes the same bytes.
 */
export const encodePng = (raster: Raster): Uint8Array =>
  indexedPng(raster, linesOf(raster, SUB, setDifferences), 6);

/** The same picture not compressed, for whoever unpacks it at once. */
export const encodePngStored = (raster: Raster): Uint8Array =>
  indexedPng(
    raster,
    linesOf(raster, NONE, (line, indices) => line.set(indices)),
    0,
  );

type Write = (line: Uint8Array, indices: Uint8Array) => void;

function linesOf({ columns, rows, indices }: Raster, filter: number, write: Write): Uint8Array {
  const lines = new Uint8Array((columns + 1) * rows);
  for (let row = 0; row < rows; row++) {
    const line = lines.subarray(row * (columns + 1), (row + 1) * (columns + 1));
    line[0] = filter;
    write(line.subarray(1), indices.subarray(row * columns, (row + 1) * columns));
  }
  return lines;
}

function setDifferences(line: Uint8Array, indices: Uint8Array): void {
  let left = 0;
  for (let column = 0; column < indices.length; column++) {
    const index = indices[column];
    line[column] = index - left;
    left = index;
  }
}

function indexedPng(
  { columns, rows, palette, transparent }: Raster,
  lines: Uint8Array,
  level: 0 | 6,
): Uint8Array {
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
