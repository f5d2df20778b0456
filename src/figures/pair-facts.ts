import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Loss, PlaneForm } from "../losses/types.ts";
import { descentAngle } from "../plane/quantity.ts";
import { scaleOf } from "../spec/loss-scale.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";
import type { Facts } from "./prepared.ts";

/** What a loss says of one pair; `direction` in degrees from the +s_p axis towards −s_n. */
export function pairFacts(form: PlaneForm, { sn, sp }: Point): Facts {
  const { value, logValue, z, dSp, dSn } = planePoint(form, sp, sn);
  return { sn, sp, value, logValue, z, dSp, dSn, direction: descentAngle(dSp, dSn) };
}

/** The sizes of both partials divided by the loss's scale, where it has one. */
export function perScale(
  { params }: Pick<ResolvedLoss, "params">,
  { loss, form }: { readonly loss: Loss; readonly form: PlaneForm },
  { sn, sp }: Point,
): Facts {
  const [positive, negative] = (["positive", "negative"] as const).map((side) => scaleOf(loss, params, side));
  if (!positive || !negative) return {};
  const { dSp, dSn } = planePoint(form, sp, sn);
  return { perScale: { dSp: Math.abs(dSp) / positive.value, dSn: Math.abs(dSn) / negative.value } };
}
