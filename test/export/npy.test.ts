import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { crc32 as referenceCrc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/export/crc32.ts";
import { decimals32, decimals64 } from "../../src/export/csv.ts";
import { floats, npyFile, textArray } from "../../src/export/npy.ts";
import { NpzWriter } from "../../src/export/npz.ts";
import { fc } from "../numerics/seeded.ts";
import { growing } from "./memory-file.ts";

/** A file that NumPy wrote: see data/make.py. */
const byNumPy = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`data/${name}`, import.meta.url)));

const VALUES = Float64Array.of(
  0,
  -0,
  1 / 3,
  NaN,
  Infinity,
  -Infinity,
  5e-324,
  1.7976931348623157e308,
  -2.5,
  0.1,
);

describe("an array file is NumPy's, byte for byte", () => {
  it.each([
    ["doubles.npy", npyFile(floats(64, [2, 5]), VALUES)],
    ["singles.npy", npyFile(floats(32, [5, 2]), new Float32Array(VALUES))],
    ["line.npy", npyFile(floats(64, [3]), Float64Array.of(0, 1, 2))],
    [
      "cube.npy",
      npyFile(
        floats(32, [2, 3, 4]),
        Float32Array.from({ length: 24 }, (_, i) => i),
      ),
    ],
  ])("%s", (name, ours) => {
    expect(ours).toEqual(byNumPy(name));
  });

  it("text without dimensions, letters beyond 16 bits included", () => {
    const { kind, elements } = textArray('{"γ": 64, "😀": true}');
    expect(npyFile(kind, elements)).toEqual(byNumPy("text.npy"));
  });
});

/** The archive of data/make.py, in pieces that come as they like. */
async function archive(): Promise<Uint8Array> {
  const text = textArray('{"id": "circle"}');
  const file = growing();
  const writer = await NpzWriter.create(
    { value: floats(64, [2, 5]), s_n: floats(64, [5]), recipe: text.kind },
    file.place,
  );
  await writer.add("value", VALUES.subarray(0, 5));
  await writer.add("s_n", Float64Array.of(0, 0.25, 0.5, 0.75, 1));
  await writer.add("value", VALUES.subarray(5));
  await writer.add("recipe", text.elements);
  await writer.finish();
  return file.bytes();
}

describe("an archive", () => {
  it("holds the files of NumPy's, by another reader's account", async () => {
    expect(unzipSync(await archive())).toEqual(unzipSync(byNumPy("arrays.npz")));
  });

  it("is the same every time", async () => {
    expect(await archive()).toEqual(await archive());
  });

  it("refuses more than was announced, and to end with less", async () => {
    const writer = await NpzWriter.create({ a: floats(64, [2]) }, growing().place);
    await writer.add("a", Float64Array.of(1));
    await expect(writer.finish()).rejects.toThrow("8 bytes of a.npy missing");
    await expect(writer.add("a", Float64Array.of(1, 2))).rejects.toThrow("no room for 16 bytes in a");
    await expect(writer.add("b", Float64Array.of(1))).rejects.toThrow("no room for 8 bytes in b");
  });
});

describe("a checksum", () => {
  it("is zlib's, in one piece or two", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(80), (bytes, cut) => {
        expect(crc32(bytes)).toBe(referenceCrc32(bytes));
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(referenceCrc32(bytes));
      }),
    );
  });
});

describe("decimals", () => {
  it("read back as the same number", () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect(Number(decimals64(x))).toBe(x);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.float(), (x) => {
        expect(Math.fround(Number(decimals32(x)))).toBe(x);
        expect(decimals32(x).length).toBeLessThanOrEqual(decimals64(x).length);
      }),
      { numRuns: 1000 },
    );
  });

  it("are short", () => {
    expect([0.1, 1 / 3, 16777216, 3e-45].map(Math.fround).map(decimals32)).toEqual([
      "0.1",
      "0.33333334",
      "16777216",
      "3e-45",
    ]);
  });
});
