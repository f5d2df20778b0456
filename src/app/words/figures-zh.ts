import type { FigureWords } from "./figure-words.ts";
import { KEYS } from "./keys-zh.ts";
import { ZH_PANELS } from "./zh-panels.ts";

/** 论文配图的标题，以图的名称为键。 */
export const PRESET_TITLES: Readonly<Record<string, string>> = {
  "circle-region": "Circle loss：目标区域与每个样本对的步调",
  "circle-plane": "整个平面上的 Circle loss：s_n = −m 以下的截断",
  "am-softmax-region": "AM-Softmax：每个样本对斜率相同",
  "triplet-region": "Triplet loss：间隔之外一无所有",
  "proxy-anchor-region": "Proxy-Anchor：互不相见的两个阈值",
  "typed-soft-clamp": "手写的损失：负样本截断平缓的 Circle loss，在 s_n = −m 处没有折点",
  "multi-similarity-pull": "Multi-similarity：每个正样本所受的拉力都约为最大值的一半",
  "circle-fig2": "Circle 论文，图 2：三个损失的梯度大小",
  "circle-paths": "Circle loss：两种梯度，两个停点",
  "circle-fig1": "Circle loss，图 1：优化的方式",
  "circle-fig5": "Circle 论文，图 5：收敛后的样本对，以及穿过边界的收窄通道",
  "blog-surface": "博文的曲面：Circle loss 的间隔，以两个角度为轴",
  "blog-surface-variants": "同一曲面，负侧的四种改法",
  "blog-surface-log-gradients": "梯度大小的 −ln：Circle loss 及其改法在哪里仍在拉、仍在推",
  "blog-transforms": "Circle loss：正样本与负样本的打分，以各自的角度为轴",
  "circle-negative-side": "Circle loss 的负侧与四种改法",
  "arcface-fig4b": "softmax 一族的目标 logit，以与真实类别的夹角为轴",
  "arcface-fig5": "ArcFace，图 5：角度平面上的决策间隔",
  "ms-weights": "Multi-similarity：样本对的权重取决于自身，也取决于其他样本对",
  "infonce-temperature": "InfoNCE：温度低时，梯度只留给最难的负样本",
  "proxy-anchor-fig2": "Proxy-Anchor 论文，图 2：五个损失看见哪些样本对，力度多大",
  "proxy-anchor-fig3": "Proxy-NCA 与 Proxy-Anchor：梯度分给谁",
  "proxy-anchor-coefficients": "Proxy-Anchor 带与不带系数，系数在 logits 之外与之内",
};

/** 配图的出处，以其名称的开头为键；未列出的沿用原名。 */
const PRESET_SOURCES: Readonly<Record<string, string>> = {
  "circle-negative": "Circle loss 的负侧",
  "circle-": "Circle loss 论文",
  "infonce-": "温度",
  "blog-": "博文",
};

/** 图的用途，以其 id 为键。 */
export const VENUE_NAMES: Readonly<Record<string, string>> = {
  "cvpr-column": "CVPR，单栏",
  "cvpr-full": "CVPR，双栏",
  neurips: "NeurIPS",
  iclr: "ICLR",
  "icml-column": "ICML，单栏",
  "icml-full": "ICML，双栏",
  ieee: "IEEE，单栏",
  nature: "Nature，单栏",
  eccv: "ECCV",
  blog: "博文，720 像素",
  slides: "幻灯片，16:9",
};

/** 页面别处已有的名称。 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ...VENUE_NAMES,
  ...ZH_PANELS.looks,
  ...ZH_PANELS.themes,
  ...ZH_PANELS.units,
  ...ZH_PANELS.quantities,
};

export const FIGURES_ZH: FigureWords = {
  presetTitle: (name, english) => PRESET_TITLES[name] ?? english,
  presetSource: (start, english) => PRESET_SOURCES[start] ?? english,
  venue: (id, english) => VENUE_NAMES[id] ?? english,
  key: (key, english) => KEYS[key] ?? ELSEWHERE[key] ?? english,
};
