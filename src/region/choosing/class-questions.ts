import { angleOf } from "../../numerics/sphere.ts";
import { sigmoid, softplus } from "../../numerics/scalar.ts";
import type { AnswerNumbers, Question, Situation } from "./answers.ts";
import { degreesOf } from "./degrees.ts";
import { levelOf } from "./level.ts";
import { hasClasses, hasTemperature, scaledTo, type Softmax, softmaxOf } from "./softmax.ts";

/** ln L / γ more margin than against one negative. */
export const effectiveMargin: Question = (situation) => {
  const softmax = softmaxOf(situation);
  if (softmax === null) return null;
  const { negatives } = situation;
  const { scale, target, margin } = softmax;
  const logit = Math.log(negatives);
  const shift = logit / scale;
  const [one, all] = [levelOf(target, 0), levelOf(target, shift)];
  return {
    id: "effective-margin",
    numbers: {
      negatives,
      scale,
      temperature: hasTemperature(situation) ? 1 / scale : null,
      logit,
      shift,
      margin,
      effective: margin === null ? null : margin + shift,
      one,
      all,
      oneDegrees: one === null ? null : degreesOf(one),
      allDegrees: all === null ? null : degreesOf(all),
    },
    settings: [{ count: "L", value: negatives }],
  };
};

/**
 * C unit vectors as far apart as can be have cosines −1/(C − 1). A sample at its centre then has the logit gap
 * γ(T(1) + 1/(C − 1)) to each of the others; P = σ(γ(…) − ln(C − 1)), solved for γ.
 */
export const scaleBound: Question = (situation) => {
  const softmax = softmaxOf(situation);
  if (softmax === null || !hasClasses(situation)) return null;
  const numbers = boundNumbers(situation, softmax);
  return {
    id: "scale-bound",
    numbers,
    settings: numbers.own === null ? [] : scaledTo(situation, numbers.own),
  };
};

function boundNumbers(
  { negatives: others, probability }: Situation,
  { scale, target, margin }: Softmax,
): AnswerNumbers["scale-bound"] {
  const odds = Math.log(others) + Math.log(probability / (1 - probability));
  const gap = target(1) + 1 / others;
  const logits = scale * gap - Math.log(others);
  return {
    classes: others + 1,
    probability,
    bound: (odds * others) / (others + 1),
    own: gap > 0 ? odds / gap : null,
    scale,
    reached: sigmoid(logits),
    lowestLoss: softplus(-logits),
    largestMargin: margin === null ? null : (others + 1) / others,
  };
}

/** AdaCos, Eq. 12: ln(C − 1) / cos(π/4). */
export const adacos: Question = (situation) => {
  const softmax = softmaxOf(situation);
  if (softmax === null || !hasClasses(situation) || situation.negatives < 2) return null;
  const scale = Math.SQRT2 * Math.log(situation.negatives);
  return {
    id: "adacos",
    numbers: { classes: situation.negatives + 1, scale, present: softmax.scale },
    settings: scaledTo(situation, scale),
  };
};

/** A sample between two centres φ apart has θ_n = φ − θ_p. */
export const betweenClasses: Question = (situation) => {
  const softmax = softmaxOf(situation);
  if (softmax === null || situation.loss.family !== "classification") return null;
  const { target } = softmax;
  const atCentre = target(1);
  const own = levelOf((s) => target(s) - Math.sin(angleOf(s)), 0);
  return {
    id: "between-classes",
    numbers: {
      own: own === null ? null : degreesOf(own),
      centres: atCentre < -1 ? null : degreesOf(atCentre),
    },
    settings: [],
  };
};

/** Both units of every margin that is an angle. */
export const angles: Question = ({ loss, params }) =>
  Object.entries(loss.params).flatMap(([id, spec]) => {
    if (spec.kind !== "number" || (spec.unit !== "radians" && spec.unit !== "degrees")) return [];
    const value = Number(params[id]);
    const radians = spec.unit === "radians" ? value : (value * Math.PI) / 180;
    const degrees = spec.unit === "degrees" ? value : (value * 180) / Math.PI;
    return { id: "angles" as const, numbers: { symbol: spec.symbol, radians, degrees }, settings: [] };
  });
