import { InputError } from "../../losses/errors.ts";
import { inflated } from "../inflate.ts";
import { recipeInXml } from "./xml.ts";

/** All metadata of a file together are read up to this many bytes. */
const MOST_METADATA = 8 * 1024 * 1024;
/** More mentions of metadata than any book has. */
const MOST_MENTIONS = 20_000;
/** No dictionary of a metadata stream is longer. */
const LONGEST_DICTIONARY = 2000;

/**
 * The recipe of a PDF, in the element or attribute `recipe` of its XMP, packed or not; undefined where there is none.
 * Throws `InputError` for a file that is encrypted.
 */
export function recipeFromPdf(bytes: Uint8Array): string | undefined {
  // one character a byte
  const file = new TextDecoder("latin1").decode(bytes);
  let left = MOST_METADATA;
  for (const { from, to, isPacked } of metadataStreams(file)) {
    const data = bytes.subarray(from, Math.min(to, from + left));
    const packet = isPacked ? inflated(data, left) : data;
    const recipe = recipeInPacket(new TextDecoder().decode(packet));
    if (recipe !== undefined) return recipe;
    left -= packet.length;
    if (left <= 0) break;
  }
  if (/\/Encrypt\s*(?:\d|<<)/.test(file))
    throw new InputError("the PDF is encrypted; expected one without a password");
  return undefined;
}

interface Stream {
  readonly from: number;
  readonly to: number;
  readonly isPacked: boolean;
}

function* metadataStreams(file: string): Generator<Stream> {
  let at = file.indexOf("/Metadata");
  for (let i = 0; i < MOST_MENTIONS && at >= 0; i++, at = file.indexOf("/Metadata", at + 1)) {
    const start = Math.max(0, at - LONGEST_DICTIONARY);
    const before = file.slice(start, at);
    const after = file.slice(at, at + LONGEST_DICTIONARY);
    const begin = /\bstream\r?\n/.exec(after);
    if (begin === null) continue;
    const dictionary = before.slice(Math.max(0, before.lastIndexOf("obj"))) + after.slice(0, begin.index);
    if (dictionary.includes("endobj") || !/\/XML\b/.test(dictionary)) continue;
    const from = at + begin.index + begin[0].length;
    const to = file.indexOf("endstream", from);
    if (to < 0) return;
    yield { from, to, isPacked: dictionary.includes("/FlateDecode") };
  }
}

/** Of a packet that is no XML nothing is read; another may be good. */
function recipeInPacket(packet: string): string | undefined {
  try {
    return recipeInXml(packet, "recipe");
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
