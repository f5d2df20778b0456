import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A generated module, and where its `loss` is to be called. */
export interface PythonCase {
  readonly code: string;
  readonly dialect: "numpy" | "torch";
  readonly points: readonly (readonly [sp: number, sn: number])[];
  readonly keywords: Readonly<Record<string, number>>;
}

/** Value and both partials, each at every point. */
export type PythonResult = readonly [value: number[], dSp: number[], dSn: number[]];

const DRIVER = fileURLToPath(new URL("python/run.py", import.meta.url));

/** Runs all of them in one Python process; NumPy's numbers, or those of the stand-in for PyTorch. */
export function runPython(cases: readonly PythonCase[]): PythonResult[] {
  const folder = mkdtempSync(join(tmpdir(), "marginscape-python-"));
  try {
    const listed = cases.map(({ code, ...rest }, i) => {
      const file = join(folder, `loss_${i}.py`);
      writeFileSync(file, code);
      return { file, ...rest };
    });
    writeFileSync(join(folder, "cases.json"), JSON.stringify(listed));
    const { status, stdout, stderr } = spawnSync("python3", ["-B", DRIVER, join(folder, "cases.json")], {
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(stderr.toString());
    const results = JSON.parse(stdout.toString()) as [string[], string[], string[]][];
    return results.map(([value, dSp, dSn]) => [numbers(value), numbers(dSp), numbers(dSn)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const numbers = (texts: readonly string[]): number[] =>
  texts.map((text) => Number(text.replace("inf", "Infinity")));
