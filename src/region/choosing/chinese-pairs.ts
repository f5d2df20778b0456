import { inWords } from "../number-words.ts";
import type { AnswerNumbers, Band, Threshold, UsualMargin } from "./answers.ts";
import { others } from "./chinese-classes.ts";
import type { ENGLISH_OF_PAIRS } from "./english-pairs.ts";
import type { AnswerWords } from "./language.ts";
import { gapEverywhere, isReduced } from "./wording.ts";

/** Answers on losses of pairs, and on gradients of all, in Chinese. */
export const CHINESE_OF_PAIRS: typeof ENGLISH_OF_PAIRS = {
  "hard-negatives": (numbers) => ({
    title: "难负样本占多大权重",
    sentences: [
      `每个负样本所受的推力与 $exp(s_n / τ)$ 成正比，$τ$ = ${inWords(numbers.temperature)}：相似度高 ` +
        `${inWords(numbers.gap)} 的，权重是 ${inWords(numbers.ratio)} 倍；低 ${inWords(numbers.tenth)} 的，只有十分之一。`,
      `${numbers.negatives} 个负样本中，若其余都比最难的一个低 ${inWords(numbers.gap)}，后者独占推力的 ` +
        `${inWords(100 * numbers.share)}%。`,
      `${numbers.negatives} 个负样本若从 −1 到 1 均匀分布，按 $(Σw)^2 / Σw^2$ 计只相当于 ${inWords(numbers.effective)} 个。`,
    ],
  }),
  "gradient-band": (numbers) => ({
    title: "梯度在哪里消失",
    sentences: [
      ...(numbers.coupled
        ? [
            `面对位于 $s_n$ = 0 的 ${others(numbers.negatives)}，连接函数给梯度的系数` +
              `${bandInWords(numbers.positive, "$s_p$", ["以下", "以上"])}。`,
          ]
        : [
            `正样本梯度的系数${bandInWords(numbers.positive, "$s_p$", ["以下", "以上"])}。`,
            ...(numbers.negative
              ? [`负样本梯度的系数${bandInWords(numbers.negative, "$s_n$", ["以上", "以下"])}。`]
              : []),
          ]),
      ...(numbers.width === null
        ? []
        : [
            `从最大值的 0.999 倍降到 0.001 倍，$s_n$ 须变化 ${inWords(numbers.width)}` +
              `${numbers.width > 2 ? "，超出了平面的范围" : ""}。`,
          ]),
    ],
  }),
  thresholds: ({ positive, negative, negatives }) => ({
    title: "阈值",
    sentences: [
      sideInWords(positive, "正样本主要在", "$s_p$", "以下被拉近"),
      sideInWords(negative, `面对 ${others(negatives)}时，负样本主要在`, "$s_n$", "以上被推远"),
    ],
  }),
  active: ({ frame, plane }) => ({
    title: "还有多少样本对在受力",
    sentences: [
      `梯度在 0 到 1 的正方形中有 ${inWords(100 * frame)}% 不为零，在整个平面上有 ${inWords(100 * plane)}% 不为零。`,
    ],
  }),
  "margin-as-gap": (numbers) => ({
    title: "把间隔换算成余弦之差",
    sentences: [
      ...gapInWords(numbers),
      ...(numbers.known.length > 0
        ? [
            `常见的间隔，换算为 $s_p$ = 0.8 处的 $s_p − s_n$：${numbers.known.map(knownInWords).join("；")}。`,
            "因此，间隔为 0.2 的 miner 配上间隔为 0.05 的损失，会交出 $d_n − d_p$ 从 0.05 到 0.2 的三元组，而它们的损失为零。",
          ]
        : []),
      `损失停在 ${inWords(numbers.margin)} 不动，说明所有嵌入已坍缩为一点。`,
    ],
  }),
  circle: circleInWords,
  bias: ({ negatives, bias, threshold, balanced, prior }) => ({
    title: "偏置",
    sentences: [
      `两侧的阈值都是 $−b/t$ = ${inWords(threshold)}。`,
      `一个正样本混在 ${others(negatives)}中；要让它在 $s$ = 0 处显得同样稀少，须取 $b = −ln L$ = ` +
        `${inWords(balanced)}：每个样本对的初始概率便是 ${inWords(prior)}；当前的 $b$ 为 ${inWords(bias)}。`,
    ],
  }),
};

function bandInWords(
  { full, threshold, gone }: Band,
  symbol: string,
  [toFull, toGone]: readonly [string, string],
): string {
  const part = (share: string, side: string, s: number | null): string =>
    s === null ? `无处${share}` : `在 ${symbol} = ${inWords(s)} ${side}${share}`;
  return [
    part("超过最大值的 0.999 倍", toFull, full),
    part("为最大值的一半", "处", threshold),
    part("不到 0.001 倍", toGone, gone),
  ].join("，");
}

const sideInWords = (threshold: Threshold | null, start: string, symbol: string, end: string): string =>
  threshold === null
    ? `平面上没有哪个 ${symbol} 处于其阈值。`
    : `${start} ${symbol} = ${inWords(threshold.cosine)}（角度 ${inWords(threshold.degrees)}°，距离 ` +
      `${inWords(threshold.chord)}）${end}。`;

const DISTANCES: Readonly<Record<string, string>> = {
  cosine: "余弦",
  euclidean: "距离 $d = √(2 − 2s)$ ",
  squared: "平方距离 $d^2 = 2 − 2s$ ",
  angular: "角度",
};

function gapInWords(numbers: AnswerNumbers["margin-as-gap"]): string[] {
  const { distance, margin, near, usual, far } = numbers;
  const head = `${DISTANCES[distance] ?? distance}上的间隔 ${inWords(margin)} `;
  const at = (gap: number | null, sp: number): string =>
    `在 $s_p$ = ${sp} 处${gap === null ? "没有足够远的负样本" : `为 ${inWords(gap)}`}`;
  const everywhere = gapEverywhere(numbers);
  if (everywhere !== null) return [`${head}处处要求 $s_p − s_n$ ≥ ${inWords(everywhere)}。`];
  return [`${head}所要求的差值 $s_p − s_n$ 因位置而异：${at(near, 1)}，${at(usual, 0.8)}，${at(far, 0.5)}。`];
}

const SOURCES: Readonly<Record<UsualMargin["source"], string>> = {
  facenet: "FaceNet ",
  pml: "pytorch-metric-learning 的损失",
  "pml-miner": "其 miner ",
  "re-id": "行人重识别代码（若特征长度为 1）",
};

const knownInWords = ({ source, distance, margin, gap }: UsualMargin): string =>
  `${SOURCES[source]}在 ${distance === "squared" ? "$d^2$" : "$d$"} 上取 ${inWords(margin)}，即 ${inWords(gap)}`;

function circleInWords(numbers: AnswerNumbers["circle"]): AnswerWords {
  const { negatives, radius, counted, tangent, optima, leastScale } = numbers;
  return {
    title: "圆",
    sentences: [
      `对一个负样本，边界是圆弧，半径 ${inWords(radius)}${isReduced(numbers) ? " = $√2 m$" : ""}；` +
        `对 ${others(negatives)}，` +
        (counted === null ? "平面上没有样本对能到达目标区域。" : `半径为 ${inWords(counted)}。`),
      ...(leastScale === null || negatives === 1
        ? []
        : [`$γ$ 须大于 $ln L / R^2$ = ${inWords(leastScale)}，目标区域才有面积。`]),
      ...(tangent === null
        ? []
        : [
            `差值 $s_p − s_n$ 在 $T$ = (${inWords(tangent.sn)}, ${inWords(tangent.sp)}) 处最小，为 ` +
              `${inWords(tangent.sp - tangent.sn)}。`,
          ]),
      ...(optima === null
        ? []
        : [
            `最优值 $O_p$ = ${inWords(optima.Op)}、$O_n$ = ${inWords(optima.On)}；间隔 $Δ_p$ = ${inWords(optima.Dp)}、` +
              `$Δ_n$ = ${inWords(optima.Dn)}。在 0 到 1 的正方形内，权重 $O_p − s_p$ 与 $s_n − O_n$ 至多为 ` +
              `${inWords(optima.Op)} 与 ${inWords(1 - optima.On)}。`,
          ]),
    ],
  };
}
