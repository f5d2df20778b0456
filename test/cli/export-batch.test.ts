import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PROGRAM, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);
const file = (...names: string[]): string => join(folder.path, ...names);

const spec = (margin: number): string =>
  JSON.stringify({ version: 1, samples: 32, loss: { id: "circle", params: { margin } } });

describe("marginscape export … --out-dir", () => {
  it("writes every figure in every format, told one by one, and the same bytes as alone", async () => {
    writeFileSync(file("a.json"), spec(0.2));
    writeFileSync(file("b.json"), spec(0.3));
    const { code, err } = await run(
      [
        "export",
        "a.json",
        "b.json",
        "arcface-fig4b",
        "--out-dir",
        "figs",
        "--format",
        "svg,png",
        "--theme",
        "print",
      ],
      { cwd: folder.path },
    );
    expect(err).toMatch(/^\[1\/6\] figs\/.* \(\d+ KB, \d+\.\d\d s\)$/m);
    expect(err).toMatch(/^6 written, 0 failed, [\d.]+ s$/m);
    expect(code).toBe(0);
    expect(readdirSync(file("figs")).toSorted()).toEqual([
      "a.png",
      "a.svg",
      "arcface-fig4b.png",
      "arcface-fig4b.svg",
      "b.png",
      "b.svg",
    ]);
    for (const name of ["a.json", "b.json", "arcface-fig4b"]) {
      const alone = await run(["export", name, "-o", "-", "--theme", "print"], { cwd: folder.path });
      expect(readFileSync(file("figs", `${name.replace(".json", "")}.svg`)).equals(alone.bytes)).toBe(true);
    }
  });

  it("goes on after a bad figure, names it, and ends in exit code 1", async () => {
    writeFileSync(file("bad.json"), '{"version":1,"loss":{"id":"circel"}}');
    writeFileSync(file("worse.json"), "not JSON");
    writeFileSync(file("good.json"), spec(0.25));
    const { code, err } = await run(
      ["export", "bad.json", "worse.json", "gone.json", "good.json", "--out-dir", "mixed", "-j", "2"],
      { cwd: folder.path },
    );
    expect(code).toBe(1);
    expect(err).toMatch(/mixed\/bad\.svg: .*unknown loss: circel; did you mean circle\?/);
    expect(err).toMatch(/mixed\/worse\.svg: .*JSON/);
    expect(err).toMatch(/mixed\/gone\.svg: cannot read gone\.json: no such file/);
    expect(err).toMatch(/^1 written, 3 failed/m);
    expect(readdirSync(file("mixed"))).toEqual(["good.svg"]);
  });

  it.each([
    [["a.json", "--out-dir", "x", "-o", "y.svg"], "-o beside --out-dir"],
    [["a.json", "sub/a.json", "--out-dir", "x"], "a.json and sub/a.json would both write x/a.svg"],
    [["a.json", "--out-dir", "x", "--format", "svg,gif87"], "unknown format: gif87"],
    [["a.json", "--out-dir", "x", "--jobs", "0"], "invalid --jobs: 0; expected a whole number from 1 to 64"],
    [["a.json", "--out-dir", "x", "--venue", "cvpr"], "unknown venue: cvpr"],
    [["a.json", "--out-dir", "x", "--theme", "drak"], "unknown theme: drak; did you mean dark?"],
    [["a.json", "b.json", "-o", "x.svg"], "missing --out-dir FOLDER"],
    [["a.json", "-o", "x.svg", "--figsize", "3by4"], "invalid --figsize: 3by4"],
    [["a.json", "-o", "x.png", "--dpi", "300", "--scale", "2"], "--dpi beside --scale"],
  ])("does not understand %j", async (args, message) => {
    const { code, err } = await run(["export", ...args], { cwd: folder.path });
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(file("x"))).toBe(false);
  });

  it("watches: writes again what changes, survives a bad edit, and ends with Ctrl+C", async () => {
    writeFileSync(file("w.json"), spec(0.1));
    const child = spawn(process.execPath, [PROGRAM, "export", "w.json", "--out-dir", "watched", "--watch"], {
      cwd: folder.path,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (part: Buffer) => (said += part.toString()));
    const ended = new Promise((done) => child.on("close", done));
    const says = (pattern: RegExp): Promise<void> =>
      expect
        .poll(() => said, { timeout: 20_000 })
        .toMatch(pattern)
        .then(() => undefined);
    try {
      await says(/watching w\.json/);
      const first = readFileSync(file("watched", "w.svg"), "utf8");
      writeFileSync(file("w.json"), "{ half a file");
      await says(/w\.json: .*JSON/);
      expect(readFileSync(file("watched", "w.svg"), "utf8")).toBe(first);
      said = "";
      writeFileSync(file("w.json"), spec(0.4));
      await says(/watched\/w\.svg \(/);
      expect(readFileSync(file("watched", "w.svg"), "utf8")).not.toBe(first);
    } finally {
      child.kill("SIGINT");
    }
    expect(await ended).toBe(0);
  });
});

describe("how a figure looks", () => {
  const size = async (...flags: string[]): Promise<string | undefined> => {
    const { out, err } = await run(["export", "circle-region", "--set", "samples=32", "-o", "-", ...flags]);
    expect(err).toBe("");
    return /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(out)?.slice(1).join("×");
  };

  it("has a size in inches or pixels", async () => {
    expect(await size("--figsize", "3.25x3in")).toBe("312×288");
    expect(await size("--figsize", "10x8cm")).toMatch(/^377\.9\d*×302\.3\d*$/);
    expect(await size("--width", "400")).toMatch(/^400×/);
  });

  it("has the width of a venue, its serif letters and no ground where none is wanted", async () => {
    const { out } = await run([
      "export",
      "circle-region",
      "-o",
      "-",
      "--venue",
      "cvpr-column",
      "--transparent",
    ]);
    expect(out).toMatch(/<svg [^>]*width="312"/);
    expect(out).toContain("STIX Two Text");
    expect(out).not.toMatch(/<path d="M0 0H312V/);
    expect((await run(["export", "circle-region", "-o", "-"])).out).toMatch(
      /<path d="M0 0H640V560H0Z" fill="#/,
    );
  });
});
