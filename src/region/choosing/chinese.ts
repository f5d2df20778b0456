import { changeInChinese, equalSlopeInChinese } from "./chinese-changes.ts";
import { CHINESE_OF_CLASSES } from "./chinese-classes.ts";
import { CHINESE_OF_PAIRS } from "./chinese-pairs.ts";
import type { ChoosingWords } from "./language.ts";

export const CHINESE: ChoosingWords = {
  answers: { ...CHINESE_OF_CLASSES, ...CHINESE_OF_PAIRS },
  equalSlope: equalSlopeInChinese,
  change: changeInChinese,
};
