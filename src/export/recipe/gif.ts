import { joined, utf8 } from "../bytes.ts";

const BLOCK = 255;

/** A recipe as a comment extension of a GIF (GIF89a, section 24). */
export function gifComment(recipe: string): Uint8Array {
  const text = utf8(recipe);
  const parts: Uint8Array[] = [Uint8Array.of(0x21, 0xfe)];
  for (let at = 0; at < text.length; at += BLOCK) {
    const part = text.subarray(at, at + BLOCK);
    parts.push(Uint8Array.of(part.length), part);
  }
  return joined([...parts, Uint8Array.of(0)]);
}

/** The first comment of a GIF; undefined where there is none before its first picture, or it is cut off. */
export function recipeFromGif(bytes: Uint8Array): string | undefined {
  const hasTable = ((bytes[10] ?? 0) & 0x80) !== 0;
  let at = 13 + (hasTable ? 3 * 2 ** ((bytes[10] & 7) + 1) : 0);
  while (bytes[at] === 0x21) {
    const isComment = bytes[at + 1] === 0xfe;
    at += 2;
    const parts: Uint8Array[] = [];
    for (let length = bytes[at]; length > 0; length = bytes[at]) {
      parts.push(bytes.subarray(at + 1, at + 1 + length));
      at += 1 + length;
    }
    if (bytes[at] === undefined) return undefined;
    at++;
    if (isComment) return new TextDecoder().decode(joined(parts));
  }
  return undefined;
}
