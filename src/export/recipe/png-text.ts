import { utf8 } from "../bytes.ts";
import { inflated } from "../inflate.ts";
import type { PngChunk } from "../png-chunks.ts";

/**
 * The text with this keyword, at most `most` bytes of it: as this program writes it, or in the other kinds of chunk
 * (PNG specification, 11.3.3) into which programs that save a picture anew put it. They too write UTF-8.
 */
export function textOfKeyword(
  chunks: readonly PngChunk[],
  keyword: string,
  most: number,
): string | undefined {
  const start = utf8(`${keyword}\0`);
  for (const { type, data } of chunks) {
    if (!start.every((byte, i) => data[i] === byte)) continue;
    const rest = data.subarray(start.length);
    const text = type === "tEXt" ? rest : type === "zTXt" ? unpacked(rest, 1, most) : undefined;
    const found = type === "iTXt" ? international(rest, most) : text;
    if (found !== undefined) return new TextDecoder().decode(found);
  }
  return undefined;
}

/** The text after the method of compression, of which there is one. */
const unpacked = (data: Uint8Array, from: number, most: number): Uint8Array =>
  inflated(data.subarray(from), most);

/** Flag, method, language and translated keyword, each of these two up to a zero, then the text. */
function international(data: Uint8Array, most: number): Uint8Array | undefined {
  const language = data.indexOf(0, 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  return data[0] === 1 ? unpacked(data, translated + 1, most) : data.subarray(translated + 1);
}
