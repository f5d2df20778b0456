import { execFile, spawn } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { PROGRAM, printed, run } from "./run.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

describe("the program", () => {
  it("is executable by itself", async () => {
    expect(readFileSync(PROGRAM, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(() => accessSync(PROGRAM, constants.X_OK)).not.toThrow();
    const { stdout } = await promisify(execFile)(PROGRAM, ["--version"]);
    expect(stdout).toBe(`${version}\n`);
  });

  it("prints its version", async () => {
    expect(await printed(["--version"])).toBe(`${version}\n`);
    expect(await printed(["-V"])).toBe(`${version}\n`);
  });

  it("without a command shows its help and exit code 2", async () => {
    const { code, out } = await run([]);
    expect(code).toBe(2);
    expect(out).toBe(await printed(["--help"]));
  });
});

describe("help", () => {
  it.each([["--help"], ["-h"], ["help"]])("marginscape %s names every command", async (flag) => {
    const help = await printed([flag]);
    for (const command of ["list", "eval", "region", "export", "facts"])
      expect(help).toMatch(new RegExp(`^  ${command} `, "m"));
  });

  it.each([
    ["list", ["--json"]],
    ["eval", ["FILE|-", "positives", "negatives", "attached", '"sp"', '"sn"']],
    ["region", ["--loss", "--set", "--K", "--L", "--sn", "--sp", "--json"]],
    ["export", ["--output", "-o", "--format", "--set", "--scale", "circle-region", "circle-plane"]],
  ])("marginscape %s --help names all that it takes", async (command, words) => {
    for (const flag of ["--help", "-h"]) {
      const help = await printed([command, flag]);
      expect(help).toMatch(new RegExp(`^usage: marginscape ${command}`));
      for (const word of words) expect(help).toContain(word);
    }
  });

  it("comes before any complaint about what is missing", async () => {
    expect(await printed(["export", "--help", "--scale", "nothing"])).toContain("usage: marginscape export");
    expect(await printed(["region", "--help", "--loss", "circel"])).toContain("usage: marginscape region");
  });
});

/** Reads `least` bytes of the program's output and closes the pipe; what it then ends with. */
const read = (args: readonly string[], least: number) =>
  new Promise<{ code: number | null; signal: string | null; err: string }>((done) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let [seen, err] = [0, ""];
    child.stderr.on("data", (part: Buffer) => (err += part.toString()));
    child.stdout.on("data", (part: Buffer) => {
      seen += part.length;
      if (seen >= least) child.stdout.destroy();
    });
    child.on("exit", (code, signal) => done({ code, signal, err }));
  });

describe("a reader that has seen enough", () => {
  it.each([
    [["list", "--json"]],
    [["export", "circle-region", "-o", "-", "--format", "png"]],
    [["export", "circle-region", "-o", "-"]],
    [["export", "circle-region", "-o", "-", "--set", "samples=1024"]],
  ])("ends %j quietly", async (args) => {
    expect(await read(args, 1)).toEqual({ code: 0, signal: null, err: "" });
  });
});
