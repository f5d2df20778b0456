import type { Point } from "../losses/curves.ts";
import type { NumberParam, Params } from "../losses/params.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Counts, Loss } from "../losses/types.ts";
import { clamp } from "../numerics/scalar.ts";
import { bisect } from "../numerics/quadrature.ts";

/** Values tried across the range before the exact one is sought between two of them. */
const TRIED = 96;

/**
 * The value of a parameter for which the decision boundary z = 0 runs through a point; of several, the nearest to the
 * one that holds. Undefined where none in the slider's range does, for example where the parameter does not move the
 * boundary there, or counts something.
 */
export function parameterThrough(
  loss: Loss,
  params: Params,
  counts: Counts,
  id: string,
  { sn, sp }: Point,
): number | undefined {
  const spec = loss.params[id];
  if (spec?.kind !== "number" || spec.whole) return undefined;
  const z = (value: number): number => planePoint(loss.plane({ ...params, [id]: value }, counts), sp, sn).z;
  const values = triedValues(spec);
  const numbers = values.map(z);
  const found = values.slice(1).flatMap((high, i) => {
    const [below, above] = [numbers[i], numbers[i + 1]];
    if (!Number.isFinite(below) || !Number.isFinite(above) || Math.sign(below) === Math.sign(above))
      return [];
    const root = bisect(z, values[i], high);
    // where z jumps over zero there is no boundary
    return Math.abs(z(root)) < 1e-6 * Math.max(Math.abs(below), Math.abs(above)) ? [root] : [];
  });
  const now = Number(params[id]);
  return found.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now)).at(0);
}

function triedValues({ slider, min, max, scale }: NumberParam): number[] {
  const [low, high] = [Math.max(min, slider[0]), Math.min(max, slider[1])];
  return Array.from({ length: TRIED + 1 }, (_, i) => {
    const value = scale === "log" ? low * (high / low) ** (i / TRIED) : low + ((high - low) * i) / TRIED;
    // the last of them may be rounded beyond the range
    return clamp(value, low, high);
  });
}
