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

/**
 * A TrueType font without its layout tables: a fraction of the work for whoever reads it. The bytes stay where they are;
 * what they say of themselves is changed.
 */
export function plainFont(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = HEADER + ENTRY * view.getUint16(4);
  let kept = 0;
  for (let at = HEADER; at < last; at += ENTRY) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (!KEPT.has(tag)) continue;
    const start = view.getUint32(at + 8);
    if (tag === "name") keepOneName(bytes.subarray(start, start + view.getUint32(at + 12)));
    if (tag === "post") {
      view.setUint32(start, NAMELESS);
      view.setUint32(at + 12, POST_HEADER);
    }
    bytes.copyWithin(HEADER + ENTRY * kept++, at, at + ENTRY);
  }
  view.setUint16(4, kept);
  return bytes;
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
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  let kept = 0;
  for (let i = 0; i < view.getUint16(2); i++) {
    const record = NAMES_HEADER + NAME_RECORD * i;
    if (view.getUint16(record + 6) === POSTSCRIPT_NAME)
      table.copyWithin(NAMES_HEADER + NAME_RECORD * kept++, record, record + NAME_RECORD);
  }
  view.setUint16(2, kept);
}
