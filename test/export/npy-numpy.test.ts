import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { floats, npyFile, textArray } from "../../src/export/npy.ts";
import { NpzWriter } from "../../src/export/npz.ts";
import { growing } from "./memory-file.ts";
import { HAS_NUMPY, python } from "./numpy.ts";

const folder = mkdtempSync(join(tmpdir(), "marginscape-npy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NUMBERS = Float64Array.from({ length: 12 }, (_, i) => Math.exp(3 * i - 20) / 3);

describe.skipIf(!HAS_NUMPY)("NumPy reads", () => {
  it("an array, and would write the same bytes", () => {
    const file = join(folder, "a.npy");
    writeFileSync(file, npyFile(floats(64, [3, 4]), NUMBERS));
    const read = python(
      `a = np.load(sys.argv[1], allow_pickle=False)
import io
b = io.BytesIO(); np.save(b, a)
print(json.dumps([a.dtype.str, a.shape, a.flags["C_CONTIGUOUS"], a.ravel().tolist(), b.getvalue() == open(sys.argv[1], "rb").read()]))`,
      file,
    );
    expect(read).toEqual(["<f8", [3, 4], true, [...NUMBERS], true]);
  });

  it("an archive, whose checksums hold", async () => {
    const file = join(folder, "a.npz");
    const text = textArray('{"γ": "😀"}');
    const memory = growing();
    const writer = await NpzWriter.create(
      { a: floats(64, [12]), b: floats(32, [2, 6]), recipe: text.kind },
      memory.place,
    );
    await writer.add("b", new Float32Array(NUMBERS));
    await writer.add("a", NUMBERS);
    await writer.add("recipe", text.elements);
    await writer.finish();
    writeFileSync(file, memory.bytes());
    const read = python(
      `import zipfile
z = np.load(sys.argv[1], allow_pickle=False)
print(json.dumps([zipfile.ZipFile(sys.argv[1]).testzip(), z.files, z["a"].tolist(), z["b"].dtype.str, z["b"].astype("f8").tolist(), z["recipe"].shape, str(z["recipe"])]))`,
      file,
    );
    const singles = [...new Float32Array(NUMBERS)];
    expect(read).toEqual([
      null,
      ["a", "b", "recipe"],
      [...NUMBERS],
      "<f4",
      [singles.slice(0, 6), singles.slice(6)],
      [],
      '{"γ": "😀"}',
    ]);
  });
});
