import type { GradientFacts, Overlap } from "./gradients.ts";
import type { GradientWords } from "./language.ts";
import type { PlaneSet } from "./measure.ts";
import { inWords } from "./number-words.ts";
import type { Frame } from "./pieces.ts";

/** Smaller shares are not worth a sentence. */
const NOTHING = 5e-6;

/** Where a field vanishes, saturates or leads the wrong way. */
export function gradientInWords(
  facts: GradientFacts,
  field: string,
  frame: Frame,
  words: GradientWords,
): string[] {
  const { zero, tiny, zeroNegative, zeroPositive, saturated, pullsNegativesUp, pushesPositivesDown } = facts;
  const { largest, unbounded, tolerance } = facts;
  const sentences: string[] = [];
  const share = (set: PlaneSet): string => words.place(inWords(100 * set.share), [], null);
  const place = (set: PlaneSet): string =>
    words.place(inWords(100 * set.share), whereTexts(set, frame, words), null);
  const placeAndTarget = (set: Overlap): string =>
    words.place(inWords(100 * set.share), whereTexts(set, frame, words), targetInWords(set.ofTarget, words));
  if (zero.share > NOTHING) sentences.push(words.zero(field, placeAndTarget(zero)));
  if (tiny.share > NOTHING)
    sentences.push(
      words.tiny(field, placeAndTarget(tiny), {
        tolerance: inWords(tolerance),
        largest: inWords(largest),
        isUnbounded: unbounded,
        isElsewhereZero: zero.share > NOTHING,
      }),
    );
  const rest = zero.share + NOTHING;
  if (zeroNegative.share > rest) sentences.push(words.noneOnNegatives(place(zeroNegative)));
  if (zeroPositive.share > rest) sentences.push(words.noneOnPositives(place(zeroPositive)));
  const { positive, negative } = saturated;
  if (positive && negative)
    sentences.push(
      positive.share === negative.share
        ? words.saturated(share(positive))
        : words.saturatedApart(share(positive), share(negative)),
    );
  if (pullsNegativesUp.share > NOTHING)
    sentences.push(words.pullsNegativesUp(field, place(pullsNegativesUp)));
  if (pushesPositivesDown.share > NOTHING)
    sentences.push(words.pushesPositivesDown(field, place(pushesPositivesDown)));
  if (facts.undefined.share > NOTHING) sentences.push(words.undefined(share(facts.undefined)));
  return sentences;
}

function targetInWords(part: number | null, words: GradientWords): string | null {
  if (part === null || part < 1e-4) return null;
  return part > 1 - 1e-5 ? words.allOfTarget : words.partOfTarget(inWords(100 * part));
}

/** Only of a set that is a rectangle, and of it only what the frame does not say. */
function whereTexts({ box, fillsBox }: PlaneSet, frame: Frame, words: GradientWords): string[] {
  if (box === null || !fillsBox) return [];
  return (["sn", "sp"] as const).flatMap((side) => {
    const [low, high] = box[side];
    const [start, end] = frame[side];
    const symbol = side === "sn" ? "$s_n$" : "$s_p$";
    const [fromStart, toEnd] = [low - start < 1e-5, end - high < 1e-5];
    if (fromStart && toEnd) return [];
    if (fromStart) return [`${symbol} ≤ ${inWords(tidy(high))}`];
    if (toEnd) return [`${symbol} ≥ ${inWords(tidy(low))}`];
    return [words.between(symbol, inWords(tidy(low)), inWords(tidy(high)))];
  });
}

/** A zero that was closed in on is 0. */
const tidy = (x: number): number => (Math.abs(x) < 2e-6 ? 0 : x);
