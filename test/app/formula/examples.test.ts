import { describe, expect, it } from "vitest";
import { EXAMPLES } from "../../../src/app/formula/examples.ts";
import { typedLoss } from "../../../src/formula/typed-loss.ts";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { planePoint } from "../../../src/losses/plane-form.ts";
import { chosenLoss } from "../../../src/spec/figure-loss.ts";

const ONE = { K: 1, L: 1 };
const textOf = (start: string): string => EXAMPLES.find(({ title }) => title.startsWith(start))?.text ?? "";

describe("the editor's examples", () => {
  it.each(EXAMPLES.map(({ title, text }) => [title, text]))("%s: finite all over the plane", (_, text) => {
    const { loss, params, gradient } = chosenLoss({ id: "formula", formula: text });
    expect(Object.keys(loss.params).length).toBeGreaterThan(0);
    const form = loss.plane(params, ONE, gradient);
    for (let sp = -1; sp <= 1; sp += 0.125)
      for (let sn = -1; sn <= 1; sn += 0.125) {
        const { value, dSp, dSn } = planePoint(form, sp, sn);
        expect([value, dSp, dSn].every(Number.isFinite), `${sp}, ${sn}`).toBe(true);
      }
  });

  it.each([
    ["Circle", "circle", { gamma: 64, margin: 0.25 }],
    ["AM-Softmax", "am-softmax", { gamma: 30, margin: 0.35 }],
    ["Margin by angle", "arcface", { gamma: 32, margin: 0.3 }],
    ["InfoNCE", "info-nce", { tau: 0.07 }],
  ])("%s is the catalogue's %s", (start, id, given) => {
    const typed = chosenLoss({ id: "formula", formula: textOf(start) });
    const known = namedLoss(id, given);
    const [ours, theirs] = [typed, known].map(({ loss, params, gradient }) =>
      loss.plane(params, ONE, gradient),
    );
    for (const [sp, sn] of [
      [0.7, 0.2],
      [0.4, 0.6],
      [-0.3, 0.5],
    ]) {
      const [a, b] = [planePoint(ours, sp, sn), planePoint(theirs, sp, sn)];
      for (const key of ["value", "dSp", "dSn"] as const)
        expect(Math.abs(a[key] - b[key]), `${key} at ${sp}, ${sn}`).toBeLessThan(
          1e-12 * Math.max(1, Math.abs(b[key])),
        );
    }
  });

  it("have titles of their own", () => {
    expect(new Set(EXAMPLES.map(({ text }) => typedLoss(text).name)).size).toBe(EXAMPLES.length);
  });
});
