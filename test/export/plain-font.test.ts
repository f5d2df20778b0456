import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { isPlain } from "../../scripts/pdf-plugin.ts";
import { plainFont } from "../../src/export/plain-font.ts";
import { FONT_FILES } from "../../src/export/platform.ts";
import FONT_WIDTHS from "../../src/figures/font-widths.json";

const opened = (bytes: Uint8Array): Font => create(bytes as Buffer) as Font;

describe("letters whose kind nobody looks up", () => {
  it("stand beside each other, and are written from left to right", () => {
    const others = Array.from({ length: 0x110000 }, (_, code) => code).filter(
      (code) =>
        isPlain(code) &&
        !/^(?!\p{M})[\p{sc=Latin}\p{sc=Greek}\p{sc=Coptic}\p{sc=Bopomofo}\p{sc=Braille}\p{sc=Common}\p{Cn}]$/u.test(
          String.fromCodePoint(code),
        ),
    );
    expect(others).toEqual([]);
  });

  it("are all that figures are laid out with", () => {
    const letters = Object.values(FONT_WIDTHS).flatMap((widths) => Object.keys(widths));
    expect(letters.length).toBeGreaterThan(700);
    expect(letters.filter((letter) => !isPlain(letter.codePointAt(0) ?? 0))).toEqual([]);
  });
});

describe.each(Object.values(FONT_FILES))("%s", (file) => {
  const bytes = readFileSync(new URL(`../../src/assets/fonts/${file}`, import.meta.url));

  // scripts/pdf-plugin.ts leaves out of every build what reads a packed one
  it("is a TrueType font that is not packed", () => {
    expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it("keeps its letters, widths and PostScript name when it is plain, and no other name of itself or of its letters", () => {
    const [whole, plain] = [bytes, plainFont(Uint8Array.from(bytes))].map(opened);
    expect(plain.postscriptName).toBe(whole.postscriptName);
    expect(plain.fullName).toBeNull();
    expect(plain.italicAngle).toBe(whole.italicAngle);
    expect(plain.underlinePosition).toBe(whole.underlinePosition);
    expect(plain.glyphForCodePoint(65).name).toBeFalsy();
    expect(plain.numGlyphs).toBe(whole.numGlyphs);
    for (const letter of "Ag1") {
      const code = letter.charCodeAt(0);
      expect(plain.hasGlyphForCodePoint(code)).toBe(whole.hasGlyphForCodePoint(code));
      const [a, b] = [plain, whole].map((font) => font.glyphForCodePoint(code));
      expect([a.advanceWidth, a.path.toSVG()]).toEqual([b.advanceWidth, b.path.toSVG()]);
    }
  });
});
