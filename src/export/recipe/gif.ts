import { joined, utf8 } from "../bytes.ts";
import { isRecipe } from "./keys.ts";

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

const [EXTENSION, COMMENT, PICTURE] = [0x21, 0xfe, 0x2c];

/** The first comment of a GIF that is a recipe; undefined where there is none, or it is cut off. */
export function recipeFromGif(bytes: Uint8Array): string | undefined {
  let at = 13 + tableLength(bytes[10]);
  while (bytes[at] === EXTENSION || bytes[at] === PICTURE) {
    const isComment = bytes[at] === EXTENSION && bytes[at + 1] === COMMENT;
    at += bytes[at] === EXTENSION ? 2 : 11 + tableLength(bytes[at + 9]);
    const parts: Uint8Array[] = [];
    for (let length = bytes[at]; length > 0; length = bytes[at]) {
      if (isComment) parts.push(bytes.subarray(at + 1, at + 1 + length));
      at += 1 + length;
    }
    if (bytes[at] === undefined) return undefined;
    at++;
    const text = isComment ? new TextDecoder().decode(joined(parts)) : "";
    if (isRecipe(text)) return text;
  }
  return undefined;
}

/** How many bytes of colours follow, by the flags of the screen or of a picture. */
const tableLength = (flags = 0): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
