import { sigmoid, softplus } from "../../numerics/scalar.ts";

/** Beyond this the link is z or 0 to 4e-18. */
export const RANGE = 40;
export const STEPS_PER_UNIT = 32;

/**
 * softplus as cubics that meet it and its slope at the nodes: four coefficients a step of z from −RANGE to RANGE, in
 * the part of the step that is passed. Largest error of the value 4e-10, of its derivative 3e-8 (h³/(72 √3) · ⅛).
 */
export const softplusCubics: Float64Array = cubics(softplus, sigmoid);

function cubics(value: (z: number) => number, slope: (z: number) => number): Float64Array {
  const steps = 2 * RANGE * STEPS_PER_UNIT;
  // one more step than there is, for z just below RANGE that rounds up to it
  const table = new Float64Array((steps + 1) * 4);
  const width = 1 / STEPS_PER_UNIT;
  for (let step = 0; step <= steps; step++) {
    const left = step * width - RANGE;
    const [a, b] = [value(left), value(left + width)];
    const [p, q] = [slope(left) * width, slope(left + width) * width];
    table.set([a, p, 3 * (b - a) - 2 * p - q, 2 * (a - b) + p + q], 4 * step);
  }
  return table;
}
