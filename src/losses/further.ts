import { clamp } from "../numerics/scalar.ts";
import type { NumberParam } from "./params.ts";

/** A value as a person would write it, with so many digits; whole where it must be, and legal whatever rounding does. */
export const roundedValue = ({ min, max, whole }: NumberParam, value: number, digits: number): number =>
  clamp(whole ? Math.round(value) : Number(value.toPrecision(digits)), min, max);

/** A tenth of the slider: enough to see. */
const STEP = 0.1;

/** A legal value a step further on the slider, or back where the slider ends before; always another one. */
export function furtherValue(spec: NumberParam, value: number): number {
  const { slider, scale, whole = false, max } = spec;
  const [low, high] = slider;
  const stepped = (by: number): number => {
    const next = scale === "log" ? value * (high / low) ** by : value + (high - low) * by;
    return whole && Math.abs(next - value) < 1 ? value + Math.sign(by) : next;
  };
  const up = stepped(STEP);
  const next = up <= Math.min(high, max) ? up : stepped(-STEP);
  // in a narrow range few digits may be none of a difference
  const written = [3, 6, 15].map((digits) => roundedValue(spec, next, digits));
  return written.find((each) => each !== value) ?? next;
}
