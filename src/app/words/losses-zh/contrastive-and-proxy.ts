import {
  CENTRES,
  COSINE_MARGIN,
  type LossTexts,
  PML,
  SAMPLE_SAMPLE,
  SCALE,
  sharpening,
  TEMPERATURE,
} from "./texts.ts";

const TWO_VIEWS = "样本–样本，两个视图";
const PROXIES = "样本–代理，以样本为锚";
const coefficient = (label: string) => ({
  label,
  effect: "乘到这一侧的损失与梯度上；1 即论文中对代理的平均。",
});

/** 对比学习与代理损失的中文文字。 */
export const CONTRASTIVE_AND_PROXY: Readonly<Record<string, LossTexts>> = {
  "info-nce": {
    similarity: TWO_VIEWS,
    params: { tau: TEMPERATURE },
    variants: { moco: "MoCo", simclr: "SimCLR", pml: `${PML} NTXentLoss` },
    pitfalls: [
      "梯度乘有 $1/τ$：比较不同温度时应看 $τ ∂ℒ$。",
      `${PML} 在对数内加了一个极小的常数，损失因此止于 708。`,
    ],
  },
  dcl: {
    similarity: TWO_VIEWS,
    params: { tau: TEMPERATURE },
    pitfalls: ["在平面上只是一个倾斜的平面：剩下的只有负样本之间的 softmax，而那需要不止一个负样本。"],
  },
  "sup-con": {
    similarity: SAMPLE_SAMPLE,
    params: { tau: TEMPERATURE },
    variants: { paper: "论文", code: "作者的代码", pml: PML },
    pitfalls: ["下限是 $ln K$，不是 0。", "比其他正样本近得多的正样本会被推开：每个正样本都在分母里。"],
  },
  "sup-con-in": {
    similarity: SAMPLE_SAMPLE,
    params: { tau: TEMPERATURE },
    pitfalls: ["最近的正样本几乎拿走全部拉力：论文发现它不如在对数外取平均。"],
  },
  siglip: {
    similarity: "图像–文本",
    params: {
      t: sharpening("逆温度"),
      b: { label: "偏置", effect: "移动两侧的阈值 −b/t。" },
    },
    variants: { initial: "作者的初始值" },
    pitfalls: ["取初始值时阈值为 1：$s_p = 1$ 的正样本梯度仍有 $t/2$。"],
  },
  cosent: {
    similarity: "句子–句子；K 与 L 是批次中样本对的个数",
    params: { gamma: SCALE },
    variants: { reference: "sentence-transformers" },
    pitfalls: ["样本对不经锚而直接相比：$K$ 与 $L$ 有批次那么大。"],
  },
  "proxy-nca": {
    similarity: PROXIES,
    params: {
      gamma: SCALE,
      ownProxy: { label: "分母中的自身代理", effect: "包含时，损失是对全部代理的 softmax，会饱和。" },
    },
    variants: {
      paper: "余弦形式，不含自身代理",
      squared: "弦长的平方，不含自身代理",
      pml: `${PML}：对全部代理的 softmax`,
    },
    pitfalls: [
      "没有边界，也不饱和：正代理无论在哪里，拉力都恒定。",
      `${PML} 的 ProxyNCALoss 在分母中含有自身代理：那是另一个损失。`,
    ],
  },
  "proxy-nca-pp": {
    similarity: PROXIES,
    params: { T: TEMPERATURE },
    variants: { paper: "T = 1/9", pml: `${PML} ProxyNCALoss，softmax_scale 1` },
    pitfalls: ["作者的代码把嵌入放大到 3：$d^2$ 于是带有 $9 = 1/T$。"],
  },
  "proxy-anchor": {
    similarity: "代理–样本，以代理为锚",
    params: {
      alpha: SCALE,
      delta: { label: "间隔", effect: "使两侧都更难：正样本须高于 δ，负样本须低于 −δ。" },
      cp: coefficient("正样本系数"),
      cn: coefficient("负样本系数"),
      view: { label: "锚", effect: "一个代理对一批样本，或一个样本对全部代理。" },
    },
    variants: {
      paper: "含 1/|P⁺| 与 1/|P|：对代理取平均",
      pml: PML,
      "no-coefficients": "不含系数，10 个类别全部出现",
      sample: "从一个样本看：L + 1 个代理中的其他 L 个",
    },
    pitfalls: [
      "没有共同的边界：$s_p$ 再大也补偿不了大的 $s_n$。",
      "正样本一侧在 $δ$ 以上几乎无声：训练后期，损失只是在推负样本。",
    ],
  },
  "proxy-softmax": {
    similarity: "样本–代理",
    params: {
      gamma: SCALE,
      margin: COSINE_MARGIN,
      nPos: { label: "有正样本的代理数", effect: "减小正样本一侧的尺度。" },
      nAll: { label: "代理总数", effect: "减小负样本一侧的尺度。" },
    },
    variants: { with: "系数 1/10 写在 logits 里", without: "删掉系数" },
    pitfalls: ["删掉系数，温度便按系数的大小改变；这不等于改变学习率。"],
  },
  "soft-triple": {
    similarity: "样本–中心；正样本是自身类别的各个中心",
    params: { lambda: SCALE, gamma: TEMPERATURE, margin: COSINE_MARGIN, centers: CENTRES },
    variants: { paper: "论文", pml: PML },
    pitfalls: ["比同类其他中心远得多的中心，可能被从样本处推开。"],
  },
};
