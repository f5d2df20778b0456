import {
  ANGULAR_MARGIN,
  CENTRES,
  COSINE_MARGIN,
  type LossTexts,
  PML,
  SAMPLE_WEIGHT,
  SCALE,
  sharpening,
} from "./texts.ts";

const BEYOND = {
  label: "超过 π − m 之后",
  effect: "θ + m 越过 π 之后 T 如何延续：继续下降、只在 s > 0 时加间隔，或始终取 cos(θ + m)。",
};
const MULTIPLIES = { label: "乘性间隔", effect: "把与自身类别的夹角乘以该值。" };
const BY_NORM = "缩放这一侧的 logit：边界随两个范数之比移动。";

/** 分类损失的中文文字。 */
export const CLASSIFICATION: Readonly<Record<string, LossTexts>> = {
  "softmax-ce": {
    similarity: "样本–类权重，内积",
    params: { gamma: sharpening("范数之积 ‖w‖‖x‖") },
    pitfalls: ["$γ = 1$ 时损失降不下去：即使在 $(s_p, s_n) = (1, −1)$ 处仍有 0.127。"],
  },
  normface: {
    similarity: SAMPLE_WEIGHT,
    params: { gamma: SCALE },
    variants: { pml: `${PML} NormalizedSoftmaxLoss，温度 0.05` },
    pitfalls: ["没有间隔时边界是 $s_p = s_n$：各类彼此相接。"],
  },
  "am-softmax": {
    similarity: SAMPLE_WEIGHT,
    params: { gamma: SCALE, margin: COSINE_MARGIN },
    variants: {
      cosface: "CosFace，arXiv 1801.09414",
      pml: `${PML} CosFaceLoss`,
      insightface: "insightface",
    },
    pitfalls: ["起作用的只有 $s_p$ 上与 $s_n$ 上的间隔之和：从一边移到另一边，什么都不变。"],
  },
  arcface: {
    similarity: SAMPLE_WEIGHT,
    params: { gamma: SCALE, margin: ANGULAR_MARGIN, easy: BEYOND },
    variants: {
      paper: "0.5 rad，超过 π − m 之后仍取 cos(θ + m)",
      insightface: "0.5 rad，easy_margin=False",
      "easy-margin": "insightface，easy_margin=True",
      pml: `${PML}，28.6 度`,
    },
    pitfalls: [
      "28.6° 是 0.499164 rad，不是 0.5。",
      "超过 $θ = π − m$ 之后，通常的代码向下跳到 $cos θ − m sin m$；若照用 $cos(θ + m)$，那里的拉力方向是反的。",
      "对 $s_p$ 的梯度在 $s_p → 1$ 时无界增长；对角度的梯度则不会。",
    ],
  },
  "subcenter-arcface": {
    similarity: "样本–类中心；正样本是自身类别的各个中心",
    params: { gamma: SCALE, margin: ANGULAR_MARGIN, easy: BEYOND, subCenters: CENTRES },
    variants: { pml: PML },
    pitfalls: ["每类只有最近的中心得到梯度。"],
  },
  sphereface: {
    similarity: "样本–类权重；γ 是特征的范数",
    params: {
      gamma: sharpening("特征范数 · 尺度"),
      m: { label: "乘性间隔", effect: "把与自身类别的夹角乘以该值；夹角为零时间隔也随之消失。" },
      lambda: { label: "退火权重", effect: "混入普通的 logit；训练开始时很大，结束时接近 5。" },
    },
    variants: {
      paper: "不退火",
      training: "作者退火的最后一步",
      pml: `${PML}，嵌入范数为一`,
    },
    pitfalls: [
      "在平面内 $θ = kπ/m$ 处，损失虽大，对正样本的拉力却为零。",
      "训练开始时 $z$ 极大；作者把 $λ$ 从 1000 退火到 5。",
    ],
  },
  "l-softmax": {
    similarity: "样本–类权重，权重未归一化；γ 是特征的范数",
    params: {
      gamma: sharpening("特征范数 · 尺度"),
      m: MULTIPLIES,
      wp: { label: "自身类权重的范数", effect: BY_NORM },
      wn: { label: "其他类权重的范数", effect: BY_NORM },
    },
    variants: { pml: `${PML}，范数为一` },
    pitfalls: ["边界随权重范数之比移动，SphereFace 因此把权重归一化。"],
  },
  "combined-margin": {
    similarity: SAMPLE_WEIGHT,
    params: {
      gamma: SCALE,
      m1: MULTIPLIES,
      m2: { label: "角度间隔", effect: "加到与自身类别的夹角上。" },
      m3: { label: "余弦间隔", effect: "从自身类别的余弦中减去。" },
    },
    variants: {
      arcface: "(1, 0.5, 0)",
      cosface: "(1, 0, 0.35)",
      sphereface: "(1.35, 0, 0)",
      cm1: "(1, 0.3, 0.2)",
      cm2: "(0.9, 0.4, 0.15)",
    },
    pitfalls: ["在 $m_1 θ + m_2 > π$ 处目标 logit 重新上升：正样本更差，logit 反而更高。"],
  },
  magface: {
    similarity: SAMPLE_WEIGHT,
    params: {
      gamma: SCALE,
      a: { label: "特征范数", effect: "范数越大，间隔越大。" },
      la: { label: "范数下限", effect: "低于它的范数按它计。" },
      ua: { label: "范数上限", effect: "高于它的范数按它计。" },
      lm: { label: "范数下限处的间隔", effect: "改变范数下限处的间隔。" },
      um: { label: "范数上限处的间隔", effect: "改变范数上限处的间隔。" },
      lambdaG: { label: "正则项权重", effect: "加上 λ_g (1/a + a/u_a²)，它与相似度无关。" },
    },
    variants: { paper: "作者的脚本" },
    pitfalls: ["公开的代码在超过 $π − m$ 之后退回 easy margin；这里始终取 $cos(θ + m)$。"],
  },
  adaface: {
    similarity: SAMPLE_WEIGHT,
    params: {
      gamma: SCALE,
      margin: { label: "间隔", effect: "同时加大角度间隔与加性间隔。" },
      q: {
        label: "归一化的质量",
        effect: "使间隔从 ArcFace 的（−1）经 CosFace 的（0）变为带角度松弛的加性间隔 2m（1）。",
      },
    },
    variants: {
      arcface: "质量最低：ArcFace",
      cosface: "质量居中：CosFace",
      best: "质量最高",
    },
    pitfalls: ["$q > 0$ 时，最近的一条正样本带完全不受拉力：截断使其角度固定不变。"],
  },
  curricularface: {
    similarity: SAMPLE_WEIGHT,
    params: {
      gamma: SCALE,
      margin: ANGULAR_MARGIN,
      t: { label: "课程状态", effect: "目标余弦的滑动平均：增大难负样本的权重。" },
    },
    variants: { start: "训练初期", late: "训练后期" },
    pitfalls: [
      "曲面在 $s_n = cos(θ_p + m)$ 处跳变：负样本在那里变为难负样本。",
      "$t + 2 s_n < 0$ 的难负样本不是被推远，而是被拉近。",
    ],
  },
  p2sgrad: {
    similarity: SAMPLE_WEIGHT,
    pitfalls: ["小于 0 的负样本被拉回正交。", `${PML} 对批次与类别取平均：其值是这里的 $2/(L + 1)$ 倍。`],
  },
};
