import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { plainFont } from "../../src/export/plain-font.ts";
import { FONT_FILES } from "../../src/export/platform.ts";

const opened = (bytes: Uint8Array): Font => create(bytes as Buffer) as Font;

describe.each(Object.values(FONT_FILES))("%s", (file) => {
  const bytes = readFileSync(new URL(`../../src/assets/fonts/${file}`, import.meta.url));

  // scripts/pdf-plugin.ts leaves out of every build what reads a packed one
  it("is a TrueType font that is not packed", () => {
    expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it("keeps its letters, widths and PostScript name when it is plain, and no other name", () => {
    const [whole, plain] = [bytes, plainFont(bytes)].map(opened);
    expect(plain.postscriptName).toBe(whole.postscriptName);
    expect(plain.fullName).toBeNull();
    expect(plain.numGlyphs).toBe(whole.numGlyphs);
    for (const letter of "Ag1") {
      const code = letter.charCodeAt(0);
      expect(plain.hasGlyphForCodePoint(code)).toBe(whole.hasGlyphForCodePoint(code));
      const [a, b] = [plain, whole].map((font) => font.glyphForCodePoint(code));
      expect([a.advanceWidth, a.path.toSVG()]).toEqual([b.advanceWidth, b.path.toSVG()]);
    }
  });
});
