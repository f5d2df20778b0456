import { inWords } from "../number-words.ts";
import type { AnswerNumbers, Band, Threshold, UsualMargin } from "./answers.ts";
import { others } from "./english-classes.ts";
import type { ChoosingWords } from "./language.ts";
import { gapEverywhere, isReduced } from "./wording.ts";

type PairId =
  "hard-negatives" | "gradient-band" | "thresholds" | "active" | "margin-as-gap" | "circle" | "bias";

/** Answers on losses of pairs, and on gradients of all, in English. */
export const ENGLISH_OF_PAIRS: Pick<ChoosingWords["answers"], PairId> = {
  "hard-negatives": (numbers) => ({
    title: "How much hard negatives weigh",
    sentences: [
      `Each negative is pushed in proportion to $exp(s_n / τ)$ with $τ$ = ${inWords(numbers.temperature)}: one that is ` +
        `${inWords(numbers.gap)} harder counts ${inWords(numbers.ratio)} times as much, one that is ` +
        `${inWords(numbers.tenth)} easier a tenth.`,
      `The hardest of ${numbers.negatives}, with all others ${inWords(numbers.gap)} below it, takes ` +
        `${inWords(100 * numbers.share)} % of the push.`,
      `Of ${numbers.negatives} negatives spread evenly from −1 to 1 only ${inWords(numbers.effective)} count, as ` +
        `$(Σw)^2 / Σw^2$ has it.`,
    ],
  }),
  "gradient-band": (numbers) => ({
    title: "Where gradients vanish",
    sentences: [
      ...(numbers.coupled
        ? [
            `Against ${others(numbers.negatives)} at $s_n$ = 0 the factor that the link puts before the gradient is ` +
              `${bandInWords(numbers.positive, "$s_p$", ["below", "above"])}.`,
          ]
        : [
            `The factor before the positive's gradient is ${bandInWords(numbers.positive, "$s_p$", ["below", "above"])}.`,
            ...(numbers.negative
              ? [
                  `That before the negative's is ${bandInWords(numbers.negative, "$s_n$", ["above", "below"])}.`,
                ]
              : []),
          ]),
      ...(numbers.width === null
        ? []
        : [
            `From 0.999 to 0.001 of its largest it takes a change of $s_n$ by ${inWords(numbers.width)}` +
              `${numbers.width > 2 ? ", more than the plane has" : ""}.`,
          ]),
    ],
  }),
  thresholds: ({ positive, negative, negatives }) => ({
    title: "Thresholds",
    sentences: [
      sideInWords(positive, "Positives are pulled mainly below", "$s_p$"),
      sideInWords(negative, `With ${others(negatives)}, they are pushed mainly above`, "$s_n$"),
    ],
  }),
  active: ({ frame, plane }) => ({
    title: "How much still pulls",
    sentences: [
      `The gradient is not zero on ${inWords(100 * frame)} % of the square from 0 to 1, and on ` +
        `${inWords(100 * plane)} % of the whole plane.`,
    ],
  }),
  "margin-as-gap": (numbers) => ({
    title: "The margin as a gap between cosines",
    sentences: [
      ...gapInWords(numbers),
      ...(numbers.known.length > 0
        ? [
            `Usual margins, each as $s_p − s_n$ at $s_p$ = 0.8: ${numbers.known.map(knownInWords).join("; ")}.`,
            "So a miner with margin 0.2 beside a loss with margin 0.05 hands on triplets with $d_n − d_p$ from 0.05 to 0.2, " +
              "whose loss is zero.",
          ]
        : []),
      `A loss that stays at ${inWords(numbers.margin)} means that all embeddings have become one point.`,
    ],
  }),
  circle: circleInWords,
  bias: ({ negatives, bias, threshold, balanced, prior }) => ({
    title: "Bias",
    sentences: [
      `The threshold of both sides is $−b/t$ = ${inWords(threshold)}.`,
      `One positive among ${others(negatives)} is as rare as it should look at $s$ = 0 with $b = −ln L$ = ` +
        `${inWords(balanced)}: every pair then starts at probability ${inWords(prior)}; the present $b$ is ${inWords(bias)}.`,
    ],
  }),
};

function bandInWords(
  { full, threshold, gone }: Band,
  symbol: string,
  [toFull, toGone]: readonly [string, string],
): string {
  const part = (share: string, side: string, s: number | null): string =>
    s === null ? `nowhere ${share}` : `${share} ${side} ${symbol} = ${inWords(s)}`;
  return [
    part("over 0.999 of its largest", toFull, full),
    part("half", "at", threshold),
    part("under 0.001", toGone, gone),
  ].join(", ");
}

const sideInWords = (threshold: Threshold | null, start: string, symbol: string): string =>
  threshold === null
    ? `No ${symbol} of the plane is at its threshold.`
    : `${start} ${symbol} = ${inWords(threshold.cosine)}, an angle of ${inWords(threshold.degrees)}° and a distance of ` +
      `${inWords(threshold.chord)}.`;

const DISTANCES: Readonly<Record<string, string>> = {
  cosine: "cosines",
  euclidean: "distances $d = √(2 − 2s)$",
  squared: "squared distances $d^2 = 2 − 2s$",
  angular: "angles",
};

function gapInWords(numbers: AnswerNumbers["margin-as-gap"]): string[] {
  const { distance, margin, near, usual, far } = numbers;
  const head = `A margin of ${inWords(margin)} on ${DISTANCES[distance] ?? distance}`;
  const at = (gap: number | null, sp: number): string =>
    gap === null ? `no negative is far enough at $s_p$ = ${sp}` : `${inWords(gap)} at $s_p$ = ${sp}`;
  const everywhere = gapEverywhere(numbers);
  if (everywhere !== null) return [`${head} asks for $s_p − s_n$ ≥ ${inWords(everywhere)} everywhere.`];
  return [
    `${head} asks for a gap $s_p − s_n$ that depends on the place: ${at(near, 1)}, ${at(usual, 0.8)}, ${at(far, 0.5)}.`,
  ];
}

const SOURCES: Readonly<Record<UsualMargin["source"], string>> = {
  facenet: "FaceNet",
  pml: "pytorch-metric-learning's loss",
  "pml-miner": "its miner",
  "re-id": "re-identification code, if features had length 1,",
};

const knownInWords = ({ source, distance, margin, gap }: UsualMargin): string =>
  `${SOURCES[source]} ${inWords(margin)} on ${distance === "squared" ? "$d^2$" : "$d$"}, ${inWords(gap)}`;

function circleInWords(numbers: AnswerNumbers["circle"]): { title: string; sentences: string[] } {
  const { negatives, radius, counted, tangent, optima, leastScale } = numbers;
  const many = others(negatives);
  return {
    title: "The circle",
    sentences: [
      `The boundary is an arc of radius ${inWords(radius)}${isReduced(numbers) ? " = $√2 m$" : ""} for one negative; ` +
        (counted === null
          ? `with ${many} no pair of the plane reaches the target.`
          : `with ${many}, ${inWords(counted)}.`),
      ...(leastScale === null || negatives === 1
        ? []
        : [`$γ$ must be above $ln L / R^2$ = ${inWords(leastScale)} for the target to have any area.`]),
      ...(tangent === null
        ? []
        : [
            `The gap $s_p − s_n$ is smallest at $T$ = (${inWords(tangent.sn)}, ${inWords(tangent.sp)}), where it is ` +
              `${inWords(tangent.sp - tangent.sn)}.`,
          ]),
      ...(optima === null
        ? []
        : [
            `Optima $O_p$ = ${inWords(optima.Op)}, $O_n$ = ${inWords(optima.On)}; margins $Δ_p$ = ${inWords(optima.Dp)}, ` +
              `$Δ_n$ = ${inWords(optima.Dn)}. The weights $O_p − s_p$ and $s_n − O_n$ are at most ${inWords(optima.Op)} and ` +
              `${inWords(1 - optima.On)} on the square from 0 to 1.`,
          ]),
    ],
  };
}
