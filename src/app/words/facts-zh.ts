import { REGION_CHINESE } from "../../region/chinese.ts";
import type { FactWords } from "./facts-en.ts";
import { FIGURES_ZH } from "./figures-zh.ts";
import { sayReadingInChinese } from "./reading-zh.ts";
import { LOSSES_ZH } from "./losses-zh/losses.ts";

/** 关于损失、其区域与图的中文文字。 */
export const FACTS_ZH: FactWords = {
  labels: {
    region: "区域",
    noParams: "没有参数。",
    paramsOf: (loss) => `${loss} 的参数`,
    param: "参数",
    default: "默认值",
    legal: "合法取值",
    range: (least, most) => `${least} 到 ${most}`,
  },
  gradientNote: (loss, gradient) => {
    if (!loss.detaches) return "梯度";
    return gradient === "detached" ? "分离梯度（权重视为常数）" : "完整梯度（完整的导数）";
  },
  losses: LOSSES_ZH,
  region: REGION_CHINESE,
  figures: FIGURES_ZH,
  reading: sayReadingInChinese,
};
