import type { Sentences } from "./sentences.ts";

/** 图、链接与所填数值为何不合法。 */
export const FIGURES: Sentences = {
  "invalid figure: not JSON ({1:json})": "图不是 JSON：{1}",
  "invalid figure: curves and bars; expected {1:legal}": "图中既有 curves 又有 bars；应{1}",
  "invalid figure: neither curves nor bars; expected {1:legal}": "图中既无 curves 也无 bars；应{1}",
  "invalid figure: nothing; expected {1:legal}": "没有图；应{1}",
  "invalid figure: {1}; expected {2:legal}": "图无效：{1}；应{2}",
  "invalid link: no loss; expected {1:legal}": "链接无效：没有损失；应{1}",
  "invalid link version: {1}; expected {2:legal}": "链接的版本无效：{1}；应{2}",
  "invalid figure version: {1}; expected {2:legal}": "图的版本无效：{1}；应{2}",
  "invalid kept figure: {1}; expected {2:legal}": "所存的图无效：{1}；应{2}",
  "invalid recipe: {1}; expected {2:legal}": "配方无效：{1}；应{2}",
  "invalid format: npy for {1}; expected {2:legal}": "格式无效：npy 不适用于 {1}；应{2}",
  "invalid name: {1}; expected {2:legal}": "名称无效：{1}；应{2}",
  "invalid number of negatives: {1}; expected {2:legal}": "负样本数无效：{1}；应{2}",
  "invalid probability: {1}; expected {2:legal}": "概率无效：{1}；应{2}",
  "invalid gap: {1}; expected {2:legal}": "差值无效：{1}；应{2}",
  "invalid change: {1} from {2} to {3}; expected {4:legal}": "改变无效：{1} 从 {2} 到 {3}；应{4}",
  "invalid scale: {1}; expected {2:legal}": "像素倍数无效：{1}；应{2}",
  "invalid frames: {1}; expected {2:legal}": "帧数无效：{1}；应{2}",
  "invalid seconds: {1}; expected {2:legal}": "秒数无效：{1}；应{2}",
  "invalid cloud: beside points; expected {1:legal}": "cloud 无效：已有 points；应{1}",
  "invalid set: the formula uses {1}; expected {2:legal}": "样本集无效：公式用到 {1}；应{2}",
  'invalid quantity: {1} beside compare: "angle"; expected {2:legal}':
    'quantity 无效：已写 compare: "angle"，又写了 {1}；应{2}',
  "invalid negatives: {1:n} centres; expected {2:legal}": "negatives 无效：有 {1} 个中心；应{2}",
  "missing loss.formula; expected {1:legal}": "缺少 loss.formula；应{1}",
  "invalid {1}: nothing; expected {2:legal}": "缺少 {1}；应{2}",
  "invalid {1}: empty; expected {2:legal}": "{1} 为空；应{2}",
  "invalid {1}: none; expected {2:legal}": "{1} 无一可选；应{2}",
  "invalid {1}: {2:n} given; expected {3:legal}": "{1} 无效：有 {2} 个；应{3}",
  "invalid {1}: ${2}$; {3:tex}": "{1} 无效：${2}$；{3}",
  "invalid {1}: {2}; expected {3:legal}": "{1} 无效：{2}；应{3}",
  "invalid {1}: ${2}$; {3}": "{1} 无效：${2}$；MathJax 不能排版（{3}）",
  "a figure of kind {1} has no one loss; expected one whose parameters can move":
    "{1} 一类的图不止一个损失；应选参数可以变化的图",
};
