import { type LossTexts, PML, SCALE } from "./texts.ts";

const SIMILARITY = "样本–样本，或 K = 1 时的样本–类权重";
const PROPOSAL = "本项目的提议，不出自文献。";

const REDUCED = {
  gamma: SCALE,
  margin: {
    label: "松弛量",
    effect: "扩大半径为 √2·m 的目标圆；权重视为常数时，还增大两侧的权重。",
  },
};

/** Circle loss 及其改法的中文文字。 */
export const CIRCLE: Readonly<Record<string, LossTexts>> = {
  circle: {
    similarity: SIMILARITY,
    params: REDUCED,
    variants: {
      detached: "α 视为常数：论文的式 9–10 与通常的实现",
      attached: "完整的导数，即论文图 2 所画",
      pml: PML,
      faces: "论文，人脸识别",
      "re-id": "论文，行人重识别",
      retrieval: "论文，细粒度检索",
      blog: "博文的代码",
    },
    pitfalls: [
      "分离梯度的场不是曲面的梯度：在 $−m < s_n < 0$ 时二者符号相反。",
      "$s_n ≤ −m$ 的负样本得分比正交的更差；它仍给自己的求和添上 $e^0$。",
      "$γ$ 乘的是相似度的平方：与其他损失比较时应取相等的斜率，而不是相等的 $γ$。",
    ],
  },
  "circle-general": {
    similarity: SIMILARITY,
    params: {
      gamma: SCALE,
      Op: { label: "正样本的最优值", effect: "增大每个正样本的权重。" },
      On: { label: "负样本的最优值", effect: "减小每个负样本的权重。" },
      Dp: { label: "正样本的间隔", effect: "对正样本要求更高：移动并扩大圆。" },
      Dn: { label: "负样本的间隔", effect: "对负样本要求更低：移动并扩大圆。" },
    },
    variants: {
      detached: "权重视为常数，与通常的实现一致",
      attached: "完整的导数",
    },
    pitfalls: ["$O_p < 1$ 或 $O_n > −1$ 时，平面有一整侧权重为 0，损失平坦。"],
  },
  "circle-flat": { similarity: SIMILARITY, params: REDUCED, pitfalls: [PROPOSAL] },
  "circle-monotone": {
    similarity: SIMILARITY,
    params: REDUCED,
    pitfalls: [PROPOSAL, "所奖励的负样本，没有哪个批次能全部达到。"],
  },
  "circle-disc": {
    similarity: SIMILARITY,
    params: REDUCED,
    pitfalls: [PROPOSAL, "把小于 0 的负样本拉回正交。"],
  },
  "circle-paced": {
    similarity: SIMILARITY,
    params: REDUCED,
    pitfalls: [PROPOSAL, "在 $T$ 以外的地方，要求比 Circle loss 低。"],
  },
};
