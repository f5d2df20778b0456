import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { pythonCode } from "../../src/formula/python.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Counts, GradientMode, Loss } from "../../src/losses/types.ts";
import { HAS_NUMPY } from "../export/numpy.ts";
import { expectClose } from "../numerics/seeded.ts";
import { NAMES } from "../losses/support.ts";
import { type PythonCase, type PythonResult, runPython } from "./python-run.ts";

/** Two of them in corners, where angles and chords have no derivative. */
const POINTS = [
  [0.61, 0.43],
  [0.2, 0.7],
  [-0.35, 0.15],
  [0.93, -0.8],
  [-0.62, 0.55],
  [1, -1],
  [-1, 1],
] as const;

interface Compared {
  readonly label: string;
  readonly loss: Loss;
  readonly params: Params;
  readonly counts: Counts;
  readonly gradient: GradientMode;
}

/** Every loss and variant as it comes, and with every number moved within its slider. */
const COMPARED: readonly Compared[] = NAMES.flatMap((name) => {
  const { loss, params } = namedLoss(name);
  const modes: readonly GradientMode[] = loss.detaches ? ["attached", "detached"] : ["attached"];
  return modes.flatMap((gradient) => [
    { label: `${name}, ${gradient}`, loss, params, counts: { K: 1, L: 1 }, gradient },
    {
      label: `${name}, ${gradient}, moved`,
      loss,
      params: moved(loss, params),
      counts: { K: 3, L: 5 },
      gradient,
    },
  ]);
});

function moved(loss: Loss, params: Params): Params {
  return Object.fromEntries(
    Object.entries(loss.params).map(([id, spec]) => {
      if (spec.kind === "choice") return [id, params[id]];
      const [low, high] = spec.slider;
      const within = spec.scale === "log" ? low * (high / low) ** 0.37 : low + 0.37 * (high - low);
      return [id, spec.whole ? Math.round(within) : within];
    }),
  );
}

function caseOf({ loss, params, counts, gradient }: Compared, dialect: "numpy" | "torch"): PythonCase {
  const code = pythonCode(loss, params, { dialect, gradient });
  if (code === undefined) throw new Error(`no code for ${loss.id}`);
  return { code, dialect, points: POINTS, keywords: { ...counts } };
}

/**
 * To 1e-10 of the plane's own numbers. In corners the slopes are infinite, and by how they are kept finite the plane's
 * code may differ from its formula by as much as a bounded term: there the formula's own program is the measure.
 */
function expectPlane(compared: Compared, [value, dSp, dSn]: PythonResult, corners: boolean) {
  const { label, loss, params, counts, gradient } = compared;
  const form = loss.plane(params, counts, gradient);
  const program = compileLoss(loss, params, gradient, ["dSp", "dSn"]);
  const symbolic = bindProgram(program, parameterNumbers(loss, params), counts);
  POINTS.forEach(([sp, sn], i) => {
    const point = planePoint(form, sp, sn);
    const where = `of ${label} at (${sp}, ${sn})`;
    expectClose(value[i], point.value, 1e-10, 1e-3, `value ${where}`);
    const isCorner = Math.abs(sp) === 1;
    if (isCorner && !corners) return;
    const slopes = isCorner ? symbolic.at(sp, sn) : point;
    expectClose(dSp[i], slopes.dSp, 1e-10, 1e-3, `dSp ${where}`);
    expectClose(dSn[i], slopes.dSn, 1e-10, 1e-3, `dSn ${where}`);
  });
}

if (!HAS_NUMPY)
  console.warn(
    "NumPy is missing: no generated Python was run; only data/numpy-results.json, made by the same text, speaks for it",
  );

const DATA = fileURLToPath(new URL("data/numpy-results.json", import.meta.url));
const codeOf = (compared: Compared): string => caseOf(compared, "numpy").code;
const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

describe.skipIf(!HAS_NUMPY)(
  "every loss and variant, run by Python with real NumPy (skipped: NOT run where it is missing)",
  () => {
    it(`gives value and both partials to 1e-10: ${COMPARED.length} modules at ${POINTS.length} points`, () => {
      const results = runPython(COMPARED.map((each) => caseOf(each, "numpy")));
      expect(results.length).toBe(COMPARED.length);
      COMPARED.forEach((each, i) => expectPlane(each, results[i], true));
      // WRITE_NUMPY_RESULTS=1 npx vitest run --project unit test/formula/python-catalogue.test.ts
      if (process.env["WRITE_NUMPY_RESULTS"]) {
        const lines = COMPARED.map((each, i) =>
          JSON.stringify([each.label, digest(codeOf(each)), ...results[i]]),
        );
        writeFileSync(DATA, `[\n${lines.join(",\n")}\n]\n`);
      }
    });

    it("gives the same with autograd's rules in the PyTorch text, run on a stand-in", () => {
      const results = runPython(COMPARED.map((each) => caseOf(each, "torch")));
      expect(results.length).toBe(COMPARED.length);
      COMPARED.forEach((each, i) => expectPlane(each, results[i], false));
    });
  },
);

describe("what real NumPy computed, as kept in data/numpy-results.json", () => {
  const kept = new Map(
    (JSON.parse(readFileSync(DATA, "utf8")) as [string, string, ...PythonResult][]).map((entry) => [
      entry[0],
      entry,
    ]),
  );

  it("has every loss and variant, and nothing else", () => {
    expect([...kept.keys()]).toEqual(COMPARED.map(({ label }) => label));
  });

  it("was made by the very text that is made now", () => {
    const changed = COMPARED.filter((each) => kept.get(each.label)?.[1] !== digest(codeOf(each)));
    expect(
      changed.map(({ label }) => label),
      "run with WRITE_NUMPY_RESULTS=1 where NumPy is installed",
    ).toEqual([]);
  });

  it("is the plane's value and both partials to 1e-10", () => {
    for (const each of COMPARED) {
      const [, , ...result] = kept.get(each.label) ?? [];
      expectPlane(each, result as unknown as PythonResult, true);
    }
  });
});
