import { joined } from "./bytes.ts";

/** What letters need to be drawn; no substitutions, no kerning: runs stand where their advance widths put them. */
const KEPT = new Set([
  "cmap",
  "cvt ",
  "fpgm",
  "glyf",
  "head",
  "hhea",
  "hmtx",
  "loca",
  "maxp",
  "name",
  "OS/2",
  "post",
  "prep",
]);

const ENTRY = 16;
const HEADER = 12;

/** A TrueType font without its layout tables: a fraction of the work for whoever reads it. */
export function plainFont(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tagAt = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  const entries = Array.from({ length: view.getUint16(4) }, (_, i) => HEADER + ENTRY * i).filter((at) =>
    KEPT.has(tagAt(at)),
  );
  const directory = new Uint8Array(HEADER + ENTRY * entries.length);
  directory.set(bytes.subarray(0, HEADER));
  const written = new DataView(directory.buffer);
  written.setUint16(4, entries.length);
  let offset = directory.length;
  const tables = entries.map((at, i) => {
    const tag = tagAt(at);
    const start = view.getUint32(at + 8);
    const length = tag === "post" ? POST_HEADER : view.getUint32(at + 12);
    directory.set(bytes.subarray(at, at + ENTRY), HEADER + ENTRY * i);
    written.setUint32(HEADER + ENTRY * i + 8, offset);
    written.setUint32(HEADER + ENTRY * i + 12, length);
    const table = new Uint8Array((length + 3) & ~3);
    table.set(bytes.subarray(start, start + length));
    if (tag === "name") keepOneName(table);
    if (tag === "post") new DataView(table.buffer).setUint32(0, NAMELESS);
    offset += table.length;
    return table;
  });
  return joined([directory, ...tables]);
}

/** Slant, underline and widths; the names of all glyphs come after these, which 16 ms are spent on reading. */
const POST_HEADER = 32;
/** The version of such a table without names. */
const NAMELESS = 0x30000;

const NAMES_HEADER = 6;
const NAME_RECORD = 12;
const POSTSCRIPT_NAME = 6;

/** Of all that a font says of itself in many languages a document wants its PostScript name. */
function keepOneName(table: Uint8Array): void {
  const view = new DataView(table.buffer);
  let kept = 0;
  for (let i = 0; i < view.getUint16(2); i++) {
    const record = NAMES_HEADER + NAME_RECORD * i;
    if (view.getUint16(record + 6) === POSTSCRIPT_NAME)
      table.copyWithin(NAMES_HEADER + NAME_RECORD * kept++, record, record + NAME_RECORD);
  }
  view.setUint16(2, kept);
}
