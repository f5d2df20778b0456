import { inWords } from "../number-words.ts";
import type { AnswerNumbers } from "./answers.ts";
import type { ChoosingWords } from "./language.ts";
import { halfAngle, isCertain, NO_ANGLE, probabilityText } from "./wording.ts";

type ClassId = "effective-margin" | "scale-bound" | "adacos" | "angles" | "between-classes";

/** Answers on losses of classes, in English. */
export const ENGLISH_OF_CLASSES: Pick<ChoosingWords["answers"], ClassId> = {
  "effective-margin": (numbers) => ({
    title: "Effective margin",
    sentences: [
      `${others(numbers.negatives)} add $ln L$ = ${inWords(numbers.logit)} to $z$: at the ` +
        (numbers.temperature === null
          ? `scale ${inWords(numbers.scale)} that is $ln L / γ$`
          : `temperature ${inWords(numbers.temperature)} that is $τ ln L$`) +
        ` = ${inWords(numbers.shift)} more margin on the cosine.`,
      ...(numbers.margin === null || numbers.effective === null
        ? []
        : [
            `The margin is ${inWords(numbers.margin)} against one negative and ${inWords(numbers.effective)} against all of them.`,
          ]),
      reachInWords(numbers),
    ],
  }),
  "scale-bound": (numbers) => ({
    title: "How large the scale must be",
    sentences: [
      `Without a margin, probability ${inWords(numbers.probability)} among ${numbers.classes} classes needs a scale of at ` +
        `least $(C − 1)/C · ln((C − 1)P/(1 − P))$ = ${inWords(numbers.bound)}, even where every sample sits at its ` +
        `centre and the centres are as far apart as can be (CosFace, Eq. 6).`,
      numbers.own === null
        ? "With this loss's margin no scale is enough: the margin is wider than the gap between such centres."
        : `With this loss's margin, as training sees it, at least ${inWords(numbers.own)}.`,
      `At the present scale, ${inWords(numbers.scale)}, such a sample has probability ${probabilityInWords(numbers.reached)} ` +
        `and loss ${inWords(numbers.lowestLoss)}; there is no better (NormFace's lower bound).`,
      ...(numbers.largestMargin === null
        ? []
        : [`No margin above $C/(C − 1)$ = ${inWords(numbers.largestMargin)} can be met.`]),
      "Centres so far apart need at least $C − 1$ dimensions; in fewer, the scale must be larger still.",
    ],
  }),
  adacos: ({ classes, scale, present }) => ({
    title: "AdaCos' fixed scale",
    sentences: [
      `For ${classes} classes it is $√2 ln(C − 1)$ = ${inWords(scale)}: there a sample at 45° from its centre, with ` +
        `all others at 90°, has probability 1/2 and no margin.`,
      `The present scale, ${inWords(present)}, is ${inWords(present / scale)} times that: it reaches probability 1/2 ` +
        `at ${halfAngleInWords(classes, present)}.`,
    ],
  }),
  angles: ({ symbol, radians, degrees }) => ({
    title: `$${symbol}$ in both units`,
    sentences: [`$${symbol}$ = ${inWords(radians)} rad = ${inWords(degrees)}°.`],
  }),
  "between-classes": ({ own, centres }) => ({
    title: "What the margin leaves between two classes",
    sentences: [
      own === null
        ? "Between two centres at right angles no sample meets the margin."
        : `Between two centres at right angles a sample is in the target up to ${inWords(own)}° from its own centre ` +
          `(45° without a margin), so ${inWords(Math.max(0, 90 - 2 * own))}° stay empty between the classes.`,
      centres === null
        ? "No two centres are far enough apart for a sample at its centre."
        : centres < NO_ANGLE
          ? "Centres may be as close as they like: a sample at its own is always in the target."
          : `Centres nearer than ${inWords(centres)}° leave nobody in the target, not even a sample at its centre.`,
    ],
  }),
};

export const others = (count: number): string => `$L$ = ${count} negatives`;

function reachInWords({ one, all, oneDegrees, allDegrees }: AnswerNumbers["effective-margin"]): string {
  const place = (s: number | null, degrees: number | null): string =>
    s === null || degrees === null ? "out of reach" : `$s_p$ = ${inWords(s)} (${inWords(degrees)}°)`;
  if (one === -1) return "Against negatives at $s_n$ = 0 every positive is in the target already.";
  return `Against negatives at $s_n$ = 0 the boundary is ${one === null ? "" : "at "}${place(one, oneDegrees)} for one of them and ${all === null ? "" : "at "}${place(all, allDegrees)} for all.`;
}

const probabilityInWords = (p: number): string =>
  isCertain(p) ? `${probabilityText(p)} (to twelve digits)` : probabilityText(p);

function halfAngleInWords(classes: number, scale: number): string {
  const degrees = halfAngle(classes, scale);
  return degrees === null ? "no angle" : `${inWords(degrees)}°`;
}
