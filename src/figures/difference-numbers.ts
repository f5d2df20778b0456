import type { Numbers } from "../plane/field.ts";
import type { Comparison } from "../spec/difference.ts";
import { QUANTITIES, type QuantityId } from "../spec/quantities.ts";

/** a − b, or log₁₀ |a / b|; of two angles in degrees the shorter way from b to a. */
export function comparisonOf(compare: Comparison, quantity: QuantityId): (a: number, b: number) => number {
  if (compare === "ratio") return (a, b) => Math.log10(Math.abs(a / b));
  if (QUANTITIES[quantity].scale === "cyclic") return (a, b) => turned(a - b);
  return (a, b) => a - b;
}

/** An angle in degrees, from −180 (not included) to 180. */
const turned = (angle: number): number => angle - 360 * Math.ceil((angle - 180) / 360);

interface Gradient {
  readonly dSp: number;
  readonly dSn: number;
}

/** Degrees between two gradients, 0 to 180; NaN where one is zero or not finite. */
export function angleBetween(a: Gradient, b: Gradient): number {
  // sizes apart from directions: a product of two flat gradients would underflow
  const [sizeA, sizeB] = [Math.hypot(a.dSp, a.dSn), Math.hypot(b.dSp, b.dSn)];
  if (!(sizeA > 0 && sizeB > 0)) return NaN;
  const [ap, an, bp, bn] = [a.dSp / sizeA, a.dSn / sizeA, b.dSp / sizeB, b.dSn / sizeB];
  return (Math.atan2(Math.abs(ap * bn - an * bp), ap * bp + an * bn) * 180) / Math.PI;
}

/** Smaller numbers have lost digits to underflow. */
const LEAST = 1e-290;
const SAME = 1e-12;

/** a / b where it is the same, to 1e-12 of itself, in every cell that has one, without the digits of rounding; or null. */
export function constantRatio(a: Numbers, b: Numbers): number | null {
  let first: number | undefined;
  for (let cell = 0; cell < a.length; cell++) {
    const [x, y] = [a[cell], b[cell]];
    const isTiny = Math.abs(x) < LEAST && Math.abs(y) < LEAST;
    if (isTiny || x - x !== 0 || y - y !== 0) continue;
    if (Math.abs(x) < LEAST || Math.abs(y) < LEAST) return null;
    first ??= x / y;
    if (!(Math.abs(x / y - first) <= SAME * Math.abs(first))) return null;
  }
  return first === undefined ? null : Number(first.toPrecision(12));
}
