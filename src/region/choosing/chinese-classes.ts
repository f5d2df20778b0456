import { inWords } from "../number-words.ts";
import type { AnswerNumbers } from "./answers.ts";
import type { ENGLISH_OF_CLASSES } from "./english-classes.ts";
import { halfAngle, isCertain, NO_ANGLE, probabilityText } from "./wording.ts";

/** Answers on losses of classes, in Chinese. */
export const CHINESE_OF_CLASSES: typeof ENGLISH_OF_CLASSES = {
  "effective-margin": (numbers) => ({
    title: "有效间隔",
    sentences: [
      `${others(numbers.negatives)}给 $z$ 加上 $ln L$ = ${inWords(numbers.logit)}：` +
        (numbers.temperature === null
          ? `尺度为 ${inWords(numbers.scale)} 时，余弦上的间隔因此多出 $ln L / γ$`
          : `温度为 ${inWords(numbers.temperature)} 时，余弦上的间隔因此多出 $τ ln L$`) +
        ` = ${inWords(numbers.shift)}。`,
      ...(numbers.margin === null || numbers.effective === null
        ? []
        : [
            `对一个负样本，间隔为 ${inWords(numbers.margin)}；对全部负样本，间隔为 ${inWords(numbers.effective)}。`,
          ]),
      reachInWords(numbers),
    ],
  }),
  "scale-bound": (numbers) => ({
    title: "尺度至少要多大",
    sentences: [
      `不加间隔时，要在 ${numbers.classes} 个类别中达到概率 ${inWords(numbers.probability)}，尺度至少为 ` +
        `$(C − 1)/C · ln((C − 1)P/(1 − P))$ = ${inWords(numbers.bound)}，哪怕每个样本都位于自己的类中心，` +
        `且各中心彼此相距最远（CosFace，式 6）。`,
      numbers.own === null
        ? "加上该损失的间隔后，多大的尺度都不够：间隔比这些中心之间的差距还大。"
        : `加上该损失在训练中的间隔后，至少为 ${inWords(numbers.own)}。`,
      `当前尺度为 ${inWords(numbers.scale)}，此时这样的样本概率为${probabilityInWords(numbers.reached)}，` +
        `损失为 ${inWords(numbers.lowestLoss)}；不可能更好（NormFace 的下界）。`,
      ...(numbers.largestMargin === null
        ? []
        : [`间隔若大于 $C/(C − 1)$ = ${inWords(numbers.largestMargin)}，便无法满足。`]),
      "各中心要相距如此之远，至少需要 $C − 1$ 维；维数更少时，尺度还须更大。",
    ],
  }),
  adacos: ({ classes, scale, present }) => ({
    title: "AdaCos 的固定尺度",
    sentences: [
      `类别数为 ${classes} 时，它等于 $√2 ln(C − 1)$ = ${inWords(scale)}：与自己的中心成 45°、与其余中心成 90° ` +
        `的样本，此时概率为 1/2，且不带间隔。`,
      `当前尺度 ${inWords(present)} 是它的 ${inWords(present / scale)} 倍：${halfAngleInWords(classes, present)}概率 1/2。`,
    ],
  }),
  angles: ({ symbol, radians, degrees }) => ({
    title: `$${symbol}$ 的两种单位`,
    sentences: [`$${symbol}$ = ${inWords(radians)} 弧度 = ${inWords(degrees)}°。`],
  }),
  "between-classes": ({ own, centres }) => ({
    title: "间隔在两类之间留出多少",
    sentences: [
      own === null
        ? "两个类中心成直角时，没有样本能满足间隔。"
        : `两个类中心成直角时，样本与自己的中心相距不超过 ${inWords(own)}° 即在目标区域内（不加间隔为 45°），` +
          `两类之间因此空出 ${inWords(Math.max(0, 90 - 2 * own))}°。`,
      centres === null
        ? "没有哪两个类中心远得足以让位于中心的样本满足间隔。"
        : centres < NO_ANGLE
          ? "类中心可以任意接近：位于自己中心的样本总在目标区域内。"
          : `两个类中心若不足 ${inWords(centres)}°，目标区域内便没有样本，位于中心的也不例外。`,
    ],
  }),
};

export const others = (count: number): string => `$L$ = ${count} 个负样本`;

function reachInWords({ one, all, oneDegrees, allDegrees }: AnswerNumbers["effective-margin"]): string {
  const place = (s: number | null, degrees: number | null): string =>
    s === null || degrees === null ? "无法到达" : `在 $s_p$ = ${inWords(s)}（${inWords(degrees)}°）处`;
  if (one === -1) return "负样本位于 $s_n$ = 0 时，任何正样本都已在目标区域内。";
  return `负样本位于 $s_n$ = 0 时，对其中一个，边界${place(one, oneDegrees)}；对全部，边界${place(all, allDegrees)}。`;
}

const probabilityInWords = (p: number): string =>
  isCertain(p) ? ` ${probabilityText(p)}（精确到十二位）` : ` ${probabilityText(p)}`;

function halfAngleInWords(classes: number, scale: number): string {
  const degrees = halfAngle(classes, scale);
  return degrees === null ? "任何角度都达不到" : `在 ${inWords(degrees)}° 处达到`;
}
