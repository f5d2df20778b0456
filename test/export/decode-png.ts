import { crc32, inflateSync } from "node:zlib";

export interface Decoded {
  readonly width: number;
  readonly height: number;
  /** Bytes per pixel as stored: 1 for palette indices, 3 for RGB, 4 for RGBA. */
  readonly channels: number;
  readonly data: Uint8Array;
  readonly palette: Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 3: 1, 6: 4 };

/** A PNG of 8 bits a channel, not interlaced; throws on a wrong signature, checksum or length. */
export function decodePng(file: Uint8Array): Decoded {
  const bytes = Buffer.from(file);
  if (bytes.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n") throw new Error("no PNG signature");
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length))
      throw new Error(`wrong checksum of ${type}`);
    chunks.set(type, [...(chunks.get(type) ?? []), data]);
    at += length + 12;
    if (type === "IEND" && at !== bytes.length) throw new Error("bytes after IEND");
  }
  const [header] = chunks.get("IHDR") ?? [];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, color, , , interlace] = header.subarray(8);
  const channels = CHANNELS[color];
  if (depth !== 8 || interlace !== 0 || !channels || !chunks.has("IEND"))
    throw new Error("unexpected kind of PNG");
  const lines = inflateSync(Buffer.concat(chunks.get("IDAT") ?? []));
  if (lines.length !== (width * channels + 1) * height) throw new Error("wrong number of bytes");
  const data = unfiltered(lines, width * channels, height, channels);
  return { width, height, channels, data, palette: chunks.get("PLTE")?.[0] ?? new Uint8Array(0) };
}

/** PNG, section 9: each line says how its bytes were predicted. */
function unfiltered(lines: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const data = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const from = row * (stride + 1);
    const filter = lines[from];
    if (filter > 4) throw new Error(`unknown filter ${filter}`);
    for (let i = 0; i < stride; i++) {
      const at = row * stride + i;
      const left = i < step ? 0 : data[at - step];
      const up = row === 0 ? 0 : data[at - stride];
      const corner = i < step || row === 0 ? 0 : data[at - stride - step];
      data[at] = lines[from + 1 + i] + predicted(filter, left, up, corner);
    }
  }
  return data;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return paeth(left, up, corner);
}

function paeth(a: number, b: number, c: number): number {
  const pa = Math.abs(b - c);
  const pb = Math.abs(a - c);
  const pc = Math.abs(a + b - 2 * c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Red, green and blue of one pixel. */
export function pixelAt({ width, channels, data }: Decoded, x: number, y: number): readonly number[] {
  const at = (y * width + x) * channels;
  return [...data.subarray(at, at + 3)];
}
