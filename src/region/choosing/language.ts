import type { AnswerId, AnswerNumbers } from "./answers.ts";
import type { ChangeNumbers } from "./change.ts";
import type { EqualSlope } from "./equal-slope.ts";

/** A question and its answer, mathematics between dollar signs. */
export interface AnswerWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A language: all that this room can say. A second one is another of these. */
export interface ChoosingWords {
  readonly answers: { readonly [Id in AnswerId]: (numbers: AnswerNumbers[Id]) => AnswerWords };
  readonly equalSlope: (found: EqualSlope) => AnswerWords;
  /** Three sentences: target, gradient at the point, how much of the frame is pulled. */
  readonly change: (numbers: ChangeNumbers) => AnswerWords;
}
