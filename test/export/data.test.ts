import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse } from "d3";
import { afterAll, describe, expect, it } from "vitest";
import { figureTable } from "../../src/export/data/figure-data.ts";
import { tableCsv } from "../../src/export/data/table-csv.ts";
import { figureFacts } from "../../src/export/figure.ts";
import { type FormatId, writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { readRecipe } from "../../src/export/recipe/read.ts";
import { numbers, rowsOf, words } from "../../src/figures/figure-table.ts";
import { InputError } from "../../src/losses/errors.ts";
import { type FigureSpec, minimiseFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { HAS_NUMPY, python } from "./numpy.ts";

const folder = mkdtempSync(join(tmpdir(), "marginscape-data-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (spec: FigureSpec, format: FormatId): Promise<Uint8Array> =>
  writeFigure(spec, format, {}, nodePlatform);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const LANDSCAPE: FigureSpec = {
  version: 1,
  loss: { id: "circle" },
  quantity: "logLoss",
  samples: 33,
  axes: { negative: { range: [-1, 1] }, positive: { unit: "degrees" } },
};

describe("CSV", () => {
  it.each(["circle-region", "blog-transforms", "proxy-anchor-fig2", "circle-fig5"])(
    "of %s: d3 reads the same numbers and words back, to the last bit",
    async (name) => {
      const { spec } = PRESETS[name];
      const table = figureTable(spec);
      const rows = csvParse(text(await written(spec, "csv")));
      expect(rows.columns).toEqual(table.columns.map((column) => column.name));
      expect(rows).toHaveLength(rowsOf(table));
      for (const { name: key, values } of table.columns)
        for (let row = 0; row < rows.length; row += 7) {
          const cell = rows[row][key];
          expect(Array.isArray(values) ? cell : Number(cell)).toBe(values[row]);
        }
    },
  );

  it("quotes what would break a line, and says what is no number", () => {
    const csv = tableCsv({
      columns: [
        words("name", "", ['a, "b"', "two\nlines", "plain"]),
        numbers("x", "", [-Infinity, NaN, 0.1 + 0.2]),
      ],
    });
    expect(csv).toBe('name,x\n"a, ""b""",-Infinity\n"two\nlines",NaN\nplain,0.30000000000000004\n');
    expect(csvParse(csv).map(({ name }) => name)).toEqual(['a, "b"', "two\nlines", "plain"]);
  });

  it.skipIf(!HAS_NUMPY)("NumPy and Python's csv read it", async () => {
    const file = join(folder, "a.csv");
    writeFileSync(file, await written(LANDSCAPE, "csv"));
    const table = figureTable(LANDSCAPE);
    const [sum, header] = python(
      `import csv
rows = list(csv.reader(open(sys.argv[1], newline="")))
a = np.genfromtxt(sys.argv[1], delimiter=",", names=True)
print(json.dumps([float(np.nansum(a["loss"][:100])), rows[0]]))`,
      file,
    ) as [number, string[]];
    expect(header).toEqual(["sn", "sp", "loss", "dsn", "dsp", "logLoss"]);
    const loss = Array.from(table.columns[2].values as Float64Array).slice(0, 100);
    expect(sum).toBeCloseTo(
      loss.reduce((total, value) => total + value, 0),
      6,
    );
  });
});

describe("NPY", () => {
  it.skipIf(!HAS_NUMPY)(
    "NumPy reads an array of rows, columns and numbers, the first row at the bottom",
    async () => {
      const file = join(folder, "a.npy");
      writeFileSync(file, await written(LANDSCAPE, "npy"));
      const table = figureTable(LANDSCAPE);
      const [shape, type, node, corner] = python(
        `a = np.load(sys.argv[1], allow_pickle=False)
print(json.dumps([a.shape, a.dtype.str, a[5, 7].tolist(), a[0, 0, :2].tolist()]))`,
        file,
      ) as [number[], string, number[], number[]];
      expect(shape).toEqual([33, 33, 6]);
      expect(type).toBe("<f8");
      expect(node).toEqual(table.columns.map(({ values }) => values[5 * 33 + 7]));
      expect(corner).toEqual([-1, expect.any(Number)]);
    },
  );

  it.each(["blog-transforms", "proxy-anchor-fig2", "arcface-fig5", "circle-fig2"])(
    "of %s is refused with what is legal",
    async (name) => {
      const refused = written(PRESETS[name].spec, "npy");
      await expect(refused).rejects.toThrow(InputError);
      await expect(refused).rejects.toThrow(
        /^invalid format: npy for \w+; expected a landscape, a surface or/,
      );
    },
  );

  it.each(["blog-surface", "circle-plane"])("of %s is written", async (name) => {
    expect([...(await written(PRESETS[name].spec, "npy")).subarray(0, 6)]).toEqual([
      0x93, 78, 85, 77, 80, 89,
    ]);
  });
});

describe("JSON", () => {
  it.each(["circle-region", "blog-transforms", "arcface-fig5", "blog-surface"])(
    "of %s has the facts, the table and the recipe, by which it opens again",
    async (name) => {
      const { spec } = PRESETS[name];
      const bytes = await written(spec, "data");
      const document = JSON.parse(text(bytes)) as {
        facts: unknown;
        table: { columns: { name: string; note: string; values: (number | string | null)[] }[] };
      };
      expect(document.facts).toEqual(JSON.parse(JSON.stringify(figureFacts(spec))));
      const table = figureTable(spec);
      expect(document.table.columns.map((column) => column.name)).toEqual(
        table.columns.map((column) => column.name),
      );
      table.columns.forEach(({ values }, i) => {
        const read = document.table.columns[i].values;
        expect(read).toHaveLength(values.length);
        for (let row = 0; row < values.length; row += 11) {
          const value = values[row] === 0 ? 0 : values[row];
          expect(read[row]).toBe(typeof value === "number" && !Number.isFinite(value) ? null : value);
        }
      });
      expect(readRecipe(bytes)).toEqual(minimiseFigure(spec));
    },
  );
});
