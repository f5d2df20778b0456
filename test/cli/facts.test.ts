import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PRESETS } from "../../src/spec/presets.ts";
import { printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);

interface Pair {
  readonly value: number;
  readonly dSp: number;
  readonly dSn: number;
  readonly z: number;
}
interface Landscape {
  readonly loss: string;
  readonly low: number;
  readonly high: number;
  readonly points: Readonly<Record<string, Pair>>;
}

const facts = async (...args: string[]): Promise<Landscape> =>
  JSON.parse(await printed(["facts", ...args, "--json"])) as Landscape;

/**
 * Circle loss at s_n = s_p = ½ by hand: with γ and m both weights are ½ + m, both distances to the margins m − ½, so
 * z = 2γ (½ + m)(½ − m), and each detached partial is γ (½ + m) times a sigmoid that is 1 to double precision.
 */
const atC = (gamma: number, m: number): Pair => ({
  value: 2 * gamma * (0.5 + m) * (0.5 - m),
  z: 2 * gamma * (0.5 + m) * (0.5 - m),
  dSp: -gamma * (0.5 + m),
  dSn: gamma * (0.5 + m),
});

describe("marginscape facts circle-region --json", () => {
  it("gives the numbers of every marked point", async () => {
    const { loss, points } = await facts("circle-region");
    expect(loss).toBe("circle");
    expect(points["C"]).toMatchObject(atC(256, 0.25));
    expect(Object.keys(points)).toEqual(["A", "C", "B", "T", "T′"]);
  });

  it("follows --set", async () => {
    const { points } = await facts("circle-region", "--set", "gamma=128", "--set", "margin=0.125");
    expect(points["C"]).toMatchObject(atC(128, 0.125));
  });

  it("rounds to fifteen digits, so that 0.1 + 0.2 is 0.3", async () => {
    const text = await printed(["facts", "circle-region", "--json"]);
    for (const [number] of text.matchAll(/-?\d+\.\d+(e[-+]\d+)?/g))
      expect(
        number
          .replace(/e.*/, "")
          .replace(/^-?0?\.?0*/, "")
          .replace(".", "").length,
      ).toBeLessThan(17);
    expect(text).not.toMatch(/\d{17}/);
  });

  it("has a word for what is no number", async () => {
    // all of the frame lies beyond the margins: the loss is zero and its logarithm −∞
    const spec = {
      version: 1,
      loss: { id: "triplet", params: { margin: 0.1 } },
      axes: { negative: { range: [0, 0.2] }, positive: { range: [0.8, 1] } },
      points: [{ name: "A", sn: 0.1, sp: 0.9 }],
    };
    const { points } = JSON.parse(await printed(["facts", "-", "--json"], JSON.stringify(spec))) as Landscape;
    expect(points["A"]).toMatchObject({ value: 0, logValue: "-Infinity" });
    expect(await printed(["facts", "-"], JSON.stringify(spec))).toMatch(/-Infinity/);
  });
});

describe("marginscape facts, as tables", () => {
  it("names each fact, and has a row for each point", async () => {
    const lines = (await printed(["facts", "circle-region"])).split("\n");
    expect(lines[0]).toBe("loss      circle");
    const at = lines.indexOf("points");
    expect(lines[at + 1].trim().split(/ {2,}/).slice(0, 5)).toEqual(["sn", "sp", "value", "logValue", "z"]);
    const c = lines
      .find((line) => line.startsWith("  C "))
      ?.trim()
      .split(/ {2,}/);
    expect(c?.slice(0, 4)).toEqual(["C", "0.5", "0.5", "96"]);
    expect(lines.at(-1)).toBe("");
    for (const line of lines) expect(line).toBe(line.trimEnd());
  });

  it("keeps its columns under each other", async () => {
    const lines = (await printed(["facts", "circle-region"])).split("\n");
    const at = lines.indexOf("points");
    const places = [lines[at + 1], lines[at + 2]].map((line) => line.indexOf(line.trim().split(/ {2,}/)[2]));
    expect(lines[at + 2].slice(lines[at + 1].indexOf("value")).trimStart()).toMatch(/^142\.08/);
    expect(places[0]).toBeGreaterThan(0);
  });
});

describe("any figure", () => {
  it("may come from a file, from standard input, or be the usual one of a loss", async () => {
    const spec = { version: 1, loss: { id: "circle" }, points: [{ name: "C", sn: 0.5, sp: 0.5 }] };
    writeFileSync(join(folder.path, "spec.json"), JSON.stringify(spec));
    const fromFile = await printed(["facts", join(folder.path, "spec.json"), "--json"]);
    expect(await printed(["facts", "-", "--json"], JSON.stringify(spec))).toBe(fromFile);
    expect((JSON.parse(fromFile) as Landscape).points["C"]).toMatchObject(atC(256, 0.25));
    expect(await facts("--loss", "am-softmax")).toMatchObject({ loss: "am-softmax" });
    expect(await facts("--formula", "softplus(g * (s_n - s_p))", "--set", "g=4")).toMatchObject({
      loss: "formula",
    });
  });

  it("of panels has the facts of each", async () => {
    const figure = { version: 1, loss: { id: "circle" }, points: [{ name: "C", sn: 0.5, sp: 0.5 }] };
    const spec = { version: 1, kind: "panels", panels: [{ figure }, { title: "second", figure }] };
    const { panels } = JSON.parse(await printed(["facts", "-", "--json"], JSON.stringify(spec))) as {
      panels: (Landscape & { panel: string; title: string })[];
    };
    expect(panels.map(({ panel, title }) => [panel, title])).toEqual([
      ["(a)", ""],
      ["(b)", "second"],
    ]);
    for (const { points } of panels) expect(points["C"]).toMatchObject(atC(256, 0.25));
    expect(await printed(["facts", "-"], JSON.stringify(spec))).toMatch(/^panels\[1\]\.points/m);
  });

  it.each(Object.keys(PRESETS))("preset %s has facts, as tables and as JSON", async (name) => {
    const text = await printed(["facts", name]);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/undefined|\[object/);
    const json = await printed(["facts", name, "--json"]);
    expect(Object.keys(JSON.parse(json) as object).length).toBeGreaterThan(0);
  });
});

describe("a call that cannot be answered", () => {
  it.each([
    [[], 2, "missing figure; expected a spec file, -, the name of a preset, --loss or --formula"],
    [
      ["circle-region", "--loss", "circle"],
      2,
      "unexpected argument: circle-region; expected either a figure or a loss",
    ],
    [["circle-region", "circle-plane"], 2, "unexpected argument: circle-plane; expected one figure"],
    [["circle-region", "--jsno"], 2, "unknown option: --jsno; did you mean --json?"],
    [["circle-regoin"], 1, "unknown preset: circle-regoin; did you mean circle-region?"],
    [["circle-region", "--set", "margin=7"], 1, "invalid loss.params.margin: 7; expected -1 to 1"],
    [["--loss", "circel"], 1, "unknown loss: circel; did you mean circle?"],
  ])("%j", async (args, code, message) => {
    const ended = await run(["facts", ...args]);
    expect(ended).toMatchObject({ code, out: "" });
    expect(ended.err).toContain(message);
  });

  it("says in its help what stands for numbers that are not finite", async () => {
    for (const flag of ["--help", "-h"]) {
      const help = await printed(["facts", flag]);
      for (const word of [
        "usage: marginscape facts",
        "--json",
        "--set",
        '"-Infinity"',
        "null",
        "circle-region",
      ])
        expect(help).toContain(word);
    }
    expect(await printed(["--help"])).toMatch(/^ {2}facts /m);
  });
});
