import { describe, expect, it } from "vitest";
import { encodePng } from "../../src/export/png-encode.ts";
import { paletteOf } from "../../src/figures/color.ts";
import { fc } from "../numerics/seeded.ts";
import { decodePng } from "./decode-png.ts";

const palette = paletteOf("viridis");

describe("encodePng", () => {
  it("keeps every index and the palette, with valid checksums", () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (columns, rows, stream) => {
          const indices = Uint8Array.from(stream.take(columns * rows));
          const png = decodePng(encodePng({ columns, rows, indices, palette }));
          expect([png.width, png.height, png.channels]).toEqual([columns, rows, 1]);
          expect([...png.data]).toEqual([...indices]);
          expect([...png.palette]).toEqual([...palette]);
        },
      ),
    );
  });

  it("squeezes what is smooth", () => {
    const indices = Uint8Array.from({ length: 256 * 256 }, (_, i) => (i % 256) >> 1);
    const png = encodePng({ columns: 256, rows: 256, indices, palette });
    expect(png.length).toBeLessThan(4000);
    expect([...decodePng(png).data]).toEqual([...indices]);
  });

  it("writes the same bytes again", () => {
    const raster = { columns: 3, rows: 2, indices: Uint8Array.of(0, 1, 2, 253, 254, 255), palette };
    expect(encodePng(raster)).toEqual(encodePng(raster));
  });

  it("is refused by the decoder of these tests once a byte is changed", () => {
    const png = encodePng({ columns: 3, rows: 2, indices: new Uint8Array(6), palette });
    for (const at of [0, 17, 60, png.length - 20, png.length - 1]) {
      const broken = Uint8Array.from(png);
      broken[at] ^= 1;
      expect(() => decodePng(broken), `byte ${at}`).toThrow();
    }
  });
});
