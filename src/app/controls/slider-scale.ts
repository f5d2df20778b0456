/** The range that a slider covers. */
export interface SliderScale {
  readonly range: readonly [number, number];
  readonly scale: "linear" | "log";
}

const LOG_STEPS = 120;
const NICE = [
  1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10,
];

/** The step of a linear slider: a round number that gives about a hundred of them. */
function linearStep([low, high]: readonly [number, number]): number {
  return NICE.find((step) => (high - low) / step <= 125) ?? (high - low) / 100;
}

/** How many steps a slider has. */
export const stepsOf = ({ range, scale }: SliderScale): number =>
  scale === "log" ? LOG_STEPS : Math.round((range[1] - range[0]) / linearStep(range));

/** The value at a step, rounded as a person would write it. */
export function stepToValue(slider: SliderScale, step: number): number {
  const { range, scale } = slider;
  const [low, high] = range;
  if (step === 0) return low;
  if (step === stepsOf(slider)) return high;
  if (scale === "log") return Number((low * (high / low) ** (step / LOG_STEPS)).toPrecision(3));
  return Number((low + step * linearStep(range)).toPrecision(12));
}

/** The nearest step to a value; beyond the slider, its end. */
export function valueToStep(slider: SliderScale, value: number): number {
  const { range, scale } = slider;
  const [low, high] = range;
  const steps = stepsOf(slider);
  const part = scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(steps, Math.max(0, Math.round(part * steps)));
}
