/** The range that a slider covers. */
export interface SliderScale {
  readonly range: readonly [number, number];
  readonly scale: "linear" | "log";
  /** Whether it stops at whole numbers only. */
  readonly whole?: boolean | undefined;
}

const LOG_STEPS = 120;
/** At most so many steps has a linear one. */
const LINEAR_STEPS = 125;

/** The step of a linear slider: a round number that gives about a hundred of them. */
function linearStep({ range: [low, high], whole = false }: SliderScale): number {
  const least = (high - low) / LINEAR_STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5].find((each) => each * power >= least) ?? 10) * power;
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
  if (scale === "log") {
    const factor = (high / low) ** (1 / LOG_STEPS);
    const digits = Math.max(3, 1 + Math.ceil(-Math.log10(factor - 1)));
    return Number((low * (high / low) ** (step / LOG_STEPS)).toPrecision(digits));
  }
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
