/** Stable scalar functions. Every one is finite for every finite argument, unless it says otherwise. */

/** max(x, 0), with derivative 0 at the kink, as in `relu`. */
export const relu = (x: number): number => (x > 0 ? x : 0);

/** Beyond ±37, e⁻³⁷ is lost in rounding: softplus is x itself above and eˣ below, to the last bit. */
const FAR = 37;

/** ln(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  if (x > FAR) return x;
  if (x < -FAR) return Math.exp(x);
  return (x > 0 ? x : 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** 1 / (1 + e⁻ˣ) without overflow on either side. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** ln softplus(x), which is x itself where softplus is eˣ. */
export const logSoftplus = (x: number): number => (x < -FAR ? x : Math.log(softplus(x)));

/** ln(eᵃ + eᵇ); −∞ stands for an empty term. */
export function logAddExp(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}

/** ln Σ e^{xᵢ}, exact to the last bits also where one term is 0 and the others are tiny; −∞ for an empty set. */
export function logSumExp(x: ArrayLike<number>): number {
  let top = 0;
  for (let i = 1; i < x.length; i++) if (x[i] > x[top]) top = i;
  if (x.length === 0 || x[top] === -Infinity) return -Infinity;
  let others = 0;
  for (let i = 0; i < x.length; i++) if (i !== top) others += Math.exp(x[i] - x[top]);
  return x[top] + Math.log1p(others);
}

/** Softmax weights e^{xᵢ} / Σ e^{xⱼ}; they sum to 1. */
export function softmax(x: ArrayLike<number>): Float64Array {
  const top = maximum(x);
  const weights = new Float64Array(x.length);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += weights[i] = Math.exp(x[i] - top);
  for (let i = 0; i < x.length; i++) weights[i] /= sum;
  return weights;
}

/** Largest entry; −∞ for an empty set. */
export function maximum(x: ArrayLike<number>): number {
  let top = -Infinity;
  for (let i = 0; i < x.length; i++) if (x[i] > top) top = x[i];
  return top;
}

/** `x` held between `low` and `high`. */
export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
