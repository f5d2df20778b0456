import { describe, expect, it } from "vitest";
import type { PlaneDifference } from "../../src/region/difference.ts";
import { printed, run } from "./run.ts";

interface Side {
  readonly name: string;
  readonly params: Record<string, number | string>;
  readonly gradient: string;
}
interface Printed extends PlaneDifference {
  readonly a: Side;
  readonly b: Side;
  readonly counts: { readonly K: number; readonly L: number };
  readonly frame: { readonly sn: readonly [number, number]; readonly sp: readonly [number, number] };
}

const diff = async (...args: string[]): Promise<Printed> =>
  JSON.parse(await printed(["diff", ...args, "--json"])) as Printed;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const degrees = (radians: number): number => (radians * 180) / Math.PI;

const CIRCLE = ["--loss=circle", "--a=detached", "--b=attached", "--set=margin=0.25", "--set=gamma=4"];

describe("Circle, detached against attached, m = 1/4 and γ = 4", () => {
  it("has one value, and partials γσ|s_n − m| and γσ|s_p − (1 − m)| apart", async () => {
    const { value, dSn, dSp, masked, nodes } = await diff(...CIRCLE);
    expect(value).toEqual({ largest: 0, at: { sn: 0, sp: 0 }, mean: 0 });
    // at (1, 0): z = 4 ((1 + ¼)(1 − ¼) − (1 + ¼)(0 − ¾)) = 7.5, and both gaps are 4σ·¾
    for (const gap of [dSn, dSp]) {
      expect(gap.largest).toBeCloseTo(3 * sigmoid(7.5), 12);
      expect(gap.at).toEqual({ sn: 1, sp: 0 });
    }
    expect({ masked, nodes }).toEqual({ masked: 0, nodes: 201 ** 2 });
  });

  it("does not depend on the order of the two", async () => {
    const one = await diff(...CIRCLE);
    const other = await diff(...CIRCLE, "--a=attached", "--b=detached");
    expect({ ...other, a: one.a, b: one.b }).toEqual(one);
    expect(other.a).toEqual(one.b);
  });

  it.each([
    ["0.5:1", "0:0.5", 1, 0, 0.75, 0.75],
    ["-0.05:0", "0.95:1", -0.05, 1, 0.3, 0.25],
  ])("in the frame s_n %s, s_p %s is furthest apart at a corner", async (sn, sp, x, y, byN, byP) => {
    const { dSn, dSp } = await diff(...CIRCLE, `--sn=${sn}`, `--sp=${sp}`);
    const weight = (atN: number, atP: number): number =>
      4 * sigmoid(4 * ((atN + 0.25) * (atN - 0.25) - (1.25 - atP) * (atP - 0.75)));
    expect(dSn.at.sn).toBe(x);
    expect(dSn.largest).toBeCloseTo(byN * weight(x, dSn.at.sp), 12);
    expect(dSp.at.sp).toBe(y);
    expect(dSp.largest).toBeCloseTo(byP * weight(dSp.at.sn, y), 12);
  });

  it("pulls the other way where −m < s_n < 0 and s_p is near 1", async () => {
    const { angle } = await diff(...CIRCLE, "--sn=-0.25:-0.05", "--sp=0.9:1");
    // descent at (−0.05, 1): detached (m, −(s_n + m)) = (0.25, −0.2), attached (0, 0.1)
    expect(angle.at).toEqual({ sn: -0.05, sp: 1 });
    expect(angle.largest).toBeCloseTo(90 + degrees(Math.atan(0.2 / 0.25)), 9);
  });

  it("is opposed in a segment of the circle through (−m, 1) and (0, 1)", async () => {
    // u = 1 − s_p: u² + u/4 + s_n² + s_n/4 < 0 is a disc of r² = 1/32 round (−⅛, −⅛), cut by u > 0
    const { opposed } = await diff(...CIRCLE, "--sn=-0.25:0", "--sp=0.75:1");
    expect(Math.abs(opposed - (Math.PI / 2 - 1) / 4)).toBeLessThan(0.004);
    expect((await diff(...CIRCLE)).opposed).toBe(0);
  });
});

describe("two names", () => {
  it("that are one agree everywhere", async () => {
    for (const name of ["detached", "default"]) {
      const { same, opposed, value, dSp, dSn, angle } = await diff("--loss=circle", "--a", name, "--b", name);
      expect({ same, opposed }).toEqual({ same: 1, opposed: 0 });
      for (const { largest, mean } of [value, dSp, dSn, angle]) expect([largest, mean]).toEqual([0, 0]);
    }
  });

  it("of one loss: NormFace is the N-pair loss on the plane, for any L", async () => {
    const { same, counts } = await diff("--a=normface", "--b=n-pair", "--set=gamma=20", "--L=7");
    expect({ same, counts }).toEqual({ same: 1, counts: { K: 1, L: 7 } });
  });

  it("of two losses: AM-Softmax is NormFace with γm more in z", async () => {
    const { a, b, value, dSp, dSn, angle, same } = await diff(
      "--a=am-softmax",
      "--b=normface",
      "--set=gamma=32",
    );
    expect([a.params, b.params]).toEqual([{ gamma: 32, margin: 0.35 }, { gamma: 32 }]);
    expect(value.at).toEqual({ sn: 1, sp: 0 });
    expect(value.largest).toBeCloseTo(32 * 0.35, 9);
    // σ(x + γm) − σ(x) is largest at x = −γm/2 = 32 · (−0.175); both pull along (1, −1)
    for (const gap of [dSp, dSn]) expect(gap.largest).toBeCloseTo(32 * (sigmoid(5.6) - sigmoid(-5.6)), 9);
    expect(dSp.at.sp - dSp.at.sn).toBeCloseTo(0.175, 12);
    expect(angle.largest).toBeCloseTo(0, 9);
    expect(same).toBe(0);
  });

  it("with variants and aliases", async () => {
    const { a, b, same } = await diff("--a=cosface", "--b=am-softmax:insightface", "--set=gamma=64");
    expect(a).toMatchObject({ name: "cosface", params: { gamma: 64, margin: 0.35 } });
    expect(b).toMatchObject({ name: "am-softmax:insightface", params: { gamma: 64, margin: 0.4 } });
    expect(same).toBe(0);
  });
});

describe("what it prints", () => {
  it("as JSON: both sides, counts, frame and the numbers", async () => {
    const found = await diff(...CIRCLE, "--K=2", "--L=3", "--sn=-1:0.5");
    expect(Object.keys(found).join(" ")).toBe(
      "a b counts frame nodes value dSp dSn angle opposed same masked",
    );
    const params = { gamma: 4, margin: 0.25 };
    expect(found).toMatchObject({
      a: { name: "circle:detached", params, gradient: "detached" },
      b: { name: "circle:attached", params, gradient: "attached" },
      counts: { K: 2, L: 3 },
      frame: { sn: [-1, 0.5], sp: [0, 1] },
    });
  });

  it("in words: a sentence for each number", async () => {
    const words = await printed(["diff", ...CIRCLE, "--sn=0.5:1", "--sp=0:0.5"]);
    expect(words.split("\n")).toEqual([
      "circle:detached against circle:attached",
      "Value: the same everywhere.",
      expect.stringMatching(/^Gradient on the positive: up to 2\.998 apart, at \(s_n, s_p\) = \(1, 0\); /),
      expect.stringMatching(/^Gradient on the negative: up to 2\.998 apart, at \(s_n, s_p\) = \(1, 0\); /),
      expect.stringMatching(/^Direction of descent: up to [\d.]+° apart, at .*° on average\.$/),
      expect.stringMatching(/^They agree on 0 % of the frame and pull apart by more than 90° on 0 %\.$/),
      "",
    ]);
  });

  it.each(["--help", "-h"])("help with %s, whatever else is missing", async (flag) => {
    const help = await printed(["diff", flag]);
    expect(help).toMatch(/^usage: marginscape diff /);
    for (const option of ["--loss", "--a", "--b", "--set", "--K", "--L", "--sn", "--sp", "--json"])
      expect(help).toContain(option);
  });
});

const MISSING =
  "missing --a or --b; expected two variants, for example --loss circle --a detached --b attached";

describe("a bad call", () => {
  it.each<[string, number, string]>([
    ["", 2, MISSING],
    ["--a circle", 2, MISSING],
    ["--loss circle --b attached", 2, MISSING],
    ["circle --a detached --b attached", 2, "unexpected argument: circle; expected --a and --b"],
    ["--a circle --b nca --jason", 2, "unknown option: --jason; did you mean --json?"],
    ["--a circle --b nca --K many", 2, "invalid --K: many; expected a whole number"],
    ["--a circle --b nca --set gamma", 2, "invalid --set: gamma; expected name=value"],
    ["--a circel --b nca", 1, "unknown loss: circel; did you mean circle?"],
    [
      "--loss circle --a detached --b atached",
      1,
      "unknown variant of circle: atached; did you mean attached?",
    ],
    ["--a am-softmax --b normface --set margin=0", 1, "unknown parameter: margin; expected gamma"],
    ["--a circle --b nca --set gamma=-1", 1, "invalid params.gamma: -1; expected 0.001 to 10000"],
    ["--a circle --b nca --L 0", 1, "invalid L: 0; expected a whole number from 1 to 1000000000"],
    [
      "--a circle --b nca --sn=1:0",
      1,
      "invalid --sn: 1:0; expected low:high within -1:1, for example --sn=0:1",
    ],
  ])("diff %s ends with %d", async (words, code, message) => {
    expect(await run(["diff", ...words.split(" ").filter(Boolean)])).toMatchObject({
      code,
      out: "",
      err: `marginscape: ${message}\n`,
    });
  });
});
