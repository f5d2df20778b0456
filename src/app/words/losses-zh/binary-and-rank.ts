import { type LossTexts, PML, SAMPLE_WEIGHT, SCALE, TEMPERATURE, THRESHOLD } from "./texts.ts";

const RANKED = "样本–样本，相对于一个查询排序";
const ALL_PAIRS = "样本–样本，批次中的所有样本对";
const EITHER = "两种皆可";
const SLACK = "相似度偏离均值多少以内不受惩罚。";

/** 二元损失与排序损失的中文文字。 */
export const BINARY_AND_RANK: Readonly<Record<string, LossTexts>> = {
  bce: {
    similarity: EITHER,
    params: { gamma: SCALE, b: THRESHOLD },
    pitfalls: ["$K$ 与 $L$ 是因子，不是平移：大量负样本压过少数正样本。"],
  },
  focal: {
    similarity: EITHER,
    params: {
      gamma: SCALE,
      b: THRESHOLD,
      kappa: { label: "聚焦指数", effect: "越大，易样本对越被忽略；0 即二元交叉熵。" },
      w: { label: "正样本权重", effect: "正样本的权重；其余归负样本。" },
    },
    pitfalls: ["易样本对远未到阈值的另一侧，便已失去梯度。"],
  },
  sphereface2: {
    similarity: SAMPLE_WEIGHT,
    params: {
      r: SCALE,
      lambda: { label: "正样本权重", effect: "正样本二分类的权重；其余归负样本。" },
      m: { label: "间隔", effect: "使两侧都更难。" },
      t: { label: "相似度调整", effect: "拉开 1 附近的余弦。" },
      b: { label: "偏置", effect: "移动两侧的阈值；在训练中学习。" },
    },
    variants: {
      detached: "作者的代码把 g(s) − s 视为常数",
      attached: "完整的导数",
    },
    pitfalls: ["偏置是学出来的：$b = 0$ 的图不是训练中的样子。"],
  },
  "smooth-ap": {
    similarity: RANKED,
    params: { tau: TEMPERATURE },
    pitfalls: ["梯度只存在于 $s_p = s_n$ 附近的几个 $τ$ 之内：排序错得离谱的样本对得不到任何梯度。"],
  },
  "fast-ap": {
    similarity: RANKED,
    params: { bins: { label: "直方图的格数", effect: "格数越多，排序越细，梯度所在的带也越窄。" } },
    variants: { pml: PML },
    pitfalls: ["分段有理函数：梯度所及不超过一格。"],
  },
  pnp: {
    similarity: RANKED,
    params: {
      variant: { label: "变体", effect: "惩罚如何随排在正样本之前的负样本数增长。" },
      anneal: TEMPERATURE,
      alpha: { label: "Dq 的指数", effect: "使惩罚更早饱和。" },
      b: { label: "Ib 的常数", effect: "使惩罚更早从二次变为线性。" },
    },
    variants: { pml: PML },
    pitfalls: [`在 ${PML} 中，锚也算作它自己的正样本之一。`],
  },
  histogram: {
    similarity: ALL_PAIRS,
    params: { bins: { label: "直方图的格数", effect: "直方图越细，越能分辨相近的相似度。" } },
    variants: { pml: PML },
    pitfalls: ["两个直方图不重叠之处，样本对没有梯度。"],
  },
  "intra-pair-variance": {
    similarity: ALL_PAIRS,
    params: {
      epsPos: { label: "正样本松弛量", effect: SLACK },
      epsNeg: { label: "负样本松弛量", effect: SLACK },
    },
    variants: { pml: PML },
    pitfalls: ["每侧只有一个样本对时没有方差可言：平面上只剩下松弛量。"],
  },
};
