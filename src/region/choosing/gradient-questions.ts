import { chordOf } from "../../numerics/sphere.ts";
import { bisect } from "../../numerics/quadrature.ts";
import type { DecoupledSide, Link } from "../../losses/types.ts";
import { describeRegion } from "../describe.ts";
import { isHinged, neverFlat, topSlope } from "../drift.ts";
import { VANISHED } from "../gradients.ts";
import { WHOLE_PLANE } from "../pieces.ts";
import { straightSlope } from "../straight.ts";
import type { Band, Question, Situation, Threshold } from "./answers.ts";
import { degreesOf } from "./degrees.ts";
import { crossingOf } from "./level.ts";

const formOf = ({ loss, params, gradient, negatives }: Situation) =>
  loss.plane(params, { K: 1, L: negatives }, gradient);

/** Where the factor that a saturating link puts before every gradient is near its largest, and near nothing. */
export const gradientBand: Question = (situation) => {
  const form = formOf(situation);
  if (form.coupling === "pointwise") return null;
  const { negatives } = situation;
  if (form.coupling === "coupled") {
    const edges = edgesOf(form.link);
    if (edges === null) return null;
    const slope = straightSlope(form.negative);
    const at = form.negative.value(0) + form.offset;
    return {
      id: "gradient-band",
      numbers: {
        negatives,
        width: slope === null ? null : (edges.full - edges.gone) / Math.abs(slope),
        coupled: true,
        positive: bandOf((z) => crossingOf((s) => form.positive.value(s), at - z), edges),
        negative: null,
      },
      settings: [],
    };
  }
  const { positive, negative } = form;
  const [up, across] = [edgesOf(positive.link), edgesOf(negative.link)];
  if (up === null || across === null) return null;
  const slope = straightSlope(negative);
  return {
    id: "gradient-band",
    numbers: {
      negatives,
      width: slope === null ? null : (across.full - across.gone) / Math.abs(slope),
      coupled: false,
      positive: bandOf(positiveLevel(positive), up),
      negative: bandOf(negativeLevel(negative), across),
    },
    settings: [],
  };
};

/** The s_p at which a side's z has a value; the s_n. */
const positiveLevel =
  ({ value, offset }: DecoupledSide) =>
  (z: number) =>
    crossingOf(value, offset - z);
const negativeLevel =
  ({ value, offset }: DecoupledSide) =>
  (z: number) =>
    crossingOf(value, z - offset);

interface Edges {
  readonly full: number;
  readonly gone: number;
}

const bandOf = (at: (z: number) => number | null, { full, gone }: Edges): Band => ({
  full: at(full),
  threshold: at(0),
  gone: at(gone),
});

/** The z at which a link's slope is 0.999 and 0.001 of its largest; null of one that does not saturate. */
function edgesOf(link: Link): Edges | null {
  const top = topSlope(link);
  if (top === null || !neverFlat(link) || link.slope(-40) > 1e-6 * top) return null;
  const at = (share: number): number => bisect((z) => link.slope(z) - share * top, -40, 40);
  return { full: at(1 - VANISHED), gone: at(VANISHED) };
}

/** Where each side of a loss whose sides do not see each other changes from pulling to rest. */
export const thresholds: Question = (situation) => {
  const form = formOf(situation);
  if (form.coupling !== "decoupled") return null;
  return {
    id: "thresholds",
    numbers: {
      negatives: situation.negatives,
      positive: asThreshold(positiveLevel(form.positive)(0)),
      negative: asThreshold(negativeLevel(form.negative)(0)),
    },
    settings: [],
  };
};

const asThreshold = (s: number | null): Threshold | null =>
  s === null ? null : { cosine: s, degrees: degreesOf(s), chord: chordOf(s) };

const UNIT = { sn: [0, 1], sp: [0, 1] } as const;

/** How much of the plane a hinge still pulls. */
export const active: Question = (situation) => {
  const form = formOf(situation);
  if (form.coupling === "pointwise") return null;
  const links = form.coupling === "coupled" ? [form.link] : [form.positive.link, form.negative.link];
  if (!links.every(isHinged)) return null;
  const { loss, params, negatives } = situation;
  const [frame, plane] = [UNIT, WHOLE_PLANE].map(
    (each) => 1 - (describeRegion(loss, params, { K: 1, L: negatives }, each).targetShare ?? 0),
  );
  return { id: "active", numbers: { negatives, frame, plane }, settings: [] };
};
