import { describe, expect, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { attached, derivative } from "../../src/formula/derive.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { Graph } from "../../src/formula/graph.ts";
import { positiveNames } from "../../src/formula/loss-graph.ts";
import { planeNodes } from "../../src/formula/plane-nodes.ts";
import { programOf } from "../../src/formula/steps.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { sigmoid } from "../../src/numerics/scalar.ts";
import { inner } from "../losses/arbitraries.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { expectClose, fc } from "../numerics/seeded.ts";

const ONE = { K: 1, L: 1 };

const curlOf = (name: string, mode: GradientMode, given = {}) => {
  const { loss, params } = namedLoss(name, given);
  const program = compileLoss(loss, params, mode, ["curl", "dSp", "dSn"]);
  return program && bindProgram(program, parameterNumbers(loss, params), ONE).at;
};

/** ∂²/∂s_n∂s_p of the value and ∂²/∂s_p∂s_n, each derived in its own order. */
function mixedDerivatives(id: string): (sp: number, sn: number) => readonly [number, number] {
  const { loss, params } = namedLoss(id);
  const graph = new Graph(positiveNames(loss));
  const { value } = planeNodes(graph, loss.formula(params), Object.keys(loss.params));
  const plain = attached(graph, value);
  const both = (first: string, second: string) => {
    const node = derivative(graph, derivative(graph, plain, first), second);
    return bindProgram(programOf({ value: node }), parameterNumbers(loss, params), ONE).at;
  };
  const [pn, np] = [both("s_n", "s_p"), both("s_p", "s_n")];
  return (sp, sn) => [pn(sp, sn).value, np(sp, sn).value];
}

describe("curl", () => {
  it("of detached Circle loss is 2 m γ² σ(z)(1 − σ(z))(s_p + s_n − 1) above s_n = −m, and 0 below (catalogue 2.11)", () => {
    const [gamma, m] = [16, 0.3];
    const at = curlOf("circle", "detached", { gamma, margin: m });
    fc.assert(
      fc.property(inner, inner, (sp, sn) => {
        const z = gamma * (Math.max(0, sn + m) * (sn - m) - (1 + m - sp) * (sp - 1 + m));
        const expected = sn > -m ? 2 * m * gamma ** 2 * sigmoid(z) * sigmoid(-z) * (sp + sn - 1) : 0;
        expectClose(at?.(sp, sn).curl ?? NaN, expected, 1e-10, 1, `at (${sp}, ${sn})`);
      }),
      { numRuns: 300 },
    );
  });

  it.each(LOSSES.map(({ id }) => id))("of the attached field of %s vanishes, to the bit", (id) => {
    const at = curlOf(id, "attached");
    const mixed = mixedDerivatives(id);
    fc.assert(
      fc.property(inner, inner, (sp, sn) => {
        const { curl, dSp, dSn } = at(sp, sn);
        expect(curl).toBe(0);
        // both mixed derivatives of the value, worked out apart: relative to how fast either may change
        const [pn, np] = mixed(sp, sn);
        const fastest = Math.max(1, Math.abs(dSp), Math.abs(dSn)) ** 2;
        expectClose(pn - np, 0, 1e-7, fastest, `at (${sp}, ${sn})`);
      }),
      { numRuns: 40 },
    );
  });
});
