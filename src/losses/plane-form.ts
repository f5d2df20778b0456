import { logAddExp } from "../numerics/scalar.ts";
import type { DecoupledSide, PlaneForm, PlanePoint } from "./types.ts";

/** Value, logarithm, margin term and both partials of a loss at one point of the plane. */
export function planePoint(form: PlaneForm, sp: number, sn: number): PlanePoint {
  switch (form.coupling) {
    case "pointwise":
      return form.at(sp, sn);
    case "coupled": {
      const { positive, negative, link, offset } = form;
      const z = negative.value(sn) - positive.value(sp) + offset;
      const weight = link.slope(z);
      return {
        value: link.value(z),
        logValue: link.log(z),
        z,
        dSp: -weight * positive.slope(sp),
        dSn: weight * negative.slope(sn),
      };
    }
    case "decoupled": {
      const { positive, negative } = form;
      const zp = positive.offset - positive.value(sp);
      const zn = negative.offset + negative.value(sn);
      return {
        value: sideValue(positive, zp) + sideValue(negative, zn),
        logValue: logAddExp(sideLog(positive, zp), sideLog(negative, zn)),
        z: Math.max(zp, zn),
        dSp: -positive.weight * positive.link.slope(zp) * positive.slope(sp),
        dSn: negative.weight * negative.link.slope(zn) * negative.slope(sn),
      };
    }
  }
}

/** weight · φ(z) of one side. */
export const sideValue = (side: DecoupledSide, z: number): number => side.weight * side.link.value(z);

/** ln(weight · φ(z)) of one side. */
export const sideLog = (side: DecoupledSide, z: number): number => Math.log(side.weight) + side.link.log(z);
