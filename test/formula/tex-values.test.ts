import { describe, expect, it } from "vitest";
import { gradientTex, lossTex, lossTexInNumbers } from "../../src/formula/loss-tex.ts";
import { symbolTex } from "../../src/formula/tex.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { GradientMode, Loss } from "../../src/losses/types.ts";
import { expectClose } from "../numerics/seeded.ts";
import { NAMES } from "../losses/support.ts";
import { evaluateTex } from "./evaluate-tex.ts";

const COUNTS = { K: 3, L: 5 };
const POINTS = [
  [0.61, 0.43],
  [0.2, 0.7],
  [-0.35, 0.15],
  [0.93, -0.8],
  [-0.62, 0.55],
] as const;

const similarity = (s: number, side: string): [string, number][] => [
  [`s${side}`, s],
  [`\\theta${side}`, Math.acos(s)],
  [`d${side}`, Math.sqrt(2 - 2 * s)],
];

function scopeOf(loss: Loss, params: Readonly<Record<string, unknown>>): [string, number][] {
  const numbers = Object.entries(loss.params).map(([id, { symbol }]): [string, number] => [
    symbolTex(symbol),
    Number(params[id]),
  ]);
  return [...Object.entries(COUNTS), ...numbers];
}

/** The value that the lines of a loss add up to. */
function valueOf(
  lines: readonly string[],
  scope: readonly [string, number][],
  sp: number,
  sn: number,
): number {
  const plane = new Map([...similarity(sp, "_p"), ...similarity(sn, "_n"), ...scope]);
  const parts = lines
    .join(", \\quad ")
    .split(", \\quad ")
    .map((part) => part.split(/ = (.*)/s));
  const known = new Map(plane);
  const textOf = (name: string): string => parts.find(([head]) => head === name)?.[1] ?? "";
  for (const [side, s] of [
    ["p", sp],
    ["n", sn],
  ] as const) {
    const text = textOf(`A_${side}(s)`);
    if (text !== "")
      known.set(`A_${side}(s_${side})`, evaluateTex(text, new Map([...similarity(s, ""), ...scope])));
  }
  for (const z of ["z", "z_p", "z_n"]) if (textOf(z) !== "") known.set(z, evaluateTex(textOf(z), known));
  for (const [name, text] of parts)
    if (/^[A-Za-z]$/.test(name) && name !== "z") known.set(name, evaluateTex(text, known));
  return evaluateTex(textOf("\\mathcal{L}"), known);
}

describe.each(NAMES)("read as a person would, the TeX of %s", (name) => {
  const { loss, params } = namedLoss(name);
  const scope = scopeOf(loss, params);
  const modes: readonly GradientMode[] = loss.detaches ? ["attached", "detached"] : ["attached"];

  // constants in TeX have six digits
  it("is its value", () => {
    const lines = lossTex(loss, params);
    const form = loss.plane(params, COUNTS);
    for (const [sp, sn] of POINTS)
      expectClose(valueOf(lines, scope, sp, sn), planePoint(form, sp, sn).value, 1e-5, 1e-3, lines.join());
  });

  it("is its value with the numbers put in, without any symbol", () => {
    const lines = lossTexInNumbers(loss, params, COUNTS);
    const form = loss.plane(params, COUNTS);
    for (const [sp, sn] of POINTS)
      expectClose(valueOf(lines, [], sp, sn), planePoint(form, sp, sn).value, 1e-4, 1e-3, lines.join());
  });

  it.each(modes)("is its gradient, %s", (mode) => {
    const gradient = gradientTex(loss, params, mode);
    const form = loss.plane(params, COUNTS, mode);
    for (const [sp, sn] of POINTS) {
      const known = new Map([...similarity(sp, "_p"), ...similarity(sn, "_n"), ...scope]);
      for (const { symbol, tex } of gradient.where) {
        expect(known.has(symbol), `${symbol} means two things`).toBe(false);
        known.set(symbol, evaluateTex(tex, known));
      }
      const point = planePoint(form, sp, sn);
      const at = `at (${sp}, ${sn}): ${JSON.stringify(gradient)}`;
      expectClose(evaluateTex(gradient.dSp, known), point.dSp, 1e-5, 1e-3, `dSp ${at}`);
      expectClose(evaluateTex(gradient.dSn, known), point.dSn, 1e-5, 1e-3, `dSn ${at}`);
    }
  });
});
