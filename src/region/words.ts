import type { Region } from "./describe.ts";
import type { Piece } from "./pieces.ts";

/** A number with four significant digits, and a real minus. */
export const inWords = (x: number): string => String(Number(x.toPrecision(4))).replace("-", "−");

/** The region in a few sentences, mathematics between dollar signs, for read-outs and descriptions. */
export function regionInWords(region: Region): string[] {
  const { boundary, crossings, T, targetShare } = region;
  if (targetShare === null) return ["This loss has no decision boundary: it never stops pulling."];
  if (targetShare === 0 && boundary.pieces.length === 0) return ["No pair of the plane reaches the target."];
  if (boundary.pieces.length === 0)
    return [
      "No decision boundary crosses the plane.",
      `The target region is ${inWords(100 * targetShare)} % of the frame.`,
    ];
  const sentences = [`The decision boundary is ${boundary.pieces.map(pieceInWords).join(", then ")}.`];
  if (crossings.length > 0) {
    const places = crossings.map(({ sn, sp }) => `$(s_n, s_p)$ = (${inWords(sn)}, ${inWords(sp)})`);
    sentences.push(`It meets the frame at ${places.join(" and ")}.`);
  }
  if (T) sentences.push(`The gap $s_p − s_n$ is smallest at $T$ = (${inWords(T.sn)}, ${inWords(T.sp)}).`);
  sentences.push(`The target region is ${inWords(100 * targetShare)} % of the frame.`);
  return sentences;
}

function pieceInWords(piece: Piece): string {
  const { from, to } = piece;
  const span = `from $s_n$ = ${inWords(Math.min(from.sn, to.sn))} to ${inWords(Math.max(from.sn, to.sn))}`;
  switch (piece.kind) {
    case "arc":
      return `an arc of radius ${inWords(piece.radius)} round (${inWords(piece.centre.sn)}, ${inWords(piece.centre.sp)})`;
    case "line":
      if (piece.slope === null)
        return `the line $s_n$ = ${inWords(from.sn)} above $s_p$ = ${inWords(Math.min(from.sp, to.sp))}`;
      if (piece.slope === 0) return `the line $s_p$ = ${inWords(from.sp)} ${span}`;
      return `the line $s_p$ = ${lineInWords(piece.slope, piece.intercept ?? 0)}`;
    case "curve":
    case "traced":
      return `a curve ${span}`;
  }
}

function lineInWords(slope: number, intercept: number): string {
  const run = slope === 1 ? "$s_n$" : `${inWords(slope)} $s_n$`;
  if (intercept === 0) return run;
  return `${run} ${intercept < 0 ? "−" : "+"} ${inWords(Math.abs(intercept))}`;
}
