import type { CatalogueWords } from "./catalogue-en.ts";

/** 损失目录的中文文字。 */
export const CATALOGUE_ZH: CatalogueWords = {
  title: "损失目录",
  tagline: "每个损失，均由其定义生成",
  explorer: "探索器",
  search: "搜索",
  searchHint: "名称、作者、年份、变体……",
  family: "类别",
  allFamilies: "所有类别",
  count: (shown, all) => (shown === 0 ? "没有符合搜索的损失。" : `${shown} 个损失，共 ${all} 个`),
  landscapeOf: (loss) => `${loss} 的平面图`,
  open: "在探索器中打开",
  copyBibtexOf: (loss) => `复制 ${loss} 的 BibTeX`,
  copiedBibtexOf: (loss) => `已复制 ${loss} 的 BibTeX`,
};
