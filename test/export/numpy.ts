import { spawnSync } from "node:child_process";

/** Whether Python with NumPy is here; says so where it is not. */
export const HAS_NUMPY = spawnSync("python3", ["-c", "import numpy"]).status === 0;
if (!HAS_NUMPY)
  console.warn(
    "NumPy is missing: nothing was read back with it; only the files in test/export/data speak for it",
  );

/** What a Python script prints as JSON; `np` is imported, `sys.argv[1:]` are the words. */
export function python(script: string, ...words: string[]): unknown {
  const { status, stdout, stderr } = spawnSync("python3", [
    "-c",
    `import json, sys, warnings\nimport numpy as np\n${script}`,
    ...words,
  ]);
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}
