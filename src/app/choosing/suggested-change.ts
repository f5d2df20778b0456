import type { ParamSpec, ParamValue } from "../../losses/params.ts";

/** From the present value to one that is a tenth of the slider away, or twice as much, or to the next option. */
export function suggestedChange(
  spec: ParamSpec,
  present: ParamValue,
): { readonly from: ParamValue; readonly to: ParamValue } {
  if (spec.kind === "choice") {
    const { options } = spec;
    return { from: present, to: options[(options.indexOf(String(present)) + 1) % options.length] };
  }
  const value = Number(present);
  const [low, high] = spec.slider;
  const step = spec.whole ? 1 : Number(((high - low) / 10).toPrecision(1));
  const more = spec.scale === "log" ? 2 * value : value + step;
  const less = spec.scale === "log" ? value / 2 : value - step;
  return { from: value, to: Number((more <= spec.max ? more : less).toPrecision(6)) };
}
