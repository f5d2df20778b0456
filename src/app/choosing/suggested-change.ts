import { furtherValue } from "../../losses/further.ts";
import type { ParamSpec, ParamValue } from "../../losses/params.ts";

/** From the present value to one that is a step further, or to the next option. */
export function suggestedChange(
  spec: ParamSpec,
  present: ParamValue,
): { readonly from: ParamValue; readonly to: ParamValue } {
  if (spec.kind === "choice") {
    const { options } = spec;
    return { from: present, to: options[(options.indexOf(String(present)) + 1) % options.length] };
  }
  const value = Number(present);
  return { from: value, to: furtherValue(spec, value) };
}
