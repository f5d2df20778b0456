import { describe, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
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

  it.each(LOSSES.map(({ id }) => id))("of the attached field of %s vanishes", (id) => {
    const at = curlOf(id, "attached");
    fc.assert(
      fc.property(inner, inner, (sp, sn) => {
        const { curl, dSp, dSn } = at(sp, sn);
        // the mixed derivatives cancel in rounding: relative to how fast either may change
        expectClose(curl, 0, 1e-7, Math.max(1, Math.abs(dSp), Math.abs(dSn)) ** 2, `at (${sp}, ${sn})`);
      }),
      { numRuns: 40 },
    );
  });
});
