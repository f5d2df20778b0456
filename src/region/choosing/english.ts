import type { AnswerId, AnswerNumbers } from "./answers.ts";
import { changeInEnglish, equalSlopeInEnglish } from "./english-changes.ts";
import { ENGLISH_OF_CLASSES } from "./english-classes.ts";
import { ENGLISH_OF_PAIRS } from "./english-pairs.ts";
import type { AnswerWords, ChoosingWords } from "./language.ts";

export const ENGLISH: ChoosingWords = {
  answers: { ...ENGLISH_OF_CLASSES, ...ENGLISH_OF_PAIRS },
  equalSlope: equalSlopeInEnglish,
  change: changeInEnglish,
};

/** One answer in a language. */
export function answerInWords<Id extends AnswerId>(
  { id, numbers }: { readonly id: Id; readonly numbers: AnswerNumbers[Id] },
  language: ChoosingWords = ENGLISH,
): AnswerWords {
  return language.answers[id](numbers);
}
