const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Beyond this LN2_HIGH times the power is no longer exact. */
export const LARGEST_LOGIT = 5e5;

/** e^x = mantissa · 2^power, mantissa in [1, 2), to the last bits for x up to `LARGEST_LOGIT` on either side. */
export interface Factors {
  readonly mantissa: Float64Array;
  /** Whole numbers. */
  readonly power: Float64Array;
}

/** eˣ of every number, free of overflow: a product of two such factors stands for e^(a + b). */
export function factorsOf(numbers: Float64Array): Factors {
  const mantissa = new Float64Array(numbers.length);
  const power = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    power[i] = Math.floor(numbers[i] * Math.LOG2E);
    mantissa[i] = Math.exp(numbers[i] - power[i] * LN2_HIGH - power[i] * LN2_LOW);
  }
  return { mantissa, power };
}
