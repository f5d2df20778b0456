import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printed, run, scratchFolder } from "./run.ts";

let folder: ReturnType<typeof scratchFolder>;
beforeAll(() => {
  folder = scratchFolder();
});
afterAll(() => folder.remove());

interface Answers {
  readonly inputs: { readonly negatives: number; readonly probability: number };
  readonly answers: readonly {
    readonly id: string;
    readonly sentences: readonly string[];
    readonly numbers: Readonly<Record<string, number>>;
    readonly units: Readonly<Record<string, string>>;
    readonly settings: readonly unknown[];
  }[];
  readonly match?: { readonly value: number };
}

const chosen = async (...args: string[]): Promise<Answers> =>
  JSON.parse(await printed(["choose", ...args, "--json"])) as Answers;

describe("marginscape choose", () => {
  it("--loss arcface --classes 100000: numbers, units, words and settings", async () => {
    const { inputs, answers } = await chosen(
      "--loss",
      "arcface",
      "--classes",
      "100000",
      "--probability",
      "0.9",
    );
    expect(inputs).toMatchObject({ negatives: 99_999, probability: 0.9 });
    const [margin, bound] = answers;
    expect(margin).toMatchObject({ id: "effective-margin", settings: [{ count: "L", value: 99_999 }] });
    expect(margin.numbers["shift"]).toBeCloseTo(Math.log(99_999) / 64, 14);
    expect(margin.units["shift"]).toBe("cosine");
    expect(bound.numbers["bound"]).toBeCloseTo(0.99999 * Math.log(99_999 * 9), 11);
    expect(bound.settings).toEqual([{ param: "gamma", symbol: "γ", value: 15.63 }]);
    expect(answers.flatMap(({ sentences }) => sentences).join(" ")).not.toContain("$");
  });

  it("says the same in words, under their questions", async () => {
    const words = await printed(["choose", "triplet:euclidean", "--set", "margin=0.2"]);
    expect(words).toMatch(/^The margin as a gap between cosines\n {2}A margin of 0\.2 on distances/);
    expect(words).toContain("0.02 at s_p = 1, 0.1465 at s_p = 0.8, 0.22 at s_p = 0.5.");
  });

  it("--match finds the scale at which another loss is as steep", async () => {
    const { match } = await chosen("am-softmax", "--match", "circle");
    expect(match?.value).toBeCloseTo(60, 8);
  });

  it("says so where nothing can be answered", async () => {
    expect(await printed(["choose", "smooth-ap"])).toContain("No question here makes sense of this loss.");
  });

  it("--change says three sentences and draws the map", async () => {
    const output = join(folder.path, "diff.svg");
    const words = await printed(["choose", "--loss", "circle", "--change", "margin=0.25:0.35", "-o", output]);
    expect(words.trimEnd().split("\n")).toHaveLength(4);
    expect(words).toContain("widens the target region from 9.817 to 19.24 % of the frame");
    const svg = readFileSync(output, "utf8");
    expect(svg).toContain("Circle loss: ");
    const again = join(folder.path, "again.svg");
    const { figure } = JSON.parse(
      await printed(["choose", "--loss", "circle", "--change", "margin=0.25:0.35", "--json"]),
    ) as { figure: object };
    await printed(["export", "-", "-o", again], JSON.stringify(figure));
    expect(readFileSync(again, "utf8")).toBe(svg);
  });

  it("a formula has the answers of its form", async () => {
    const { answers } = await chosen(
      "--formula",
      "softplus(gamma * (s_n - s_p + m))",
      "--set=gamma=32",
      "--set=m=0.2",
    );
    expect(answers.map(({ id }) => id)).not.toContain("scale-bound");
    expect(
      await printed(["choose", "--formula", "relu(s_n - s_p + m)", "--set=m=0.2", "--change=m=0.2:0.3"]),
    ).toContain("from 32 to 24.5 % of the frame");
  });
});

describe("what is not understood", () => {
  it.each([
    [["circle", "-o", "x.svg"], 2, "--output without --change"],
    [["circle", "--change", "margin=0.2"], 2, "expected name=from:to"],
    [["circle", "--change", "margn=0.2:0.3"], 1, "did you mean margin?"],
    [["circle", "--change", "margin=0.2:0.3", "--classes", "5"], 2, "--classes beside --change"],
    [["arcface", "--classes", "5", "--negatives", "4"], 2, "--negatives beside --classes"],
    [["arcface", "--classes", "1"], 1, "expected a whole number from 2"],
    [["arcface", "--probability", "1.5"], 1, "expected a number between 0 and 1"],
    [["arcface", "--probability", "x"], 2, "invalid --probability: x; expected a number"],
    [["circle", "--match", "arcface", "--at", "2,0"], 2, "invalid --at: 2,0"],
    [["dcl", "--match", "circle"], 1, "expected a point, for example --at 0.4,0.6"],
    [[], 2, "missing --loss or --formula"],
  ])("%j", async (args, code, message) => {
    const ended = await run(["choose", ...args], { cwd: folder.path });
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(message);
  });
});
