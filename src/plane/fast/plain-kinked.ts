import type { Link } from "../../losses/types.ts";
import type { Numbers } from "../field.ts";
import type { Outputs } from "./plain-softplus.ts";
import type { Terms } from "./terms.ts";

/** φ(z) and its partials where φ is a few comparisons: the link itself, z in double precision. */
export function fillByLink({ across, up }: Terms, link: Link, { value, byAcross, byUp }: Outputs): void {
  const { logit, slope } = across;
  const { value: lossOf, slope: weightOf } = link;
  for (let row = 0, cell = 0; row < up.logit.length; row++) {
    const rowLogit = up.logit[row];
    const rowSlope = up.slope[row];
    for (let column = 0; column < logit.length; column++, cell++) {
      const z = logit[column] + rowLogit;
      if (value) value[cell] = lossOf(z);
      const weight = weightOf(z);
      if (byAcross) byAcross[cell] = weight * slope[column];
      if (byUp) byUp[cell] = weight * rowSlope;
    }
  }
}

/** out[cell] = across[column] + up[row] */
export function fillSum(across: Float64Array, up: Float64Array, out: Numbers): void {
  for (let row = 0, cell = 0; row < up.length; row++) {
    const fromRow = up[row];
    for (let column = 0; column < across.length; column++) out[cell++] = across[column] + fromRow;
  }
}

/** out[cell] = the larger of across[column] and up[row] */
export function fillLarger(across: Float64Array, up: Float64Array, out: Numbers): void {
  for (let row = 0, cell = 0; row < up.length; row++) {
    const fromRow = up[row];
    for (let column = 0; column < across.length; column++) out[cell++] = Math.max(across[column], fromRow);
  }
}
