import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { HAS_NUMPY } from "../export/numpy.ts";
import { goldenPlane, MAPPING } from "../golden/plane-cases.ts";
import { pytorchSnippets } from "../golden/pytorch-snippets.ts";
import { runPython } from "./python-run.ts";

const { snippets, left } = pytorchSnippets();
const SCRIPT = fileURLToPath(new URL("../golden/pytorch-snippets.py", import.meta.url));

it("every golden case is either a snippet or left out for a reason", () => {
  const { cases } = goldenPlane();
  const named = new Set([...snippets.map(({ id }) => id), ...left.map(([id]) => id)]);
  expect(named.size).toBe(cases.length);
  const classes = new Set(snippets.map(({ loss }) => loss));
  const absent = Object.keys(MAPPING).filter((name) => !classes.has(name));
  expect(absent).toEqual(["PNPLoss", "SubCenterArcFaceLoss"]);
});

it.skipIf(!HAS_NUMPY)(
  `${snippets.length} PyTorch texts give the library's value and derivatives, on a stand-in for PyTorch (NOT run without NumPy)`,
  () => {
    const results = runPython(
      snippets.map(({ code, sp, sn, K, L }) => ({
        code,
        dialect: "torch",
        points: [[sp, sn]],
        keywords: { K, L },
      })),
    );
    snippets.forEach(({ id, gradient, factor, tolerance, ...theirs }, i) => {
      const [value, dSp, dSn] = results[i].map(([x]) => factor * x);
      for (const [ours, expected] of [
        [value, theirs.value],
        [dSp, theirs.dSp],
        [dSn, theirs.dSn],
      ] as const) {
        if (expected === null) continue;
        const allowed = tolerance * Math.max(1, Math.abs(expected));
        expect(Math.abs(ours - expected), `${id}, ${gradient}: ${ours}, ${expected}`).toBeLessThanOrEqual(
          allowed,
        );
      }
    });
  },
);

const HAS_TORCH = spawnSync("python3", ["-c", "import torch"]).status === 0;
if (!HAS_TORCH)
  console.warn(
    "PyTorch is missing: test/golden/pytorch-snippets.py was not run, only its texts on a stand-in",
  );

it.skipIf(!HAS_TORCH)(
  "real PyTorch passes them all (NOT run where it is missing)",
  { timeout: 120_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "marginscape-torch-"));
    try {
      const file = join(folder, "snippets.json");
      writeFileSync(file, JSON.stringify({ snippets, left }));
      const { status, stdout, stderr } = spawnSync("python3", [SCRIPT, file]);
      expect(`${stdout.toString()}${stderr.toString()}`).toContain(
        `${snippets.length} of ${snippets.length} passed`,
      );
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
