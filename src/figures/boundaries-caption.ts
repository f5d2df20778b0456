import type { ResolvedBoundaries } from "../spec/boundaries.ts";
import type { NamedBoundary } from "./boundaries-data.ts";
import { countsLine } from "./caption.ts";

/** What lines, shades and hatching are, and of which losses there is no line. */
export function boundariesCaption(
  { mirror, layers }: ResolvedBoundaries,
  boundaries: readonly NamedBoundary[],
): string {
  const several = boundaries.length > 1;
  const counts = [...new Set(boundaries.map((each) => countsLine(each.counts)))];
  const of = counts.length === 1 ? ` for ${counts[0]}` : "";
  const sentences = [`${several ? "Lines: decision boundaries" : "Line: decision boundary"}${of}.`];
  if (mirror) {
    sentences.push(`Thin: ${several ? "those" : "that"} of the other class, $s_p$ and $s_n$ swapped.`);
    if (layers.margin) sentences.push("Shaded: the margin between the two classes.");
  }
  if (layers.region) sentences.push("Hatched: target regions.");
  const missing = (which: "none" | "outside"): string =>
    boundaries
      .filter(({ boundary: { origin, pieces } }) =>
        which === "none" ? origin === "none" : origin !== "none" && pieces.length === 0,
      )
      .map(({ name }) => name)
      .join("; ");
  if (missing("none")) sentences.push(`No decision boundary: ${missing("none")}.`);
  if (missing("outside")) sentences.push(`Outside this frame: ${missing("outside")}.`);
  return sentences.join(" ");
}
