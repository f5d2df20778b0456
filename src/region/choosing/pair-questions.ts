import { reduced } from "../../losses/circle-shape.ts";
import { ONE_EACH } from "../../losses/define.ts";
import type { CoupledForm, Counts } from "../../losses/types.ts";
import { decisionBoundary } from "../boundary.ts";
import { isHinged } from "../drift.ts";
import { WHOLE_PLANE } from "../pieces.ts";
import { tangentPoint } from "../target.ts";
import type { Question, Situation, UsualMargin } from "./answers.ts";
import { crossingOf } from "./level.ts";

/** What a margin on a distance asks for in cosines. */
export const marginAsGap: Question = ({ loss, params, gradient }) => {
  const { distance, margin } = params;
  const form = loss.plane(params, ONE_EACH, gradient);
  if (form.coupling !== "coupled" || !isHinged(form.link)) return null;
  if (typeof distance !== "string" || typeof margin !== "number") return null;
  return {
    id: "margin-as-gap",
    numbers: {
      distance,
      margin,
      near: gapAt(form, 1),
      usual: gapAt(form, USUAL),
      far: gapAt(form, 0.5),
      known: loss.id === "triplet" ? KNOWN : [],
    },
    settings: [],
  };
};

const USUAL = 0.8;

/** s_p − s_n on the boundary; null where no s_n is low enough. */
function gapAt({ positive, negative, offset }: CoupledForm, sp: number): number | null {
  const sn = crossingOf(negative.value, positive.value(sp) - offset);
  return sn === null ? null : sp - sn;
}

const chordGap = (margin: number): number => (Math.sqrt(2 - 2 * USUAL) + margin) ** 2 / 2 - (1 - USUAL);

/**
 * FaceNet's α = 0.2 is on squared chords (its Eq. 3); pytorch-metric-learning's loss and miner have 0.05 and 0.2 on
 * chords; 0.3 is what person re-identification code passes to a margin ranking loss, there on features of any length.
 */
const KNOWN: readonly UsualMargin[] = [
  { source: "facenet", distance: "squared", margin: 0.2, gap: 0.2 / 2 },
  { source: "pml", distance: "euclidean", margin: 0.05, gap: chordGap(0.05) },
  { source: "pml-miner", distance: "euclidean", margin: 0.2, gap: chordGap(0.2) },
  { source: "re-id", distance: "euclidean", margin: 0.3, gap: chordGap(0.3) },
];

/** Of a loss whose boundary is an arc. */
export const circle: Question = (situation) => {
  const { negatives, params, loss } = situation;
  // an arc is known in closed form or not at all
  if (loss.boundary === undefined) return null;
  const counts: Counts = { K: 1, L: negatives };
  const [one, all] = [ONE_EACH, counts].map((each) => arcOf(situation, each));
  if (one === null) return null;
  const gamma = Number(params["gamma"]);
  const shrinks =
    all !== null && negatives > 1
      ? Math.abs(one.radius ** 2 - all.radius ** 2 - Math.log(negatives) / gamma) < 1e-9
      : true;
  return {
    id: "circle",
    numbers: {
      negatives,
      radius: one.radius,
      counted: all?.radius ?? null,
      tangent: (all ?? one).tangent,
      optima: optimaOf(situation),
      leastScale: shrinks ? Math.log(negatives) / one.radius ** 2 : null,
    },
    settings: [{ count: "L", value: negatives }],
  };
};

function arcOf({ loss, params }: Situation, counts: Counts) {
  const { pieces } = decisionBoundary(loss, params, counts, WHOLE_PLANE);
  const [radius] = pieces.flatMap((piece) => (piece.kind === "arc" ? [piece.radius] : []));
  return radius === undefined ? null : { radius, tangent: tangentPoint(pieces) };
}

/** The weights of the paper are those of the two losses that hold them constant. */
function optimaOf({ loss, params }: Situation) {
  if (!loss.detaches) return null;
  const of = (id: string): number => Number(params[id]);
  const { Op, On, Dp, Dn } =
    "Op" in params
      ? { Op: of("Op"), On: of("On"), Dp: of("Dp"), Dn: of("Dn") }
      : reduced({ gamma: of("gamma"), margin: of("margin") });
  return { Op, On, Dp, Dn };
}

/** SigLIP's bias: a positive among L negatives should start as rare as it is. */
export const bias: Question = ({ loss, params, negatives }) => {
  if (loss.id !== "siglip") return null;
  const [t, b] = [Number(params["t"]), Number(params["b"])];
  const balanced = -Math.log(negatives) + 0;
  return {
    id: "bias",
    numbers: { negatives, bias: b, threshold: -b / t, balanced, prior: 1 / (negatives + 1) },
    settings: [{ param: "b", symbol: "b", value: Number(balanced.toPrecision(4)) }],
  };
};
