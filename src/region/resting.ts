import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { driftOf, isHinged, neverFlat } from "./drift.ts";
import { type LineRest, lineRests } from "./line-rests.ts";
import { type Detail, FINE, measureSets } from "./measure.ts";
import { WHOLE_PLANE } from "./pieces.ts";
import { generalRests } from "./resting-general.ts";
import { areaOf, type RestingPlace, whereIs } from "./resting-place.ts";

/**
 * The resting places of one field. Where the two sides share no more than a factor, each side's rests are found on its
 * own line to the last bits, and every pair of them is one; a hinge adds the area beyond it; anything else is searched.
 */
export function* restingPlaces(
  form: PlaneForm,
  detail: Detail = FINE,
): Generator<void, readonly RestingPlace[]> {
  if (form.coupling === "decoupled" || (form.coupling === "coupled" && neverFlat(form.link)))
    return yield* product(form);
  if (form.coupling === "coupled" && isHinged(form.link)) {
    const { positive, negative, link, offset } = form;
    const level = (sn: number, sp: number): boolean =>
      !(link.slope(negative.value(sn) - positive.value(sp) + offset) > 0);
    const [flat] = yield* measureSets((sn, sp) => (level(sn, sp) ? 1 : 0), 1, WHOLE_PLANE, detail);
    const slopes = { ...form, link: { ...link, slope: () => 1 } };
    const others = (yield* product(slopes)).filter(
      ({ from, to }) => !level(from.sn, from.sp) || !level(to.sn, to.sp),
    );
    return flat.box === null || flat.share < 1e-6
      ? others
      : [areaOf(flat.box, flat.share, flat.fillsBox), ...others];
  }
  return yield* generalRests((sn, sp) => {
    const { dSn, dSp } = planePoint(form, sp, sn);
    return { n: dSn, p: dSp };
  }, detail);
}

/** Rests of s_n on its own line, times those of s_p on its own. */
function* product(form: PlaneForm): Generator<void, RestingPlace[]> {
  const drift = driftOf(form);
  // each side's sign is the same whatever the other similarity is
  const across = lineRests((sn) => drift(sn, 0).n);
  yield;
  const up = lineRests((sp) => drift(0, sp).p);
  yield;
  return across.flatMap((n) => up.map((p) => together(n, p)));
}

function together(n: LineRest, p: LineRest): RestingPlace {
  const [wide, high] = [n.to - n.from, p.to - p.from];
  return {
    shape: wide > 0 && high > 0 ? "area" : wide > 0 || high > 0 ? "segment" : "point",
    from: { sn: n.from, sp: p.from },
    to: { sn: n.to, sp: p.to },
    fillsBox: true,
    where: whereIs(n, p),
    pull: n.pull === p.pull ? n.pull : "mixed",
    share: (wide * high) / 4,
  };
}
