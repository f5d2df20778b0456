import { unzipSync } from "fflate";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { HAS_NUMPY, python } from "../export/numpy.ts";
import { PROGRAM, printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);
const file = (name: string): string => join(folder.path, name);

/** Shape and numbers of an array file of doubles, by its header's words. */
function arrayOf(bytes: Uint8Array): { readonly shape: number[]; readonly numbers: Float64Array } {
  const start = 10 + bytes[8] + 256 * bytes[9];
  const words = new TextDecoder().decode(bytes.subarray(10, start));
  expect(words).toContain("'descr': '<f8', 'fortran_order': False");
  const shape =
    /\(([\d, ]*)\)/
      .exec(words)?.[1]
      .split(",")
      .filter((word) => word.trim() !== "") ?? [];
  return { shape: shape.map(Number), numbers: new Float64Array(bytes.slice(start).buffer) };
}

/** The circle preset at a node of a grid of (columns, rows) over the unit square. */
function atNode(column: number, row: number, columns: number, rows: number) {
  const { loss, params, gradient } = namedLoss("circle", { gamma: 256, margin: 0.25 });
  const form = loss.plane(params, { K: 1, L: 1 }, gradient);
  return planePoint(
    form,
    row === rows - 1 ? 1 : row / (rows - 1),
    column === columns - 1 ? 1 : column / (columns - 1),
  );
}

describe("marginscape grid", () => {
  it("writes one quantity as an array of rows and columns, band after band", async () => {
    const [columns, rows] = [4096, 130];
    expect(
      await printed(["grid", "circle-region", "--size", `${columns}x${rows}`, "-o", file("a.npy")]),
    ).toBe("");
    const { shape, numbers } = arrayOf(new Uint8Array(readFileSync(file("a.npy"))));
    expect(shape).toEqual([rows, columns]);
    expect(numbers.length).toBe(rows * columns);
    for (let cell = 0; cell < numbers.length; cell += 997) {
      const [column, row] = [cell % columns, Math.floor(cell / columns)];
      expect(numbers[cell]).toBeCloseTo(atNode(column, row, columns, rows).value, 9);
    }
  });

  it("writes several as an archive, with the nodes and the recipe", async () => {
    const output = file("a.npz");
    await printed([
      "grid",
      "circle-region",
      "--size=5x3",
      "--channels=value,dSp,dSn,gradientLength",
      "-o",
      output,
    ]);
    const files = unzipSync(new Uint8Array(readFileSync(output)));
    const names = ["value", "dSp", "dSn", "gradientLength", "s_n", "s_p", "recipe"];
    expect(Object.keys(files)).toEqual(names.map((name) => `${name}.npy`));
    expect([...arrayOf(files["s_n.npy"]).numbers]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([...arrayOf(files["s_p.npy"]).numbers]).toEqual([0, 0.5, 1]);
    for (let cell = 0; cell < 15; cell++) {
      const point = atNode(cell % 5, Math.floor(cell / 5), 5, 3);
      for (const name of ["value", "dSp", "dSn"] as const)
        expect(arrayOf(files[`${name}.npy`]).numbers[cell]).toBeCloseTo(point[name], 11);
      expect(arrayOf(files["gradientLength.npy"]).numbers[cell]).toBeCloseTo(
        Math.hypot(point.dSp, point.dSn),
        11,
      );
    }
  });

  it.skipIf(!HAS_NUMPY)(
    "is read by NumPy, and the figure in its recipe draws and samples the same",
    async () => {
      await printed([
        "grid",
        "--loss=circle",
        "--set=margin=0.3",
        "--sn=-1:1",
        "--size=33",
        "-o",
        file("n.npz"),
      ]);
      const [shape, kind, sn, recipe] = python(
        `z = np.load(sys.argv[1], allow_pickle=False)
print(json.dumps([z["value"].shape, z["value"].dtype.str, z["s_n"].tolist(), json.loads(str(z["recipe"]))]))`,
        file("n.npz"),
      ) as [number[], string, number[], { figure: object; grid: object }];
      expect([shape, kind, sn[0], sn[32]]).toEqual([[33, 33], "<f8", -1, 1]);
      expect(recipe.grid).toEqual({
        columns: 33,
        rows: 33,
        channels: ["value"],
        precision: 64,
        engine: { name: "analytic", precision: 64 },
      });
      writeFileSync(file("recipe.json"), JSON.stringify(recipe.figure));
      await printed(["grid", file("recipe.json"), "--size=33", "--channels=value", "-o", file("again.npz")]);
      expect(readFileSync(file("again.npz")).equals(readFileSync(file("n.npz")))).toBe(true);
    },
  );

  it("writes a line per cell, in decimals that read back as the same numbers", async () => {
    const args = ["grid", "circle-region", "--size=3x2", "--channels=value,direction", "-o"];
    const text = await printed([...args, "-", "--format", "csv"]);
    await printed([...args, file("a.csv")]);
    expect(readFileSync(file("a.csv"), "utf8")).toBe(text);
    const [head, ...lines] = text.trimEnd().split("\n");
    expect(head).toBe("s_n,s_p,value,direction");
    expect(lines.map((line) => line.split(",").slice(0, 2).join())).toEqual([
      "0,0",
      "0.5,0",
      "1,0",
      "0,1",
      "0.5,1",
      "1,1",
    ]);
    lines.forEach((line, cell) => {
      const value = Number(line.split(",")[2]);
      expect(value).toBe(atNode(cell % 3, Math.floor(cell / 3), 3, 2).value);
    });
  });

  it("puts s_p to the right where the figure does, in any unit", async () => {
    const settings = ["--set=horizontal=positive", "--set=sn.unit=degrees", "--set=sn.range=0:180"];
    const text = await printed([
      "grid",
      "circle-region",
      ...settings,
      "--size=2x3",
      "-o",
      "-",
      "--format=csv",
    ]);
    const places = text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(0, 2).map(Number));
    expect(places.map(([, sp]) => sp)).toEqual([0, 1, 0, 1, 0, 1]);
    places.forEach(([sn], i) => expect(sn).toBeCloseTo([1, 1, 0, 0, -1, -1][i], 15));
  });

  it("halves the bytes in 32 bits, and rounds no further", async () => {
    for (const bits of ["64", "32"])
      await printed([
        "grid",
        "circle-region",
        "--size=40",
        `--precision=${bits}`,
        "-o",
        file(`p${bits}.npy`),
      ]);
    const singles = new Uint8Array(readFileSync(file("p32.npy")));
    expect(new TextDecoder().decode(singles.subarray(10, 60))).toContain("'descr': '<f4'");
    const doubles = arrayOf(new Uint8Array(readFileSync(file("p64.npy")))).numbers;
    expect(new Float32Array(singles.slice(128).buffer)).toEqual(new Float32Array(doubles));
  });

  it("says what is not finite, and keeps it", async () => {
    const { code, out, err } = await run([
      "grid",
      "--loss=triplet",
      "--set=margin=0",
      "--channels=direction",
      "--size=3",
      "-o",
      "-",
      "--format=csv",
    ]);
    expect(code).toBe(0);
    // slack on and above the diagonal: six of nine nodes have no direction
    expect(out.match(/NaN/g)?.length).toBe(6);
    expect(err).toBe("direction: 6 of 9 cells are not finite (masked)\n");
  });

  it("sums up as JSON", async () => {
    const text = await printed(["grid", "circle-region", "--size=9", "--json", "-o", file("s.npy")]);
    expect(JSON.parse(text)).toEqual({
      file: file("s.npy"),
      format: "npy",
      columns: 9,
      rows: 9,
      precision: 64,
      engine: { name: "analytic", precision: 64 },
      channels: { loss: { masked: 0, low: atNode(0, 8, 9, 9).value, high: atNode(8, 0, 9, 9).value } },
    });
  });

  it("reads a figure from standard input, and tells how far it is if asked", async () => {
    const input = JSON.stringify({ version: 1, loss: { id: "circle" }, samples: 16 });
    const { code, bytes, err } = await run(["grid", "-", "-o", "-", "--progress"], { input });
    expect([code, err]).toEqual([0, "grid: 100 %\n"]);
    expect(arrayOf(new Uint8Array(bytes)).shape).toEqual([16, 16]);
  });
});

describe("a file that cannot be finished", () => {
  it("leaves nothing when the program is interrupted, and what was there before", async () => {
    const home = file("interrupted");
    mkdirSync(home);
    writeFileSync(join(home, "a.csv"), "before");
    const args = ["grid", "circle-region", "--size=4096", "--progress", "-o", join(home, "a.csv")];
    const child = spawn(process.execPath, [PROGRAM, ...args]);
    const ended = new Promise((done) => child.on("exit", (_, signal) => done(signal)));
    await new Promise((seen) => child.stderr.once("data", seen));
    expect(readdirSync(home).length).toBe(2);
    child.kill("SIGTERM");
    expect(await ended).toBe("SIGTERM");
    expect(readdirSync(home)).toEqual(["a.csv"]);
    expect(readFileSync(join(home, "a.csv"), "utf8")).toBe("before");
  });

  it.skipIf(!existsSync("/dev/full"))("fails when there is no space, and leaves a device alone", async () => {
    const { code, err } = await run(["grid", "circle-region", "-o", "/dev/full", "--format", "npy"]);
    expect([code, err]).toEqual([1, "marginscape: cannot write /dev/full: no space left\n"]);
    expect(existsSync("/dev/full")).toBe(true);
  });

  it("needs a folder", async () => {
    mkdirSync(file("folder.npy"));
    for (const [output, reason] of [
      [file("nowhere/a.npy"), "no such file or folder"],
      [file("folder.npy"), "it is a folder"],
    ]) {
      const { code, err } = await run(["grid", "circle-region", "-o", output]);
      expect([code, err]).toEqual([1, `marginscape: cannot write ${output}: ${reason}\n`]);
    }
  });
});

describe("what is refused", () => {
  it.each([
    [["circle-region"], 2, "missing -o FILE; expected a .npy, .npz or .csv file, or -"],
    [
      ["-o", "a.npy"],
      2,
      "missing figure; expected a spec file, -, the name of a preset, --loss ID or --formula TEXT",
    ],
    [
      ["circle-region", "-o", "a.png"],
      2,
      "unknown format of a.png; expected a name ending in .npy, .npz, .csv",
    ],
    [["circle-regio", "-o", "a.npy"], 1, "unknown preset: circle-regio; did you mean circle-region?"],
    [
      ["circle-region", "--loss=circle", "-o", "a.npy"],
      2,
      "unexpected argument: circle-region; expected either a figure or --loss",
    ],
    [["circle-region", "--K=2", "-o", "a.npy"], 2, "unexpected --K beside a figure; expected --set K=…"],
    [["--loss=circel", "-o", "a.npy"], 1, "unknown loss: circel; did you mean circle?"],
    [
      ["--loss=circle", "--gradient=atached", "-o", "a.npy"],
      2,
      "unknown gradient: atached; did you mean attached?",
    ],
    [
      ["circle-region", "--size=1", "-o", "a.npy"],
      1,
      "invalid --size: 1; expected a whole number from 2 to 8192, or COLUMNSxROWS of such numbers",
    ],
    [
      ["circle-region", "--size=64x9000", "-o", "a.npy"],
      1,
      "invalid --size: 64x9000; expected a whole number from 2 to 8192, or COLUMNSxROWS of such numbers",
    ],
    [
      ["circle-region", "--channels=valu,dSp", "-o", "a.npz"],
      2,
      "unknown channel: valu; did you mean value?",
    ],
    [
      ["circle-region", "--channels=dSp,dSp", "-o", "a.npz"],
      2,
      "invalid --channels: dSp twice; expected each name once",
    ],
    [
      ["circle-region", "--channels=dSp,dSn", "-o", "a.npy"],
      2,
      "invalid --channels: 2 of them; expected one, since a .npy holds one array, or a name ending in .npz",
    ],
    [["circle-region", "--precision=16", "-o", "a.npy"], 2, "invalid --precision: 16; expected 64 or 32"],
    [["circle-region", "--engine=gpu", "-o", "a.npy"], 2, "unknown engine: gpu; did you mean cpu?"],
    [
      ["circle-region", "-o", "-", "--format=npz"],
      2,
      "invalid -o: - for npz, which is not written in one go; expected a file",
    ],
    [
      ["circle-region", "-o", "-", "--json"],
      2,
      "unexpected --json beside -o -; expected a file for the grid",
    ],
  ] as const)("%j", async (args, code, message) => {
    expect(await run(["grid", ...args])).toMatchObject({ code, out: "", err: `marginscape: ${message}\n` });
  });
});
