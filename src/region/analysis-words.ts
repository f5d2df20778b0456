import type { Counts } from "../losses/types.ts";
import type { Ambiguity } from "./ambiguity.ts";
import type { FieldFacts, RegionAnalysis } from "./analysis.ts";
import type { CountsEffect } from "./counts-effect.ts";
import { REGION_ENGLISH } from "./english.ts";
import { gradientInWords } from "./gradient-words.ts";
import type { CountsWords, RegionWords } from "./language.ts";
import { inWords, similarityInWords } from "./number-words.ts";
import type { Frame } from "./pieces.ts";
import { restsInWords } from "./rests-words.ts";
import { regionInWords } from "./words.ts";

/** Sentences on one thing, mathematics between dollar signs. */
export interface WordGroup {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What the analysis adds to the region's own sentences. */
export function analysisGroups(
  { region, ambiguity, counts, attached, detached }: RegionAnalysis,
  words: RegionWords = REGION_ENGLISH,
): WordGroup[] {
  const fields: readonly (readonly ["gradient" | "attached" | "detached", FieldFacts])[] =
    detached === null
      ? [["gradient", attached]]
      : [
          ["attached", attached],
          ["detached", detached],
        ];
  const groups: WordGroup[] = [
    { title: words.titles.ambiguity, sentences: ambiguityInWords(ambiguity, words.ambiguity) },
    {
      title: words.titles.counts,
      sentences: counts ? countsInWords(counts, region.counts, words.counts) : [],
    },
    ...fields.map(([name, facts]) => ({
      title: words.titles[name],
      sentences: fieldInWords(facts, words.fields[name], region.frame, words),
    })),
  ];
  return groups.filter(({ sentences }) => sentences.length > 0);
}

/** The whole analysis in sentences. */
export const analysisInWords = (analysis: RegionAnalysis, words: RegionWords = REGION_ENGLISH): string[] => [
  ...regionInWords(analysis.region, words),
  ...analysisGroups(analysis, words).flatMap(({ sentences }) => sentences),
];

const fieldInWords = (
  { gradient, rests }: FieldFacts,
  name: string,
  frame: Frame,
  words: RegionWords,
): string[] => [
  ...gradientInWords(gradient, name, frame, words.gradient),
  ...restsInWords(rests, name, words.rests),
];

function ambiguityInWords(ambiguity: Ambiguity | null, words: RegionWords["ambiguity"]): string[] {
  if (ambiguity === null) return [];
  const range = (symbol: string, [low, high]: readonly [number, number]): string =>
    high - low < 1e-9
      ? `${symbol} = ${similarityInWords(low)}`
      : words.spread(symbol, similarityInWords(low), similarityInWords(high), inWords(high - low));
  return [words.mayStop(range("$s_p$", ambiguity.sp), range("$s_n$", ambiguity.sn))];
}

function countsInWords(effect: CountsEffect, { K, L }: Counts, words: CountsWords): string[] {
  const { offset, sides, factors, shift, radius, at, area } = effect;
  const moves: string[] = [];
  if (sides && (sides.positive !== 0 || sides.negative !== 0))
    moves.push(words.addToSides(inWords(sides.positive), inWords(sides.negative)));
  else if (offset) moves.push(words.addToZ(offsetText(offset, { K, L })));
  const hasBoundary = area.one !== null;
  if (shift.sp && hasBoundary) moves.push(words.moveInSp(inWords(shift.sp)));
  if (shift.sn && sides && hasBoundary) moves.push(words.moveInSn(inWords(shift.sn)));
  if (factors.positive !== 1 || factors.negative !== 1)
    moves.push(words.multiply(inWords(factors.positive), inWords(factors.negative)));
  const sentences = [words.effect(K === L ? [`$K = L = ${K}$`] : [`$K = ${K}$`, `$L = ${L}$`], moves)];
  if (radius && radius.counted !== radius.one)
    sentences.push(
      radius.counted === null
        ? words.arcGone(inWords(radius.one))
        : words.radiusGoes(inWords(radius.one), inWords(radius.counted)),
    );
  else if (at && shift.sp === null && !(Math.abs((at.counted ?? NaN) - at.one) < 1e-9))
    sentences.push(
      at.counted === null
        ? words.noneEnough(inWords(at.sn), inWords(at.one))
        : words.levelGoes(inWords(at.sn), inWords(at.one), inWords(at.counted)),
    );
  if (area.one !== null && area.counted !== null)
    sentences.push(
      area.one === area.counted
        ? words.areaStays(inWords(area.one))
        : words.areaGoes(inWords(area.one), inWords(area.counted)),
    );
  return sentences;
}

/** What an offset is made of, where it is one of the usual sums. */
function offsetText(offset: number, { K, L }: Counts): string {
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
