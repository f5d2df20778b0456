import type { Citation } from "./types.ts";

/** Papers that more than one loss comes from. */

export const sun2020: Citation = {
  authors: [
    "Yifan Sun",
    "Changmao Cheng",
    "Yuhan Zhang",
    "Chi Zhang",
    "Liang Zheng",
    "Zhongdao Wang",
    "Yichen Wei",
  ],
  title: "Circle loss: a unified perspective of pair similarity optimization",
  venue: "CVPR",
  year: 2020,
  arxiv: "2002.10857",
};

export const hermans2017: Citation = {
  authors: ["Alexander Hermans", "Lucas Beyer", "Bastian Leibe"],
  title: "In defense of the triplet loss for person re-identification",
  venue: "arXiv",
  year: 2017,
  arxiv: "1703.07737",
};

/** The redesigns of Circle loss on the negative side are proposals of this project. */
export const marginscape: Citation = {
  authors: ["Marginscape authors"],
  title: "Redesigns of Circle loss on the negative side",
  venue: "Marginscape",
  year: 2026,
};

export const deng2019: Citation = {
  authors: ["Jiankang Deng", "Jia Guo", "Niannan Xue", "Stefanos Zafeiriou"],
  title: "ArcFace: additive angular margin loss for deep face recognition",
  venue: "CVPR",
  year: 2019,
  arxiv: "1801.07698",
};

export const yu2019: Citation = {
  authors: ["Baosheng Yu", "Dacheng Tao"],
  title: "Deep metric learning with tuplet margin loss",
  venue: "ICCV",
  year: 2019,
};

export const wang2017: Citation = {
  authors: ["Jian Wang", "Feng Zhou", "Shilei Wen", "Xiao Liu", "Yuanqing Lin"],
  title: "Deep metric learning with angular loss",
  venue: "ICCV",
  year: 2017,
  arxiv: "1708.01682",
};

export const khosla2020: Citation = {
  authors: [
    "Prannay Khosla",
    "Piotr Teterwak",
    "Chen Wang",
    "Aaron Sarna",
    "Yonglong Tian",
    "Phillip Isola",
    "Aaron Maschinot",
    "Ce Liu",
    "Dilip Krishnan",
  ],
  title: "Supervised contrastive learning",
  venue: "NeurIPS",
  year: 2020,
  arxiv: "2004.11362",
};
