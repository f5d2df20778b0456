import type { Sentences } from "./sentences.ts";

/** 什么才合法，接在“应”字之后。 */
export const LEGAL: Sentences = {
  "one of the two": "为二者之一",
  "one of them": "只取其一",
  "one of fixed.sn, fixed.sp and line": "为 fixed.sn、fixed.sp 与 line 之一",
  "one of {1:n} {2:sides}": "为 {1} 个{2}之一",
  "one of {1}, or an array of at least one name of a node": "为 {1} 之一，或至少含一个节点名称的数组",
  "one of {1}": "为 {1} 之一",
  "each of {1} at most once": "从 {1} 中选取，每个至多一次",
  "at least one of the {1:among}, of the class of {2}": "至少有一个{1}与 {2} 同类",
  "at least one of the {1:among}, of another class than that of {2}": "至少有一个{1}与 {2} 不同类",
  "a number between {1:n} and {2:n}": "为 {1} 与 {2} 之间的数",
  "a number from {1:n}": "为不小于 {1} 的数",
  "a number above {1:n}": "为大于 {1} 的数",
  "a number or an option": "为数或选项",
  "a number": "为数",
  "a similarity from {1:n} to {2:n}": "为 {1} 到 {2} 的相似度",
  "a whole number from {1:n} to {2:n}": "为 {1} 到 {2} 的整数",
  "a whole number, {1:n} to {2:n}": "为 {1} 到 {2} 的整数",
  "more than {1:n}, at most {2:n}": "大于 {1} 且不大于 {2}",
  "{1:n} to {2:n}": "在 {1} 到 {2} 之间",
  "0, or {1:n} to {2:n}": "为 0，或在 {1} 到 {2} 之间",
  "text of at most {1:n} characters": "为至多 {1} 个字符的文本",
  "true or false": "为 true 或 false",
  "an object": "为对象",
  "an object with an id": "为含 id 的对象",
  "an object of shapes by class": "为以类别为键、以形状为值的对象",
  "a figure: an object with version {1:n}": "为一张图，即含 version {1} 的对象",
  "an array of similarities": "为相似度的数组",
  "an array of {1:things}": "为{1}的数组",
  "at least one similarity": "至少有一个相似度",
  "at least one": "至少有一个",
  "at least {1:n} {2:things}": "至少有 {1} 个{2}",
  "at most {1:n} {2:things}": "至多有 {1} 个{2}",
  "at most {1:n} with {2:n} pairs": "在有 {2} 个样本对时不超过 {1}",
  "two numbers": "为两个数",
  "two values": "为两个不同的值",
  "two numbers from {1:n} to {2:n}": "为 {1} 到 {2} 之间的两个数",
  "two rising numbers from {1:n} to {2:n}": "为 {1} 到 {2} 之间由小到大的两个数",
  "two different numbers": "为两个不同的数",
  "two different numbers above {1:n}": "为大于 {1} 的两个不同的数",
  "two different numbers from {1:n} to {2:n}": "为 {1} 到 {2} 之间的两个不同的数",
  "a mean from {1:n} to {2:n} and a standard deviation from {3:n} to {4:n}":
    "为 {1} 到 {2} 的均值与 {3} 到 {4} 的标准差",
  "[s_n, s_p], both from {1:n} to {2:n}": "为 [s_n, s_p]，两者都在 {1} 到 {2} 之间",
  "[u, v], both from {1:n} to {2:n}": "为 [u, v]，两者都在 {1} 到 {2} 之间",
  "{sn, sp} with both from {1:n} to {2:n}": "为 {sn, sp}，两者都在 {1} 到 {2} 之间",
  '{name, sn, sp} with both from {1:n} to {2:n}, {name, at: "tangent"} or {name, at: "boundary", sn}':
    '为 {name, sn, sp}（后两者都在 {1} 到 {2} 之间）、{name, at: "tangent"} 或 {name, at: "boundary", sn}',
  "{from: {sn, sp}} and, where they are not the usual ones, field, method, learningRate, steps":
    "为 {from: {sn, sp}}，以及取非默认值的 field、method、learningRate、steps",
  '"own", "normalised" or a number above {1:n} to divide by':
    '为 "own"、"normalised" 或大于 {1} 的数（作除数）',
  '"auto" or two numbers, the lower one first': '为 "auto" 或由小到大的两个数',
  '"difference" for {1}, which is an angle': '为 "difference"，因为 {1} 是角度',
  "none, it is of the gradients": "不写，因为比较的是梯度",
  "the id of a loss": "为损失的 id",
  "the id of a parameter": "为参数的 id",
  "names that differ": "互不相同",
  "false, {1} has no scale": "为 false，因为 {1} 没有尺度",
  "{1} beside a formula": "为 {1}，因为另有公式",
  "the text of a loss": "为损失的文本",
  "line, for {1}": "为 line，因为有 {1}",
  "cosine, radians, degrees or chord, for {1}": "为 cosine、radians、degrees 或 chord，因为有 {1}",
  "slice or weight, {1} has no transforms": "为 slice 或 weight，因为 {1} 没有变换",
  "a loss whose {1:sides} meet in a log-sum-exp, not {2}": "选用{1}以 log-sum-exp 汇合的损失，而 {2} 不是",
  "a multiple of {1:n}, the centres of a class": "为 {1}（每类的中心数）的倍数",
  "{1:n}, one for each pair": "为 {1} 个，每个样本对一个",
  "{1:n}, one for each similarity": "为 {1} 个，每个相似度一个",
  "transforms A_p and A_n for sets": "写成变换 A_p 与 A_n，才能用于样本集",
  "start:end, for example {1}": "为 start:end（起点与终点），例如 {1}",
  "slope:intercept, for example {1}": "为 slope:intercept（斜率与截距），例如 {1}",
  "name@s_n,s_p or name@tangent or name@boundary,s_n":
    "为 name@s_n,s_p、name@tangent 或 name@boundary,s_n（name 是名称）",
  "s_n,s_p or field@s_n,s_p or field@s_n,s_p,steps,rate,number":
    "为 s_n,s_p、field@s_n,s_p 或 field@s_n,s_p,steps,rate,number（field 是场，rate 是学习率，number 是步数）",
  "loss=ID, for example {1}": "为 loss=ID，例如 {1}",
  "a letter, then letters, digits or _": "以字母开头，其后为字母、数字或 _",
  "a landscape, a surface or a difference, or csv or data as the format":
    "为平面图、曲面或差异图，或改用 csv 或 data 格式",
  '{"marginscape": …, "figure": {…}}': '为 {"marginscape": …, "figure": {…}}',
  '{"id", "name", "marginscape", "figure"}': '为 {"id", "name", "marginscape", "figure"}',
  "{1:kinds}": "为 {1}",
  "{1:n}": "为 {1}",
};

/** 图的种类，名称照写。 */
export const KINDS: Sentences = {
  landscape: "landscape",
  surface: "surface",
  curves: "curves",
  boundaries: "boundaries",
  difference: "difference",
  panels: "panels",
  pairs: "pairs",
  scatter: "scatter",
};

export const SIDES: Sentences = { positives: "正样本", negatives: "负样本" };

export const AMONG: Sentences = { samples: "样本", proxies: "代理" };

/** 数组里的东西。 */
export const THINGS: Sentences = {
  points: "点",
  "names of nodes": "节点名称",
  nodes: "节点",
  similarities: "相似度",
  entries: "条目",
  guides: "辅助线",
  parts: "通道段",
  bars: "条形",
  curves: "曲线",
  panels: "子图",
  values: "取值",
  numbers: "数",
  paths: "路径",
};

/** 认不出的是什么。 */
export const UNKNOWN: Sentences = {
  "unknown key: {1}; expected of {2} one of {3}": "未知的键：{1}；{2} 只可用 {3}",
  "unknown name: {1}; expected it to be declared, for example {2}": "未知的名称：{1}；应先声明，例如 {2}",
  "unknown {1:unknownKind}: {2}; did you mean {3}?": "未知的{1}：{2}；也许应为 {3}",
  "unknown {1:unknownKind}: {2}; expected {3:names}": "未知的{1}：{2}；{3}",
};

export const UNKNOWN_KINDS: Sentences = {
  loss: "损失",
  parameter: "参数",
  setting: "设置",
  key: "键",
  name: "名称",
  function: "函数",
  preset: "预设",
  "variant of {1}": " {1} 变体",
  "class in shapes": "类别（shapes 中）",
  anchor: "节点（anchor）",
  "positives[{1:n}]": "节点（positives[{1}]）",
  "negatives[{1:n}]": "节点（negatives[{1}]）",
};

export const NAMES: Sentences = {
  none: "此处没有可用的名称",
  "one of {1} … ({2:n} in all)": "应为 {1} … 之一（共 {2} 个）",
  "one of {1}": "应为 {1} 之一",
  "{1}": "应为 {1}",
};
