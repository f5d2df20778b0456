import type { Point } from "../losses/curves.ts";
import type { Region } from "./describe.ts";
import { REGION_ENGLISH } from "./english.ts";
import type { BoundaryWords, RegionWords } from "./language.ts";
import { inWords, similarityInWords } from "./number-words.ts";
import type { Piece } from "./pieces.ts";

/** The region in a few sentences, mathematics between dollar signs, for read-outs and descriptions. */
export function regionInWords(
  region: Region,
  { region: words }: Pick<RegionWords, "region"> = REGION_ENGLISH,
): string[] {
  const { boundary, crossings, T, targetShare } = region;
  if (targetShare === null) return [words.neverStops];
  if (targetShare === 0 && boundary.pieces.length === 0) return [words.unreachable];
  const share = words.targetShare(inWords(100 * targetShare));
  if (boundary.pieces.length === 0) return [words.noBoundary, share];
  const sentences = [words.boundary(boundary.pieces.map((piece) => pieceInWords(piece, words)))];
  if (crossings.length > 0)
    sentences.push(words.crossings(crossings.map((place) => `$(s_n, s_p)$ = ${placeText(place)}`)));
  if (T) sentences.push(words.tangent(placeText(T)));
  return [...sentences, share];
}

/** `(s_n, s_p)` as numbers. */
export const placeText = ({ sn, sp }: Point): string =>
  `(${similarityInWords(sn)}, ${similarityInWords(sp)})`;

function pieceInWords(piece: Piece, words: BoundaryWords): string {
  const { from, to } = piece;
  const [start, end] = [Math.min(from.sn, to.sn), Math.max(from.sn, to.sn)].map(similarityInWords);
  switch (piece.kind) {
    case "arc":
      return words.arc(inWords(piece.radius), placeText(piece.centre));
    case "line":
      if (piece.slope === null)
        return words.upright(similarityInWords(from.sn), similarityInWords(Math.min(from.sp, to.sp)));
      if (piece.slope === 0) return words.level(similarityInWords(from.sp), start, end);
      return words.line(lineText(piece.slope, piece.intercept ?? 0));
    case "curve":
    case "traced":
      return words.curve(start, end);
  }
}

function lineText(slope: number, intercept: number): string {
  const run = slope === 1 ? "$s_n$" : `${inWords(slope)} $s_n$`;
  if (intercept === 0) return run;
  return `${run} ${intercept < 0 ? "−" : "+"} ${inWords(Math.abs(intercept))}`;
}
