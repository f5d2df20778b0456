import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledFolder } from "../../src/cli/compiled.ts";
import { PROGRAM, scratchFolder } from "./run.ts";

const COMPILED = basename(compiledFolder(PROGRAM));
const scratch = scratchFolder();
afterAll(scratch.remove);

/** What an export of a built-in loss writes, called with flags of Node before it. */
function exported(program: string, flags: readonly string[] = [], format = "svg"): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, program, "export", "circle-region", "-o", "-", "--format", format],
    { encoding: "latin1", maxBuffer: 2 ** 24 },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

/** Another copy of the program, changed. */
function copied(name: string, change: (compiled: string) => void): string {
  const folder = join(scratch.path, name);
  mkdirSync(folder);
  for (const part of ["cli", "assets"])
    cpSync(join(dirname(PROGRAM), "..", part), join(folder, part), { recursive: true });
  change(join(folder, "cli", COMPILED));
  return join(folder, "cli", basename(PROGRAM));
}

describe("compiled code", () => {
  let usual: string;
  beforeAll(() => {
    usual = exported(PROGRAM);
  });

  it("is there for what an export runs, and this V8 takes it", () => {
    const check = `
      const { readFileSync } = require("node:fs");
      const { Script, constants } = require("node:vm");
      const [, filename, kept] = process.argv;
      const script = new Script(readFileSync(kept, "latin1"), { filename, cachedData: readFileSync(kept + ".bin") });
      process.stdout.write(String(script.cachedDataRejected));
    `;
    const names = readdirSync(join(dirname(PROGRAM), COMPILED)).filter((name) => name.endsWith(".js"));
    expect(names.map((name) => name.replace(/-[\w-]{8}\.js$|\.js$/, ""))).toEqual(
      expect.arrayContaining(["program", "losses", "figure", "font-book", "write"]),
    );
    for (const name of names) {
      const [file, kept] = [name, join(COMPILED, name)].map((each) => join(dirname(PROGRAM), each));
      const { stdout } = spawnSync(process.execPath, ["-e", check, file, kept], { encoding: "utf8" });
      expect([name, stdout]).toEqual([name, "false"]);
      const wrapped = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, "utf8")}\n})`;
      expect(readFileSync(kept, "utf8")).toBe(wrapped);
    }
  });

  it("need not be there", () => {
    const program = copied("without", (compiled) => rmSync(compiled, { recursive: true }));
    expect(exported(program)).toBe(usual);
    expect(exported(program, [], "pdf")).toBe(exported(PROGRAM, [], "pdf"));
  });

  it("that is damaged or belongs to another file is not taken", () => {
    const program = copied("damaged", (compiled) => {
      const [first, ...others] = readdirSync(compiled).filter((name) => name.endsWith(".bin"));
      writeFileSync(join(compiled, first), "nothing that V8 knows");
      const bytes = readFileSync(join(compiled, others[0]));
      for (const name of others) writeFileSync(join(compiled, name), bytes);
    });
    expect(exported(program)).toBe(usual);
  });

  it("of a V8 with other flags is not taken", () => {
    expect(exported(PROGRAM, ["--no-opt"])).toBe(usual);
  });
});

it("an export of a built-in loss reads no code that it does not run", () => {
  const report = join(scratch.path, "report.cjs");
  writeFileSync(
    report,
    `const fs = require("node:fs");
    const names = [];
    for (const call of ["readFileSync", "openSync"]) {
      const original = fs[call];
      fs[call] = (...args) => (names.push(String(args[0])), original(...args));
    }
    process.on("exit", () => fs.writeFileSync(${JSON.stringify(`${report}.json`)}, JSON.stringify(names)));`,
  );
  exported(PROGRAM, ["--require", report]);
  const names = JSON.parse(readFileSync(`${report}.json`, "utf8")) as string[];
  const code = names.filter((name) => name.endsWith(".js") && name !== PROGRAM).map((name) => basename(name));
  expect(code.map((name) => name.replace(/(-[\w-]{8})?\.js$/, "")).toSorted()).toEqual([
    "figure",
    "losses",
    "program",
    "rolldown-runtime",
  ]);
});
