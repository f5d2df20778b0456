import { describe, expect, it } from "vitest";
import { expectClose } from "../numerics/seeded.ts";
import { printed, run } from "./run.ts";

const CIRCLE =
  "gamma = 256 in [1, 1024] log\nm = 0.25 in [0, 1]\n" +
  "z = gamma * (detach(relu(s_n + m)) * (s_n - m) - detach(relu(1 + m - s_p)) * (s_p - 1 + m))\nsoftplus(z)";
const SUM = "softplus(gamma * (s_n - s_p + m))";

interface Point {
  readonly value: number;
  readonly dSp: number;
  readonly dSn: number;
  readonly error?: string;
}

const evaluated = async (cases: readonly object[]): Promise<Point[]> => {
  const { out } = await run(["eval"], { input: JSON.stringify(cases) });
  return JSON.parse(out) as Point[];
};

describe("eval takes a formula in place of an id", () => {
  it("with parameters as numbers, as ranges, and declared in the text", async () => {
    const at = { sp: 0.6, sn: 0.4 };
    const [numbers, ranges, declared, built] = await evaluated([
      { formula: SUM, params: { gamma: 32, m: 0.25 }, ...at },
      { formula: SUM, params: { gamma: { default: 32, min: 1, max: 99, scale: "log" }, m: 0.25 }, ...at },
      { formula: `gamma = 32; m = 0.1 in [0, 1]; ${SUM}`, params: { m: 0.25 }, ...at },
      { id: "am-softmax", params: { gamma: 32, margin: 0.25 }, ...at },
    ]);
    for (const each of [numbers, ranges, declared])
      for (const key of ["value", "dSp", "dSn"] as const) expectClose(each[key], built[key], 1e-13, 1, key);
  });

  it("as Circle loss by the paper's numbers, detached and attached, with K and L", async () => {
    const transforms = {
      positive: "gamma * detach(relu(1 + m - s)) * (s - 1 + m)",
      negative: "gamma * detach(relu(s + m)) * (s - m)",
      link: "softplus(z)",
      coupling: "coupled",
    };
    const params = { gamma: 256, m: 0.25 };
    const [detached, attached, counted, set, built] = await evaluated([
      { formula: CIRCLE, sp: 0.8, sn: 0.8 },
      { formula: CIRCLE, sp: 0.8, sn: 0.8, gradient: "attached" },
      { formula: transforms, params, sp: 0.6, sn: 0.4, K: 4, L: 16 },
      { formula: transforms, params, positives: [0.6, 0.7], negatives: [0.4, 0.3, -0.5] },
      {
        loss: "circle",
        params: { gamma: 256, margin: 0.25 },
        positives: [0.6, 0.7],
        negatives: [0.4, 0.3, -0.5],
      },
    ]);
    expectClose(detached.value, 142.08, 1e-12, 1, "value");
    expectClose(detached.dSp, -115.2, 1e-12, 1, "∂p");
    expectClose(detached.dSn, 268.8, 1e-12, 1, "∂n");
    expectClose(attached.dSp, -102.4, 1e-12, 1, "∂p");
    expectClose(attached.dSn, 409.6, 1e-12, 1, "∂n");
    expectClose(counted.value, 54.0788830834, 1e-11, 1, "value, K = 4, L = 16");
    expect(set).toEqual(built);
  });

  it("says what is wrong and where, case by case", async () => {
    const at = { sp: 0, sn: 0 };
    const errors = (
      await evaluated([
        { formula: "softplus(gama * s_n)", params: { gamma: 3 }, ...at },
        { formula: "relu(s_n", ...at },
        { formula: 3, ...at },
        { formula: { positve: "s" }, ...at },
        { formula: "s_n", id: "circle", ...at },
        { formula: "s_n * m", params: { m: "x" }, ...at },
        { formula: "m = 0.5 in [0, 1]; s_n * m", params: { m: 3 }, ...at },
        { formula: "import('fs')", ...at },
      ])
    ).map(({ error }) => error ?? "");
    expect(errors[0]).toContain("column 10: unknown name: gama; did you mean gamma?");
    expect(errors[1]).toContain("column 5: bracket never closed");
    expect(errors[2]).toBe("invalid formula: 3; expected text, lines, or an object of parts");
    expect(errors[3]).toContain("invalid formula.positve; expected one of loss, plane");
    expect(errors[4]).toContain("formula beside a loss");
    expect(errors[5]).toContain('invalid params.m: "x"');
    expect(errors[6]).toBe("invalid params.m: 3; expected 0 to 1");
    expect(errors[7]).toContain("invalid formula at column");
  });
});

describe("--formula goes wherever --loss goes", () => {
  it("region: the same area as the built-in, traced", async () => {
    const areaOf = async (...args: string[]): Promise<number> =>
      (JSON.parse(await printed(["region", ...args, "--json"])) as { targetArea: number }).targetArea;
    const built = await areaOf("--loss", "circle", "--set", "margin=0.3");
    expectClose(await areaOf("--formula", CIRCLE, "--set", "m=0.3"), built, 1e-4, 1, "area");
  });

  it("list: its parameters", async () => {
    const [entry] = JSON.parse(await printed(["list", "--formula", CIRCLE, "--json"])) as Record<
      string,
      unknown
    >[];
    expect(entry).toMatchObject({ id: "formula", detaches: true, gradient: "detached", text: CIRCLE });
    expect((entry["params"] as { id: string }[]).map(({ id }) => id)).toEqual(["gamma", "m"]);
  });

  it("export: a figure that carries the formula and can be drawn again from it", async () => {
    const svg = await printed(["export", "--formula", SUM, "--set", "gamma=32", "--set", "m=0.2", "-o", "-"]);
    expect(svg).toContain("softplus(gamma * (s_n - s_p + m))");
    const json = await printed([
      "export",
      "--formula",
      SUM,
      "--set",
      "gamma=32",
      "--set",
      "m=0.2",
      "-o",
      "-",
      "--format",
      "json",
    ]);
    const { code, out } = await run(["export", "-", "-o", "-", "--format", "svg"], { input: json });
    expect(code).toBe(0);
    expect(out).toBe(svg);
  });

  it("grid: the built-in's numbers", async () => {
    const numbers = async (...args: string[]): Promise<number[]> =>
      (await printed(["grid", ...args, "--size", "9", "--format", "csv", "-o", "-"]))
        .split(/[\n,]/)
        .map(Number)
        .filter(Number.isFinite);
    const typed = await numbers("--formula", CIRCLE, "--channels", "value,dSp,dSn");
    const built = await numbers("--loss", "circle", "--channels", "value,dSp,dSn");
    expect(typed).toHaveLength(built.length);
    typed.forEach((x, i) => expectClose(x, built[i], 1e-12, 1, `number ${i}`));
  });

  it("sweep: over a name that only the sweep declares", async () => {
    const csv = await printed([
      "sweep",
      "--formula",
      SUM,
      "--set",
      "gamma=32",
      "--vary",
      "m=0:0.5:3",
      "--measure",
      "area",
      "-o",
      "-",
    ]);
    const areas = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split(",")[1]));
    [0.5, 0.75 ** 2 / 2, 0.125].forEach((area, i) => expectClose(areas[i], area, 1e-9, 1, `area ${i}`));
  });

  it("help formula tells the language", async () => {
    expect(await printed(["help", "formula"])).toContain("logSumExp detach");
  });

  it.each([
    [["region"], "missing --loss or --formula"],
    [["region", "--loss", "circle", "--formula", "s_p"], "--formula beside circle; expected one loss"],
    [["export", "--loss", "circle", "--formula", "s_p", "-o", "-"], "--formula beside --loss"],
    [["export", "circle-region", "--formula", "s_p", "-o", "-"], "expected either a figure or a loss"],
    [["region", "--formula", "s_p +"], "invalid formula at column"],
    [["list", "--set", "m=3"], "--set without a loss"],
    [["grid", "--formula", "s_p", "--engine", "gpu", "-o", "-", "--format", "csv"], "unknown engine: gpu"],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(message);
  });
});
