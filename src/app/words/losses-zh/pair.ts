import {
  COSINE_MARGIN,
  DISTANCE,
  type LossTexts,
  PML,
  SAMPLE_SAMPLE,
  SCALE,
  sharpening,
  THRESHOLD,
  TRIPLET_MARGIN,
} from "./texts.ts";

const CHORDS = "弦长 d_p − d_n";
const PML_COSINE = `${PML}，采用余弦距离`;
const LIFTED_MARGIN = { label: "负样本间隔", effect: "要求负样本比正样本远这么多。" };
const LIFTED_POSITIVE = {
  label: "正样本间隔",
  effect: "容许正样本有这么大的距离（若为余弦：要求达到这么高）。",
};
const OF_WORST = "更重视一组中更严重的违例；在平面上看不出来。";
const OF_SIDE = "乘到这一侧上。";

/** 样本对与元组损失的中文文字。 */
export const PAIR: Readonly<Record<string, LossTexts>> = {
  unified: {
    similarity: "样本–样本，或 K = 1 时的样本–类权重",
    params: { gamma: SCALE, margin: COSINE_MARGIN },
    pitfalls: ["$K$ 与 $L$ 是一组样本的个数：$γ$ 小时，$(ln K + ln L)/γ$ 可能超过间隔。"],
  },
  triplet: {
    similarity: SAMPLE_SAMPLE,
    params: {
      margin: TRIPLET_MARGIN,
      distance: DISTANCE,
      reduction: {
        label: "归约方式",
        effect: "对全部三元组取平均，只对大于零的取平均，或以最难的正样本对最难的负样本。",
      },
    },
    variants: {
      cosine: "s_n − s_p",
      euclidean: CHORDS,
      squared: "弦长的平方，FaceNet",
      angular: "角度 θ_p − θ_n，即 ArcFace 论文中所比较的",
      pml: PML,
      "batch-hard": "Hermans 等 2017",
    },
    pitfalls: [
      "采用欧氏距离时，梯度在 $s_p → 1$ 时按 $1/d$ 增长，两侧大小不等。",
      "损失恰好停在间隔值不动，说明已坍缩：所有距离都相等。",
    ],
  },
  "soft-triplet": {
    similarity: SAMPLE_SAMPLE,
    params: {
      gamma: sharpening("锐度"),
      margin: TRIPLET_MARGIN,
      distance: DISTANCE,
      reduction: { label: "归约方式", effect: "对全部三元组取平均，或以最难的正样本对最难的负样本。" },
    },
    variants: {
      cosine: "s_n − s_p",
      euclidean: CHORDS,
      squared: "弦长的平方",
      angular: "角度 θ_p − θ_n",
      pml: `${PML} TripletMarginLoss(smooth_loss=True)`,
    },
    pitfalls: ["在单位球面上取 $γ = 1$，损失降不到 0.127 以下，梯度几乎恒定。"],
  },
  "n-pair": {
    similarity: "样本–样本，内积",
    params: { gamma: sharpening("范数之积 ‖x‖‖x′‖") },
    variants: { pml: `${PML}，嵌入已归一化` },
    pitfalls: ["在单位球面上，$γ = 1$ 使损失几乎是线性的。"],
  },
  contrastive: {
    similarity: SAMPLE_SAMPLE,
    params: {
      mPos: { label: "正样本间隔", effect: "越过它的正样本被拉近（余弦：低于它；距离：高于它）。" },
      mNeg: {
        label: "负样本间隔",
        effect: "位于它错误一侧的负样本被推远（余弦：高于它；距离：低于它）。",
      },
      distance: { label: "距离", effect: "余弦、弦长，或如原文取弦长合页项平方的一半。" },
      reduction: { label: "归约方式", effect: "对一侧的全部样本对取平均，或只对大于零的取平均。" },
    },
    variants: {
      cosine: "用余弦",
      euclidean: "用弦长，不取平方",
      squared: "原文：平方的一半",
      pml: PML,
    },
    pitfalls: [
      `${PML} 不取平方：正样本靠近时，它的拉力并不减弱。`,
      "用余弦表示，平方形式的推力在 $s_n → 1$ 时无界增长；在嵌入空间中则不会。",
    ],
  },
  margin: {
    similarity: SAMPLE_SAMPLE,
    params: {
      alpha: { label: "间隔", effect: "正负样本之间所要求差距的一半。" },
      beta: { label: "边界", effect: "把正样本与负样本分开的距离。" },
      distance: DISTANCE,
      reduction: { label: "归约方式", effect: "两侧各取平均，或全部三元组各项之和除以大于零的项数。" },
    },
    variants: {
      paper: `论文与 ${PML}`,
      pml: `${PML}：展开为三元组`,
      cosine: PML_COSINE,
    },
    pitfalls: [`像 ${PML} 那样展开为三元组时，每个样本对被计入多次，两侧共用一个除数。`],
  },
  "lifted-structure": {
    similarity: "样本–样本；L 为两个端点的负样本总数",
    params: { margin: LIFTED_MARGIN, posMargin: LIFTED_POSITIVE, distance: DISTANCE },
    variants: { euclidean: "论文", pml: PML, cosine: PML_COSINE },
    pitfalls: ["$m + ln L > 2$ 时合页从不关闭：$m = 1$ 时，三个负样本起便是如此。"],
  },
  "generalized-lifted": {
    similarity: SAMPLE_SAMPLE,
    params: {
      margin: LIFTED_MARGIN,
      posMargin: LIFTED_POSITIVE,
      distance: DISTANCE,
      link: { label: "连接函数", effect: "在边界之外为零，或是永不为零的 softplus。" },
    },
    variants: { pml: PML, cosine: PML_COSINE, soft: "以 softplus 代替合页" },
    pitfalls: ["$m + ln K + ln L > 2$ 时，单位球面上的合页从不关闭。"],
  },
  "binomial-deviance": {
    similarity: SAMPLE_SAMPLE,
    params: {
      alpha: sharpening("锐度"),
      lambda: THRESHOLD,
      c: sharpening("指数中的负样本代价"),
    },
    pitfalls: ["取平均时每个样本对权重相同：易负样本淹没难负样本。"],
  },
  "multi-similarity": {
    similarity: SAMPLE_SAMPLE,
    params: {
      alpha: sharpening("正样本锐度"),
      beta: sharpening("负样本锐度"),
      lambda: { label: "阈值", effect: "移动两侧的阈值：正样本须高于它，负样本须低于它。" },
    },
    variants: {
      code: "作者的代码",
      paper: `λ = 1，即 ${PML} 的文档对论文的说法`,
      pml: PML,
    },
    pitfalls: [
      "$λ = 1$ 且 $β = 50$ 时，负样本项在 $s_n = 0.9$ 以下几乎不起作用。",
      "$α = 2$ 过于平缓，每个正样本所受的拉力都约为最大值的一半。",
    ],
  },
  "tuplet-margin": {
    similarity: SAMPLE_SAMPLE,
    params: {
      gamma: SCALE,
      beta: { label: "松弛间隔", effect: "从正样本的角度中减去：对难正样本宽容，与 ArcFace 相反。" },
    },
    variants: { paper: "0.1 rad", pml: `${PML}，5.73 度` },
    pitfalls: ["在 $θ_p < β$ 时继续靠近反而使损失上升：最优处是 $θ_p = β$。"],
  },
  angular: {
    similarity: "样本–样本，正负样本之间还有第三个相似度",
    params: {
      alphaDeg: { label: "角度上限", effect: "限制负样本处的角度：越大，负样本的权重越大。" },
      closure: { label: "第三个相似度", effect: "在平面上，s_pn 取 s_n，或取下面的值。" },
      spn: { label: "正负样本间的相似度", effect: "第三个相似度固定时，移动边界。" },
    },
    variants: { paper: "45 度", pml: `${PML}，40 度` },
    pitfalls: [
      "取 $s_{pn} = s_n$ 时，单位向量只在 $s_p ≥ 2 s_n^2 − 1$ 时存在。",
      `${PML} 把锚与正样本归一化，却不归一化负样本。`,
    ],
  },
  "ranked-list": {
    similarity: SAMPLE_SAMPLE,
    params: {
      margin: { label: "间隔", effect: "正样本球面与负样本球面之间的间隙。" },
      alpha: { label: "负样本边界", effect: "负样本须比它更远。" },
      lambda: { label: "不平衡系数", effect: "负样本相对于正样本的权重。" },
      Tp: { label: "正样本温度", effect: OF_WORST },
      Tn: { label: "负样本温度", effect: OF_WORST },
      epsilon: { label: "除数中的常数", effect: `加到一侧的权重之和上；${PML} 每列加 1e-5。` },
    },
    variants: {
      paper: "目前所知的取值",
      pml: `${PML}，其中间隔与 T_n 没有默认值`,
      detached: "权重视为常数",
    },
    pitfalls: [
      `${PML} 对权重也求导，并给权重之和每列加上 1e-5。`,
      "对难负样本的加权在平面上看不出来，因为平面上的负样本全都相等。",
    ],
  },
  nca: {
    similarity: SAMPLE_SAMPLE,
    params: { gamma: sharpening("平方距离尺度的两倍") },
    variants: { pml: `${PML}，softmax_scale 1` },
    pitfalls: [
      "正样本越多，任务越容易（$− ln K$）；在统一形式的损失中则越难。",
      `原文最大化的是概率本身；这里与 ${PML} 一样取其对数。`,
    ],
  },
  tcm: {
    similarity: SAMPLE_SAMPLE,
    params: {
      mPos: { label: "正样本阈值", effect: "低于它的正样本被拉近。" },
      mNeg: { label: "负样本阈值", effect: "高于它的负样本被推远。" },
      lambdaPos: { label: "正样本权重", effect: OF_SIDE },
      lambdaNeg: { label: "负样本权重", effect: OF_SIDE },
    },
    variants: { pml: PML },
    pitfalls: ["本意是附加在另一个损失上，只作用于仍在受力的样本对。"],
  },
};
