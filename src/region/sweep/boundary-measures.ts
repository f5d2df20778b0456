import type { Params } from "../../losses/params.ts";
import type { Counts, Loss } from "../../losses/types.ts";
import { decisionBoundary } from "../boundary.ts";
import { neverStops } from "../describe.ts";
import { type Frame, WHOLE_PLANE } from "../pieces.ts";
import { crossings, tangentPoint, targetArea } from "../target.ts";
import type { MeasureId } from "./measures.ts";

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-12;

/** The first of these numbers in rising order, or in falling order for −1; NaN where there is none. */
const first = (numbers: readonly number[], order: 1 | -1): number =>
  numbers.length === 0 ? NaN : order * Math.min(...numbers.map((x) => order * x));

/** Area, crossings and T of one choice of parameters, of which only what is wanted is computed. */
export function boundaryMeasures(
  loss: Loss,
  params: Params,
  counts: Counts,
  frame: Frame,
  wants: (measure: MeasureId) => boolean,
): Partial<Record<MeasureId, number>> {
  const { pieces, origin } = decisionBoundary(loss, params, counts, frame);
  const found: Partial<Record<MeasureId, number>> = {};
  if (wants("area") || wants("share")) {
    const form = loss.plane(params, counts);
    found.area = neverStops(form) ? NaN : targetArea(form, pieces, frame);
    found.share = found.area / ((frame.sn[1] - frame.sn[0]) * (frame.sp[1] - frame.sp[0]));
  }
  if (wants("boundary.sn") || wants("boundary.sp")) {
    const points = crossings(pieces, frame);
    const above = points.filter(({ sp }) => near(sp, frame.sp[1])).map(({ sn }) => sn);
    const left = points.filter(({ sn }) => near(sn, frame.sn[0])).map(({ sp }) => sp);
    found["boundary.sn"] = first(above, 1);
    found["boundary.sp"] = first(left, -1);
  }
  if (wants("T.sn") || wants("T.sp")) {
    // a traced boundary has no arcs, so there is no need to trace the whole plane
    const whole = origin === "closed form" ? decisionBoundary(loss, params, counts, WHOLE_PLANE).pieces : [];
    const T = tangentPoint(whole);
    found["T.sn"] = T?.sn ?? NaN;
    found["T.sp"] = T?.sp ?? NaN;
  }
  return found;
}
