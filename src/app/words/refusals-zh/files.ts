import type { Sentences } from "./sentences.ts";

/** 文件为何打不开。 */
export const FILES: Sentences = {
  "{1} cannot be read; expected a file, not a folder": "{1} 无法读取；应为文件，而不是文件夹",
  "{1} is empty; expected a figure": "{1} 是空的；应含一张图",
  "no figure in {1}; expected a spec (JSON), or an SVG, PNG, PDF, HTML, TeX or GIF file saved by Marginscape":
    "{1} 中没有图；应为图的 JSON，或 Marginscape 保存的 SVG、PNG、PDF、HTML、TeX 或 GIF 文件",
  "no recipe in {1}; expected {2:fileKinds} saved by Marginscape, with its metadata":
    "{1} 中没有配方；应为 Marginscape 保存的{2}，且元数据完好",
  "the recipe in {1} has {2:n} characters; expected at most {3:n}":
    "{1} 中的配方有 {2} 个字符；应不超过 {3} 个",
  "{1} has {2:n} MB; expected at most {3:n} MB": "{1} 有 {2} MB；应不超过 {3} MB",
  "made by Marginscape {1}, figure version {2}; this one reads up to version {3}":
    "由 Marginscape {1} 生成，图的版本为 {2}；当前程序最高可读版本 {3}",
  "the recipe is damaged: not JSON ({1})": "配方已损坏，不是 JSON：{1}",
  "the PNG is cut off": "PNG 不完整，后部缺失",
  "the PNG is damaged (checksum of {1})": "PNG 已损坏（{1} 的校验和不符）",
  "the SVG is cut off": "SVG 不完整，后部缺失",
  "the XML is cut off in {1}": "XML 在 {1} 处中断",
  "the PDF is encrypted; expected one without a password": "PDF 已加密；应为没有密码的 PDF",
};

/** 同上，并说是哪个文件、由哪个版本生成。 */
export const FILES_NAMED: Sentences = {
  "{1}: {2:refusal} (made by Marginscape {3}; this is {4})":
    "{1}：{2}（由 Marginscape {3} 生成；当前为 {4}）",
  "{1:refusal} (made by Marginscape {2}; this is {3})": "{1}（由 Marginscape {2} 生成；当前为 {3}）",
  "{1}: {2:refusal}": "{1}：{2}",
};

export const FILE_KINDS: Sentences = {
  "a spec": "图的 JSON",
  "an SVG": " SVG",
  "a PNG": " PNG",
  "a PDF": " PDF",
  "an HTML page": " HTML 网页",
  "a TeX file": " TeX 文件",
  "a GIF": " GIF",
};

/** 文件为何无法生成。 */
export const EXPORTS: Sentences = {
  "no letter {1} (U+{2}) in the fonts of figures; expected Latin, Greek or mathematical signs":
    "图的字体中没有字符 {1}（U+{2}）；应为拉丁字母、希腊字母或数学符号",
  "too large: {1:n} frames of {2:n} × {3:n} pixels; expected at most {4:n} megapixels in all":
    "过大：{1} 帧，每帧 {2} × {3} 像素；总共应不超过 {4} 百万像素",
  "no sweep; expected a parameter with two ends, for example {1}":
    "没有变化的参数；应有一个参数及其两端，例如 {1}",
  "this browser cannot write video; expected one with VP9 or VP8, or choose GIF":
    "此浏览器不能写视频；应支持 VP9 或 VP8，或改选 GIF",
  "no 2D canvas in this browser": "此浏览器没有 2D 画布",
  "the encoder gave no bytes": "编码器没有给出数据",
  "font not readable": "字体无法读取",
};

/** 为何不用 GPU。 */
export const GPU: Sentences = {
  "no WebGPU here": "此处没有 WebGPU",
  "no GPU adapter": "没有 GPU 适配器",
  "only a software adapter ({1:device}), slower than the CPU itself":
    "只有软件适配器（{1}），比 CPU 本身还慢",
  "no device of {1:device}: {2}": "{1} 没有给出设备：{2}",
  "the GPU refused a shader: {1}": "GPU 拒绝了着色器：{1}",
  "the GPU refused a call: {1}": "GPU 拒绝了调用：{1}",
  "the GPU has too little memory: {1}": "GPU 内存不足：{1}",
  "tables of {1:n} bytes; the GPU binds at most {2:n}": "数表有 {1} 字节；GPU 至多绑定 {2} 字节",
  "{1:device} has no canvas": "{1} 没有画布",
  "{1:device} shows no pictures": "{1} 显示不出图像",
  "{1:device} was closed: {2}": "{1} 已关闭：{2}",
  "{1:device} was closed": "{1} 已关闭",
  "{1:device} was lost: {2}": "{1} 已丢失：{2}",
  "{1:device} was lost": "{1} 已丢失",
  "{1:device} failed: {2}": "{1} 出错：{2}",
};

export const DEVICES: Sentences = { "unnamed GPU": "未命名的 GPU", "{1}": "{1}" };
