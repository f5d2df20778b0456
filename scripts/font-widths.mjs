// Writes src/figures/font-widths.json: advance widths of the figure fonts, so that labels are laid out
// the same way everywhere without a font engine. Run it after changing a font.
import { readFileSync, writeFileSync } from "node:fs";

const FONTS = {
  text: "Inter-Regular.ttf",
  strong: "Inter-SemiBold.ttf",
  serif: "STIXTwoText-Regular.ttf",
  serifStrong: "STIXTwoText-SemiBold.ttf",
  math: "KaTeX_Math-Italic.ttf",
  symbol: "KaTeX_Main-Regular.ttf",
  script: "KaTeX_Script-Regular.ttf",
};

const CHARACTERS = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ..."ΓΔΘΛΣΩαβγδεζηθικλμνξοπρστυφχψω∂∇−·′⁺×≤≥≈√→°–—…’“”±∞éäöüß‖₀₁₂₃²³\u2009\u200a",
];

/** @param {Buffer} font */
function widthsOf(font) {
  const tables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    tables.set(font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8));
  }
  const glyphs = glyphsOf(font, tables.get("cmap"));
  const unitsPerEm = font.readUInt16BE(tables.get("head") + 18);
  const measured = font.readUInt16BE(tables.get("hhea") + 34);
  const widths = {};
  for (const character of CHARACTERS) {
    const glyph = glyphs.get(character.codePointAt(0));
    if (glyph === undefined) continue;
    const advance = font.readUInt16BE(tables.get("hmtx") + 4 * Math.min(glyph, measured - 1));
    widths[character] = Math.round((1000 * advance) / unitsPerEm);
  }
  return widths;
}

/** Code point to glyph, from a format 4 table. */
function glyphsOf(font, cmap) {
  const glyphs = new Map();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(at) !== 4) continue;
    const segments = font.readUInt16BE(at + 6) / 2;
    for (let k = 0; k < segments; k++) {
      const end = font.readUInt16BE(at + 14 + 2 * k);
      const start = font.readUInt16BE(at + 16 + 2 * segments + 2 * k);
      const delta = font.readUInt16BE(at + 16 + 4 * segments + 2 * k);
      const offsetAt = at + 16 + 6 * segments + 2 * k;
      const offset = font.readUInt16BE(offsetAt);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const raw = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - start));
        if (raw !== 0) glyphs.set(code, (raw + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}

const table = Object.fromEntries(
  Object.entries(FONTS).map(([name, file]) => [
    name,
    widthsOf(readFileSync(new URL(`../src/assets/fonts/${file}`, import.meta.url))),
  ]),
);
const lines = Object.entries(table).map(
  ([name, widths]) => `  ${JSON.stringify(name)}: ${JSON.stringify(widths)}`,
);
writeFileSync(new URL("../src/figures/font-widths.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`);
