/** The range that a slider covers. */
export interface SliderScale {
  readonly range: readonly [number, number];
  readonly scale: "linear" | "log";
  /** Whether it stops at whole numbers only. */
  readonly whole?: boolean | undefined;
}

const LOG_STEPS = 120;
const NICE = [
  1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10,
];

/** The step of a linear slider: a round number that gives about a hundred of them. */
function linearStep({ range: [low, high], whole = false }: SliderScale): number {
  const step = NICE.find((each) => (high - low) / each <= 125) ?? (high - low) / 100;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** How many steps a slider has. */
export const stepsOf = (slider: SliderScale): number =>
  slider.scale === "log" ? LOG_STEPS : Math.round((slider.range[1] - slider.range[0]) / linearStep(slider));

/** The value at a step, rounded as a person would write it. */
export function stepToValue(slider: SliderScale, step: number): number {
  const { range, scale } = slider;
  const [low, high] = range;
  if (step === 0) return low;
  if (step === stepsOf(slider)) return high;
  if (scale === "log") return Number((low * (high / low) ** (step / LOG_STEPS)).toPrecision(3));
  return Number((low + step * linearStep(slider)).toPrecision(12));
}

/** The nearest step to a value; beyond the slider, its end. */
export function valueToStep(slider: SliderScale, value: number): number {
  const { range, scale } = slider;
  const [low, high] = range;
  const steps = stepsOf(slider);
  const part = scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(steps, Math.max(0, Math.round(part * steps)));
}
