import { namedLoss } from "../../../src/losses/lookup.ts";
import type { Params } from "../../../src/losses/params.ts";
import type { Answer, AnswerId, AnswerNumbers } from "../../../src/region/choosing/answers.ts";
import { chooseNumbers, type Inputs, situationOf } from "../../../src/region/choosing/choosing.ts";

/** All answers on a loss by its name. */
export const answersOf = (name: string, params: Params = {}, inputs: Inputs = {}): readonly Answer[] =>
  chooseNumbers(situationOf(namedLoss(name, params), inputs));

/** One of them. Throws where the question is not asked of this loss. */
export function answerOf<Id extends AnswerId>(
  id: Id,
  name: string,
  params: Params = {},
  inputs: Inputs = {},
): AnswerNumbers[Id] {
  const found = answersOf(name, params, inputs).find((answer) => answer.id === id);
  if (found === undefined) throw new Error(`${name} has no answer to ${id}`);
  return found.numbers as AnswerNumbers[Id];
}
