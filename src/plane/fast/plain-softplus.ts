import type { Numbers } from "../field.ts";
import { factorsOf } from "./factors.ts";
import { RANGE, softplusCubics, STEPS_PER_UNIT } from "./link-table.ts";
import type { Terms } from "./terms.ts";

/** Arrays of the outputs; an absent one is not asked for. */
export interface Outputs {
  readonly value: Numbers | undefined;
  readonly byAcross: Numbers | undefined;
  readonly byUp: Numbers | undefined;
}

/** Beyond 2^±1000 the slope is 1 or 0 and the value z or 0 in double precision. */
const FARTHEST = 1000;
const POWERS = Float64Array.from({ length: 2 * FARTHEST + 1 }, (_, i) => 2 ** (i - FARTHEST));

/**
 * softplus(z) + constant and its partials: eᶻ is a product of a column's and a row's factor, so that no cell needs an
 * exponential.
 */
export function fillSoftplus({ across, up }: Terms, constant: number, outputs: Outputs): void {
  const left = factorsOf(across.logit);
  const right = factorsOf(up.logit);
  const columns = across.logit.length;
  for (let row = 0, cell = 0; row < up.logit.length; row++, cell += columns) {
    fillRow(row, cell);
  }

  function fillRow(row: number, first: number): void {
    const { value, byAcross, byUp } = outputs;
    const { logit, slope } = across;
    const { mantissa, power } = left;
    const rowLogit = up.logit[row];
    const rowSlope = up.slope[row];
    const rowMantissa = right.mantissa[row];
    const rowPower = right.power[row] + FARTHEST;
    for (let column = 0, cell = first; column < columns; column++, cell++) {
      const place = power[column] + rowPower;
      const held = place < 0 ? 0 : place > 2 * FARTHEST ? 2 * FARTHEST : place;
      const e = mantissa[column] * rowMantissa * POWERS[held];
      const rest = 1 / (1 + e);
      const weight = e * rest;
      if (value) {
        const z = logit[column] + rowLogit;
        value[cell] = (z > 0 ? z + Math.log1p(1 / e) : Math.log1p(e)) + constant;
      }
      if (byAcross) byAcross[cell] = weight * slope[column];
      if (byUp) byUp[cell] = weight * rowSlope;
    }
  }
}

/** The same to single precision, the link looked up: for losses that are positive somewhere (z > 0). */
export function fillTabulatedSoftplus({ across, up }: Terms, constant: number, outputs: Outputs): void {
  const { value, byAcross, byUp } = outputs;
  const { logit, slope } = across;
  const columns = logit.length;
  for (let row = 0, cell = 0; row < up.logit.length; row++) {
    const rowLogit = up.logit[row];
    const rowSlope = up.slope[row];
    for (let column = 0; column < columns; column++, cell++) {
      const z = logit[column] + rowLogit;
      let loss = z > 0 ? z : 0;
      let weight = z > 0 ? 1 : 0;
      if (z > -RANGE && z < RANGE) {
        const place = (z + RANGE) * STEPS_PER_UNIT;
        const step = place | 0;
        const t = place - step;
        const at = step << 2;
        const first = softplusCubics[at + 1];
        const second = softplusCubics[at + 2];
        const third = softplusCubics[at + 3] * t;
        loss = softplusCubics[at] + t * (first + t * (second + third));
        weight = STEPS_PER_UNIT * (first + t * (2 * second + 3 * third));
      }
      if (value) value[cell] = loss + constant;
      if (byAcross) byAcross[cell] = weight * slope[column];
      if (byUp) byUp[cell] = weight * rowSlope;
    }
  }
}
