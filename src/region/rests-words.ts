import type { Point } from "../losses/curves.ts";
import type { RestingPlace } from "./resting-place.ts";
import { inWords } from "./words.ts";

/** More places than this are counted rather than named. */
const MOST_NAMED = 4;

/** Where a field leads, as one sentence or two. */
export function restsInWords(rests: readonly RestingPlace[], field: string): string[] {
  const drawn = rests.filter(({ pull }) => pull === "attracts");
  const others = rests.filter(({ pull }) => pull !== "attracts");
  const sentences = [
    drawn.length > 0
      ? `By ${field} pairs come to rest ${named(drawn)}.`
      : `By ${field} pairs are drawn to no place on the plane.`,
  ];
  if (others.length > 0)
    sentences.push(`Pairs that are ${named(others)} already stay, though not all that is near comes there.`);
  return sentences;
}

function named(rests: readonly RestingPlace[]): string {
  const some = rests.slice(0, MOST_NAMED).map(restInWords);
  const more = rests.length - some.length;
  return [...some, ...(more > 0 ? [`at ${more} more places`] : [])].join(", or ");
}

function restInWords({ shape, from, to, fillsBox, where, share }: RestingPlace): string {
  switch (shape) {
    case "point":
      return `${where === "corner" ? "in the corner" : "at"} $(s_n, s_p)$ = ${pair(from)}`;
    case "segment":
      return from.sp === to.sp
        ? `anywhere on $s_p$ = ${inWords(from.sp)} from $s_n$ = ${inWords(from.sn)} to ${inWords(to.sn)}`
        : `anywhere on $s_n$ = ${inWords(from.sn)} from $s_p$ = ${inWords(from.sp)} to ${inWords(to.sp)}`;
    case "area":
      return fillsBox
        ? `anywhere in $s_n$ from ${inWords(from.sn)} to ${inWords(to.sn)}, $s_p$ from ${inWords(from.sp)} to ${inWords(to.sp)}`
        : `anywhere in ${inWords(100 * share)} % of the plane without gradient`;
    case "curve":
      return `on a curve between ${pair(from)} and ${pair(to)}`;
  }
}

const pair = ({ sn, sp }: Point): string => `(${inWords(sn)}, ${inWords(sp)})`;
