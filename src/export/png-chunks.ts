import { joined, utf8 } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { InputError } from "../losses/errors.ts";

/** One part of a PNG: its four letters and what it carries. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

/** A chunk with its length and checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** A PNG from its chunks. */
export const pngOf = (chunks: readonly PngChunk[]): Uint8Array =>
  pngOfWritten(chunks.map(({ type, data }) => pngChunk(type, data)));

/** The same from chunks as they are written. */
export const pngOfWritten = (chunks: readonly Uint8Array[]): Uint8Array => joined([SIGNATURE, ...chunks]);

/** A chunk as it stands in a file. */
interface WrittenChunk extends PngChunk {
  readonly written: Uint8Array;
}

/** The chunks of a PNG, whose checksums nobody has looked at. Throws `InputError` for one that is cut off. */
export function writtenChunks(bytes: Uint8Array): WrittenChunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: WrittenChunk[] = [];
  for (let at = SIGNATURE.length; ;) {
    if (at + 12 > bytes.length) throw new InputError("the PNG is cut off");
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) throw new InputError("the PNG is cut off");
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    chunks.push({ type, data, written: bytes.subarray(at, at + 12 + length) });
    at += 12 + length;
    if (type === "IEND") return chunks;
  }
}

/** The chunks of a PNG. Throws `InputError` for one that is cut off or damaged. */
export function pngChunks(bytes: Uint8Array): PngChunk[] {
  const chunks = writtenChunks(bytes);
  for (const { type, written } of chunks) {
    const sum = new DataView(written.buffer, written.byteOffset + written.length - 4).getUint32(0);
    if (crc32(written.subarray(4, -4)) !== sum)
      throw new InputError(`the PNG is damaged (checksum of ${JSON.stringify(type)})`);
  }
  return chunks;
}

/** Keyword, no compression, no language: international text (PNG specification, 11.3.3.4). */
export const internationalText = (keyword: string, text: string): PngChunk => ({
  type: "iTXt",
  data: joined([utf8(keyword), new Uint8Array(5), utf8(text)]),
});

const INCH = 0.0254;

/** Pixels to the metre, for a figure with so many pixels to one of its own, of which 96 are an inch. */
export function physicalSize(scale: number): PngChunk {
  const perMetre = Math.round((96 * scale) / INCH);
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return { type: "pHYs", data };
}
