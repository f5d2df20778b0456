import type { Counts } from "../losses/types.ts";
import type { Ambiguity } from "./ambiguity.ts";
import type { FieldFacts, RegionAnalysis } from "./analysis.ts";
import type { CountsEffect } from "./counts-effect.ts";
import type { GradientFacts } from "./gradients.ts";
import type { PlaneSet } from "./measure.ts";
import type { Frame } from "./pieces.ts";
import { restsInWords } from "./rests-words.ts";
import { inWords, regionInWords } from "./words.ts";

/** Sentences on one thing, mathematics between dollar signs. */
export interface WordGroup {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What the analysis adds to the region's own sentences. */
export function analysisGroups(analysis: RegionAnalysis): WordGroup[] {
  const { region, ambiguity, counts, attached, detached } = analysis;
  const { frame } = region;
  const groups: WordGroup[] = [
    { title: "Ambiguity", sentences: ambiguityInWords(ambiguity) },
    { title: "Counts", sentences: counts ? countsInWords(counts, region.counts) : [] },
    ...(detached === null
      ? [{ title: "Gradient", sentences: fieldInWords(attached, "the gradient", frame) }]
      : [
          { title: "Attached gradient", sentences: fieldInWords(attached, "the attached gradient", frame) },
          { title: "Detached gradient", sentences: fieldInWords(detached, "the detached gradient", frame) },
        ]),
  ];
  return groups.filter(({ sentences }) => sentences.length > 0);
}

/** The whole analysis in sentences. */
export const analysisInWords = (analysis: RegionAnalysis): string[] => [
  ...regionInWords(analysis.region),
  ...analysisGroups(analysis).flatMap(({ sentences }) => sentences),
];

const fieldInWords = ({ gradient, rests }: FieldFacts, name: string, frame: Frame): string[] => [
  ...gradientInWords(gradient, name, frame),
  ...restsInWords(rests, name),
];

function ambiguityInWords(ambiguity: Ambiguity | null): string[] {
  if (ambiguity === null) return [];
  const range = (name: string, [low, high]: readonly [number, number]): string =>
    high - low < 1e-9
      ? `$${name}$ = ${inWords(low)}`
      : `any $${name}$ from ${inWords(low)} to ${inWords(high)} (${inWords(high - low)} wide)`;
  return [
    `On the boundary in the frame pairs may stop with ${range("s_p", ambiguity.sp)} and ${range("s_n", ambiguity.sn)}.`,
  ];
}

function countsInWords(effect: CountsEffect, { K, L }: Counts): string[] {
  const { offset, sides, factors, shift, radius, at, area } = effect;
  const given = K === L ? `$K = L = ${K}$` : `$K = ${K}$, $L = ${L}$`;
  const moves: string[] = [];
  if (sides && (sides.positive !== 0 || sides.negative !== 0))
    moves.push(
      `add ${inWords(sides.positive)} to the positive side of $z$ and ${inWords(sides.negative)} to the negative one`,
    );
  else if (offset) moves.push(`add ${offsetInWords(offset, { K, L })} to $z$`);
  const hasBoundary = area.one !== null;
  if (shift.sp && hasBoundary) moves.push(`move the boundary by ${inWords(shift.sp)} in $s_p$`);
  if (shift.sn && sides && hasBoundary) moves.push(`by ${inWords(shift.sn)} in $s_n$`);
  if (factors.positive !== 1 || factors.negative !== 1)
    moves.push(
      `multiply the positive term by ${inWords(factors.positive)} and the negative one by ${inWords(factors.negative)}`,
    );
  const sentences = [`${given} ${moves.length > 0 ? listed(moves) : "change nothing on the plane"}.`];
  if (radius && radius.counted !== radius.one)
    sentences.push(
      radius.counted === null
        ? `The arc of radius ${inWords(radius.one)} that one of each has is gone.`
        : `The radius of the arc goes from ${inWords(radius.one)} to ${inWords(radius.counted)}.`,
    );
  else if (at && shift.sp === null && !(Math.abs((at.counted ?? NaN) - at.one) < 1e-9))
    sentences.push(
      at.counted === null
        ? `At $s_n$ = ${inWords(at.sn)}, where one of each needs $s_p$ = ${inWords(at.one)}, no $s_p$ is enough.`
        : `At $s_n$ = ${inWords(at.sn)} the boundary goes from $s_p$ = ${inWords(at.one)} to ${inWords(at.counted)}.`,
    );
  if (area.one !== null && area.counted !== null)
    sentences.push(
      area.one === area.counted
        ? `The area of the target region stays ${inWords(area.one)}.`
        : `The area of the target region goes from ${inWords(area.one)} to ${inWords(area.counted)}.`,
    );
  return sentences;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;

/** What an offset is made of, where it is one of the usual sums. */
function offsetInWords(offset: number, { K, L }: Counts): string {
  const [k, l] = [Math.log(K), Math.log(L)];
  const sums: readonly (readonly [string, number])[] = [
    ["$ln L$", l],
    ["$ln K$", k],
    ["$ln K + ln L$", k + l],
    ["$ln L − ln K$", l - k],
  ];
  const found = sums.find(([, sum]) => sum !== 0 && Math.abs(sum - offset) < 1e-9);
  return found ? `${found[0]} = ${inWords(offset)}` : inWords(offset);
}

function gradientInWords(facts: GradientFacts, name: string, frame: Frame): string[] {
  const { zero, tiny, saturated, pullsNegativesUp, pushesPositivesDown, largest, unbounded, tolerance } =
    facts;
  const sentences: string[] = [];
  const where = (set: PlaneSet): string => placeInWords(set, frame);
  if (zero.share > NOTHING)
    sentences.push(
      `${capital(name)} is exactly zero on ${share(zero)}${where(zero)}${ofTarget(zero.ofTarget)}.`,
    );
  if (tiny.share > NOTHING)
    sentences.push(
      `${zero.share > NOTHING ? "It" : capital(name)} is ${zero.share > NOTHING ? "" : "nowhere zero but "}under ${inWords(tolerance)} of ${unbounded ? "its usual largest" : "its largest"}, ${inWords(largest)}, on ${share(tiny)}${where(tiny)}${ofTarget(tiny.ofTarget)}.`,
    );
  const { zeroNegative, zeroPositive } = facts;
  const rest = zero.share + NOTHING;
  if (zeroNegative.share > rest)
    sentences.push(`Negatives get no gradient ($∂_n = 0$) on ${share(zeroNegative)}${where(zeroNegative)}.`);
  if (zeroPositive.share > rest)
    sentences.push(`Positives get no gradient ($∂_p = 0$) on ${share(zeroPositive)}${where(zeroPositive)}.`);
  if (saturated.positive && saturated.negative) {
    if (saturated.positive.share === saturated.negative.share)
      sentences.push(`The pull of the link is within 1 % of its largest on ${share(saturated.positive)}.`);
    else
      sentences.push(
        `The pull on positives is within 1 % of the link's largest on ${share(saturated.positive)}, that on negatives on ${share(saturated.negative)}.`,
      );
  }
  if (pullsNegativesUp.share > NOTHING)
    sentences.push(
      `${capital(name)} pulls negatives up ($∂_n < 0$) on ${share(pullsNegativesUp)}${where(pullsNegativesUp)}.`,
    );
  if (pushesPositivesDown.share > NOTHING)
    sentences.push(
      `${capital(name)} pushes positives down ($∂_p > 0$) on ${share(pushesPositivesDown)}${where(pushesPositivesDown)}.`,
    );
  if (facts.undefined.share > NOTHING) sentences.push(`It has no finite value on ${share(facts.undefined)}.`);
  return sentences;
}

/** Smaller shares are not worth a sentence. */
const NOTHING = 5e-6;

const share = (set: PlaneSet): string => `${inWords(100 * set.share)} % of the frame`;
const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

function ofTarget(part: number | null): string {
  if (part === null || part < 1e-4) return "";
  return part > 1 - 1e-5 ? ", all of the target region" : `, ${inWords(100 * part)} % of the target region`;
}

/** `, where s_n is from −0.25 to 0`; only of a set that is a rectangle, and of it only what the frame does not say. */
function placeInWords({ box, fillsBox }: PlaneSet, frame: Frame): string {
  if (box === null || !fillsBox) return "";
  const parts = (["sn", "sp"] as const).flatMap((side) => {
    const [low, high] = box[side];
    const [start, end] = frame[side];
    const symbol = side === "sn" ? "$s_n$" : "$s_p$";
    const [fromStart, toEnd] = [low - start < 1e-5, end - high < 1e-5];
    if (fromStart && toEnd) return [];
    if (fromStart) return [`${symbol} ≤ ${inWords(tidy(high))}`];
    if (toEnd) return [`${symbol} ≥ ${inWords(tidy(low))}`];
    return [`${symbol} is from ${inWords(tidy(low))} to ${inWords(tidy(high))}`];
  });
  return parts.length > 0 ? `, where ${parts.join(" and ")}` : "";
}

/** A zero that was closed in on is 0. */
const tidy = (x: number): number => (Math.abs(x) < 2e-6 ? 0 : x);
