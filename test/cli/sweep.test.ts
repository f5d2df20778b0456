import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { HAS_NUMPY, python } from "../export/numpy.ts";
import { expectClose } from "../numerics/seeded.ts";
import { printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);
const file = (name: string): string => join(folder.path, name);

const CIRCLE = ["sweep", "--loss=circle", "--vary=margin=0:0.5:11", "--vary=gamma=1:1024:3:log"];

describe("marginscape sweep", () => {
  it("writes a line per choice, the same every time", async () => {
    const args = [...CIRCLE, "--measure=area,active,maxGradient", "--size=33", "-o"];
    await printed([...args, file("a.csv")]);
    const text = readFileSync(file("a.csv"), "utf8");
    expect(await printed([...args, "-"])).toBe(text);
    const [head, ...lines] = text.trimEnd().split("\n");
    expect(head).toBe("margin,gamma,area,active,maxGradient");
    expect(lines.length).toBe(33);
    lines.forEach((line, i) => {
      const [margin, gamma, area, active, maxGradient] = line.split(",").map(Number);
      expect(margin).toBe(Math.floor(i / 3) / 20);
      expect(gamma).toBe([1, 32, 1024][i % 3]);
      expectClose(area, (Math.PI * margin ** 2) / 2, 1e-9);
      expect(active).toBeGreaterThan(0);
      expect(active).toBeLessThanOrEqual(1);
      // detached at (s_n, s_p) = (1, 0): both weights are 1 + m, and z = 2γ(1 − m²)
      const weight = 1 / (1 + Math.exp(-2 * gamma * (1 - margin ** 2)));
      expectClose(maxGradient, gamma * (1 + margin) * Math.SQRT2 * weight, 1e-12);
    });
  });

  it("writes one array to a measure, with the values of each name", async () => {
    await printed([...CIRCLE, "--measure=area,share", "-o", file("a.npz")]);
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(file("a.npz")))))).toEqual([
      "area.npy",
      "share.npy",
      "margin.npy",
      "gamma.npy",
      "recipe.npy",
    ]);
  });

  it.skipIf(!HAS_NUMPY)("is read by NumPy, whose own ranges are the same", async () => {
    await printed([...CIRCLE, "--measure=area", "-o", file("n.npz")]);
    await printed([...CIRCLE, "--measure=area", "-o", file("n.npy")]);
    const found = python(
      `z = np.load(sys.argv[1], allow_pickle=False)
a = np.load(sys.argv[2], allow_pickle=False)
print(json.dumps([a.shape, bool((a == z["area"]).all()),
  float(abs(z["margin"] - np.linspace(0, 0.5, 11)).max()), float(abs(z["gamma"] / np.geomspace(1, 1024, 3) - 1).max()),
  float(abs(a - np.pi * z["margin"][:, None] ** 2 / 2).max()), json.loads(str(z["recipe"]))["figure"]["loss"]["id"]]))`,
      file("n.npz"),
      file("n.npy"),
    ) as [number[], boolean, number, number, number, string];
    expect(found.slice(0, 2)).toEqual([[11, 3], true]);
    expect(found[2]).toBeLessThan(1e-16);
    expect(found[3]).toBeLessThan(1e-15);
    expect(found[4]).toBeLessThan(1e-9);
    expect(found[5]).toBe("circle");
  });

  it("writes JSON with null for what is not there; a figure and its settings do as well", async () => {
    const args = [
      "am-softmax-region",
      "--set=margin=0.2",
      "--vary=gamma=10:20:2",
      "--measure=boundary.sp,T.sn",
    ];
    const document = JSON.parse(await printed(["sweep", ...args, "-o", "-", "--format=json"])) as Record<
      string,
      unknown
    >;
    expect(document).toMatchObject({
      figure: { loss: { id: "am-softmax", params: { margin: 0.2 } } },
      vary: { gamma: [10, 20] },
      measures: { "T.sn": [null, null] },
    });
    const { measures } = document as { measures: Record<string, number[]> };
    for (const sp of measures["boundary.sp"]) expectClose(sp, 0.2, 1e-12);
  });

  it("names each measure in its help, with a unit", async () => {
    const help = await printed(["sweep", "--help"]);
    expect(help).toMatch(/^ {2}maxGradient .*\[loss per unit of similarity\]$/m);
    expect(help).toMatch(/^ {2}area .*\[s_n · s_p\]$/m);
  });
});

const RANGE = "expected NAME=start:end:count, or NAME=start:end:count:log";

describe("what is refused", () => {
  const wrong = (vary: string, ...more: string[]) => [
    "--loss=circle",
    `--vary=${vary}`,
    "--measure=area",
    "-o",
    "-",
    ...more,
  ];

  it.each([
    [
      ["--loss=circle", "--measure=area", "-o", "-"],
      2,
      "missing --vary; expected one or two, for example --vary margin=0:0.5:101",
    ],
    [
      ["--loss=circle", "--vary=margin=0:1:2", "-o", "-"],
      2,
      expect.stringContaining("missing --measure; expected one or more of area, "),
    ],
    [wrong("margin=0:1:2", "--measure=ara"), 2, "unknown measure: ara; did you mean area?"],
    [wrong("margin"), 1, `invalid --vary: margin; ${RANGE}`],
    [wrong("margin=0:1"), 1, `invalid --vary: margin=0:1; ${RANGE}`],
    [wrong("margin=0:1:5:lin"), 1, `invalid --vary: margin=0:1:5:lin; ${RANGE}`],
    [wrong("margin=a:1:5"), 1, "invalid --vary: margin=a:1:5; expected numbers for start and end"],
    [
      wrong("margin=0:1:0"),
      1,
      "invalid --vary: margin=0:1:0; expected a whole number from 1 to 100000 for count",
    ],
    [
      wrong("margin=0:1:1.5"),
      1,
      "invalid --vary: margin=0:1:1.5; expected a whole number from 1 to 100000 for count",
    ],
    [
      wrong("margin=0:1:1"),
      1,
      "invalid --vary: margin=0:1:1; expected a count of at least 2 from one number to another",
    ],
    [
      wrong("gamma=0:8:3:log"),
      1,
      "invalid --vary: gamma=0:8:3:log; expected start and end above 0 for a logarithmic range",
    ],
    [wrong("gama=1:8:3"), 1, "unknown parameter: gama; did you mean gamma?"],
    [wrong("margin=0:3:4"), 1, "invalid vary.margin: 2; expected -1 to 1"],
    [wrong("margin=0:1:2", "--set=margin=0.2"), 2, "--vary and --set both name margin; expected one of them"],
    [wrong("margin=0:1:2", "--size=1"), 1, "invalid --size: 1; expected a whole number from 2 to 8192"],
    [wrong("margin=0:1:2", "--threshold=-1"), 1, "invalid --threshold: -1; expected a number, 0 or above"],
    [
      wrong("margin=0:1:2", "--measure=area,share", "--format=npy"),
      2,
      "invalid --measure: 2 of them; expected one, since a .npy holds one array, or a name ending in .npz",
    ],
  ] as const)("%j", async (args, code, message) => {
    const ended = await run(["sweep", ...args]);
    expect([ended.code, ended.out]).toEqual([code, ""]);
    expect(ended.err.replace(/^marginscape: /, "").trimEnd()).toEqual(message);
  });
});
