import type { RegionWords } from "./language.ts";

export const REGION_ENGLISH: RegionWords = {
  region: {
    neverStops: "This loss has no decision boundary: it never stops pulling.",
    unreachable: "No pair of the plane reaches the target.",
    noBoundary: "No decision boundary crosses the plane.",
    targetShare: (share) => `The target region is ${share} % of the frame.`,
    boundary: (pieces) => `The decision boundary is ${pieces.join(", then ")}.`,
    crossings: (places) => `It meets the frame at ${places.join(" and ")}.`,
    tangent: (place) => `The gap $s_p − s_n$ is smallest at $T$ = ${place}.`,
    arc: (radius, centre) => `an arc of radius ${radius} round ${centre}`,
    upright: (sn, above) => `the line $s_n$ = ${sn} above $s_p$ = ${above}`,
    level: (sp, from, to) => `the line $s_p$ = ${sp} from $s_n$ = ${from} to ${to}`,
    line: (right) => `the line $s_p$ = ${right}`,
    curve: (from, to) => `a curve from $s_n$ = ${from} to ${to}`,
  },
  titles: {
    ambiguity: "Ambiguity",
    counts: "Counts",
    gradient: "Gradient",
    attached: "Attached gradient",
    detached: "Detached gradient",
  },
  fields: {
    gradient: "the gradient",
    attached: "the attached gradient",
    detached: "the detached gradient",
  },
  ambiguity: {
    mayStop: (sp, sn) => `On the boundary in the frame pairs may stop with ${sp} and ${sn}.`,
    spread: (symbol, low, high, width) => `any ${symbol} from ${low} to ${high} (${width} wide)`,
  },
  counts: {
    effect: (given, moves) =>
      `${given.join(", ")} ${moves.length > 0 ? listed(moves) : "change nothing on the plane"}.`,
    addToSides: (positive, negative) =>
      `add ${positive} to the positive side of $z$ and ${negative} to the negative one`,
    addToZ: (offset) => `add ${offset} to $z$`,
    moveInSp: (by) => `move the boundary by ${by} in $s_p$`,
    moveInSn: (by) => `by ${by} in $s_n$`,
    multiply: (positive, negative) =>
      `multiply the positive term by ${positive} and the negative one by ${negative}`,
    arcGone: (radius) => `The arc of radius ${radius} that one of each has is gone.`,
    radiusGoes: (from, to) => `The radius of the arc goes from ${from} to ${to}.`,
    noneEnough: (sn, sp) => `At $s_n$ = ${sn}, where one of each needs $s_p$ = ${sp}, no $s_p$ is enough.`,
    levelGoes: (sn, from, to) => `At $s_n$ = ${sn} the boundary goes from $s_p$ = ${from} to ${to}.`,
    areaStays: (area) => `The area of the target region stays ${area}.`,
    areaGoes: (from, to) => `The area of the target region goes from ${from} to ${to}.`,
  },
  gradient: {
    place: (share, where, ofTarget) =>
      `${share} % of the frame` +
      (where.length > 0 ? `, where ${where.join(" and ")}` : "") +
      (ofTarget === null ? "" : `, ${ofTarget}`),
    between: (symbol, low, high) => `${symbol} is from ${low} to ${high}`,
    allOfTarget: "all of the target region",
    partOfTarget: (share) => `${share} % of the target region`,
    zero: (field, on) => `${capital(field)} is exactly zero on ${on}.`,
    tiny: (field, on, { tolerance, largest, isUnbounded, isElsewhereZero }) =>
      `${isElsewhereZero ? "It is" : `${capital(field)} is nowhere zero but`} under ${tolerance} of ` +
      `${isUnbounded ? "its usual largest" : "its largest"}, ${largest}, on ${on}.`,
    noneOnNegatives: (on) => `Negatives get no gradient ($∂_n = 0$) on ${on}.`,
    noneOnPositives: (on) => `Positives get no gradient ($∂_p = 0$) on ${on}.`,
    saturated: (on) => `The pull of the link is within 1 % of its largest on ${on}.`,
    saturatedApart: (positive, negative) =>
      `The pull on positives is within 1 % of the link's largest on ${positive}, that on negatives on ${negative}.`,
    pullsNegativesUp: (field, on) => `${capital(field)} pulls negatives up ($∂_n < 0$) on ${on}.`,
    pushesPositivesDown: (field, on) => `${capital(field)} pushes positives down ($∂_p > 0$) on ${on}.`,
    undefined: (on) => `It has no finite value on ${on}.`,
  },
  rests: {
    comeToRest: (field, places) => `By ${field} pairs come to rest ${places.join(", or ")}.`,
    drawnNowhere: (field) => `By ${field} pairs are drawn to no place on the plane.`,
    stay: (places) =>
      `Pairs that are ${places.join(", or ")} already stay, though not all that is near comes there.`,
    morePlaces: (count) => `at ${count} more places`,
    corner: (place) => `in the corner ${place}`,
    point: (place) => `at ${place}`,
    segment: (still, at, moving, from, to) =>
      `anywhere on ${still} = ${at} from ${moving} = ${from} to ${to}`,
    box: (sn, sp) => `anywhere in $s_n$ from ${sn.join(" to ")}, $s_p$ from ${sp.join(" to ")}`,
    area: (share) => `anywhere in ${share} % of the plane without gradient`,
    curve: (from, to) => `on a curve between ${from} and ${to}`,
  },
};

const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
