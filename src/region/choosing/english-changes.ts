import { inWords } from "../number-words.ts";
import type { ChangeNumbers, ChangeSide } from "./change.ts";
import type { EqualSlope } from "./equal-slope.ts";
import type { AnswerWords } from "./language.ts";
import { type EdgeMove, edgeMoves, moveOf, slopeRatio } from "./wording.ts";

/** How sharp another loss must be, in English. */
export function equalSlopeInEnglish(found: EqualSlope): AnswerWords {
  const { ours, other, symbol, present, value, slope, otherSlope, at } = found;
  const place =
    at === "boundary"
      ? "on its own boundary, midway between the corners"
      : `at $(s_n, s_p)$ = (${inWords(at.sn)}, ${inWords(at.sp)})`;
  const compared = `The gradient of ${ours} has length ${inWords(slope)} ${place}, that of ${other} ${inWords(otherSlope)}.`;
  const answer =
    symbol === null
      ? `No parameter of ${other} makes it sharper.`
      : value === null
        ? `No legal $${symbol}$ of ${other} makes them equal there.`
        : `They are equal with $${symbol}$ = ${inWords(value)} in ${other}, instead of ${inWords(present ?? NaN)}.`;
  return { title: `As steep as ${ours}`, sentences: [compared, answer] };
}

const VERBS = { up: "Raising", down: "Lowering", other: "Changing" } as const;

/** What a change of one parameter does, in three sentences. */
export function changeInEnglish(numbers: ChangeNumbers): AnswerWords {
  const { from, to, point, threshold } = numbers;
  const { name, way } = moveOf(numbers);
  const ratio = slopeRatio(numbers);
  const times = ratio === null ? "" : `, ${inWords(ratio)} times as much`;
  const [before, after] = [from, to].map(({ active }) => inWords(100 * active));
  return {
    title: `${name} from ${from.value} to ${to.value}`,
    sentences: [
      `${VERBS[way]} ${name} from ${from.value} to ${to.value} ${targetInWords(from, to)}.`,
      `At $(s_n, s_p)$ = (${inWords(point.sn)}, ${inWords(point.sp)}) the gradient's length ` +
        (inWords(from.slope) === inWords(to.slope)
          ? `stays ${inWords(to.slope)}.`
          : `goes from ${inWords(from.slope)} to ${inWords(to.slope)}${times}.`),
      before === after
        ? `It is longer than ${threshold} of its largest on ${after} % of the frame, as before.`
        : `It is longer than ${threshold} of its largest on ${after} % of the frame, after ${before} %.`,
    ],
  };
}

function targetInWords(from: ChangeSide, to: ChangeSide): string {
  if (from.target === null || to.target === null) return "moves no boundary: this loss has none";
  const [before, after] = [from.target, to.target].map((share) => inWords(100 * share));
  if (before === after) return `leaves the target region at ${after} % of the frame${edgesInWords(from, to)}`;
  const way = to.target > from.target ? "widens" : "shrinks";
  return `${way} the target region from ${before} to ${after} % of the frame${edgesInWords(from, to)}`;
}

function edgesInWords(from: ChangeSide, to: ChangeSide): string {
  const moves = edgeMoves(from, to).map(moveInWords);
  return moves.length > 0 ? `: the boundary moves ${moves.join(" and ")}` : "";
}

function moveInWords({ edge, symbol, from, to }: EdgeMove): string {
  if (from === null) return `to ${symbol} = ${inWords(to ?? NaN)} at the ${edge} edge, which it did not meet`;
  if (to === null) return `off the ${edge} edge, from ${symbol} = ${inWords(from)}`;
  return `from ${symbol} = ${inWords(from)} to ${inWords(to)} at the ${edge} edge`;
}
