import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { descentAngle } from "../plane/quantity.ts";
import type { Facts } from "./prepared.ts";

/** What a loss says of one pair; `direction` in degrees from the +s_p axis towards −s_n. */
export function pairFacts(form: PlaneForm, { sn, sp }: Point): Facts {
  const { value, logValue, z, dSp, dSn } = planePoint(form, sp, sn);
  return { sn, sp, value, logValue, z, dSp, dSn, direction: descentAngle(dSp, dSn) };
}
