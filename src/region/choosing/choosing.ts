import { InputError } from "../../losses/errors.ts";
import type { Params } from "../../losses/params.ts";
import type { GradientMode, Loss } from "../../losses/types.ts";
import type { Answer, Question, Situation } from "./answers.ts";
import { adacos, angles, betweenClasses, effectiveMargin, scaleBound } from "./class-questions.ts";
import { active, gradientBand, thresholds } from "./gradient-questions.ts";
import { hardNegatives } from "./hard-negatives.ts";
import { bias, circle, marginAsGap } from "./pair-questions.ts";
import { hasClasses } from "./softmax.ts";

/** In the order in which a reader asks. */
const QUESTIONS: readonly Question[] = [
  effectiveMargin,
  scaleBound,
  adacos,
  angles,
  betweenClasses,
  marginAsGap,
  circle,
  bias,
  hardNegatives,
  thresholds,
  gradientBand,
  active,
];

export type Inputs = Partial<Pick<Situation, "negatives" | "probability" | "gap">>;

/** The usual face data set has some thousand identities, the usual batch some hundred samples. */
const CLASSES = 10_000;
const BATCH = 256;

export const USUAL_PROBABILITY = 0.9;
const USUAL_GAP = 0.1;
export const MOST_NEGATIVES = 1e9;

/** How many classes are negatives of a sample. Throws `InputError` with what would be legal. */
export function negativesOf(classes: number): number {
  if (!isCount(classes - 1))
    throw new InputError(
      `invalid number of classes: ${classes}; expected a whole number from 2 to ${MOST_NEGATIVES + 1}`,
    );
  return classes - 1;
}

const isCount = (x: number): boolean => Number.isInteger(x) && x >= 1 && x <= MOST_NEGATIVES;

/** The situation with what was not said filled in. Throws `InputError` with what would be legal. */
export function situationOf(
  { loss, params, gradient }: { loss: Loss; params: Params; gradient: GradientMode },
  inputs: Inputs = {},
): Situation {
  const negatives = inputs.negatives ?? (hasClasses({ loss, params }) ? CLASSES : BATCH) - 1;
  const { probability = USUAL_PROBABILITY, gap = USUAL_GAP } = inputs;
  if (!isCount(negatives))
    throw new InputError(
      `invalid number of negatives: ${negatives}; expected a whole number from 1 to ${MOST_NEGATIVES}`,
    );
  if (!(probability > 0 && probability < 1))
    throw new InputError(`invalid probability: ${probability}; expected a number between 0 and 1`);
  if (!(gap >= 0 && gap <= 2)) throw new InputError(`invalid gap: ${gap}; expected 0 to 2`);
  return { loss, params, gradient, negatives, probability, gap };
}

/** Every question that makes sense of this loss, answered with numbers. */
export const chooseNumbers = (situation: Situation): readonly Answer[] =>
  QUESTIONS.flatMap((question) => question(situation) ?? []);
