import type { RestsWords } from "./language.ts";
import { inWords, similarityInWords } from "./number-words.ts";
import type { RestingPlace } from "./resting-place.ts";
import { placeText } from "./words.ts";

/** More places than this are counted rather than named. */
const MOST_NAMED = 4;

/** Where a field leads, as one sentence or two. */
export function restsInWords(rests: readonly RestingPlace[], field: string, words: RestsWords): string[] {
  const drawn = rests.filter(({ pull }) => pull === "attracts");
  const others = rests.filter(({ pull }) => pull !== "attracts");
  const sentences = [
    drawn.length > 0 ? words.comeToRest(field, named(drawn, words)) : words.drawnNowhere(field),
  ];
  if (others.length > 0) sentences.push(words.stay(named(others, words)));
  return sentences;
}

function named(rests: readonly RestingPlace[], words: RestsWords): string[] {
  const some = rests.slice(0, MOST_NAMED).map((rest) => restInWords(rest, words));
  const more = rests.length - some.length;
  return [...some, ...(more > 0 ? [words.morePlaces(more)] : [])];
}

function restInWords({ shape, from, to, fillsBox, where, share }: RestingPlace, words: RestsWords): string {
  const [sn, sp] = [
    [similarityInWords(from.sn), similarityInWords(to.sn)],
    [similarityInWords(from.sp), similarityInWords(to.sp)],
  ] as const;
  switch (shape) {
    case "point":
      return words[where === "corner" ? "corner" : "point"](`$(s_n, s_p)$ = ${placeText(from)}`);
    case "segment":
      return from.sp === to.sp
        ? words.segment("$s_p$", sp[0], "$s_n$", ...sn)
        : words.segment("$s_n$", sn[0], "$s_p$", ...sp);
    case "area":
      return fillsBox ? words.box(sn, sp) : words.area(inWords(100 * share));
    case "curve":
      return words.curve(placeText(from), placeText(to));
  }
}
