import type { ParamTexts } from "../loss-words.ts";

/** What a table says of one loss; what its definition has not, it has not either. */
export interface LossTexts {
  readonly similarity: string;
  readonly params?: Readonly<Record<string, ParamTexts>>;
  readonly variants?: Readonly<Record<string, string>>;
  readonly pitfalls?: readonly string[];
}

export const PML = "pytorch-metric-learning";

export const SAMPLE_WEIGHT = "样本–类权重";
export const SAMPLE_SAMPLE = "样本–样本";

const SHARPENS = "使决策边界处的过渡更陡，并增大最大梯度。";

/** γ 及作用与之相同的参数。 */
export const sharpening = (label: string): ParamTexts => ({ label, effect: SHARPENS });
export const SCALE = sharpening("尺度");

export const COSINE_MARGIN: ParamTexts = { label: "余弦间隔", effect: "要求 s_p 比 s_n 再高出这么多。" };

export const ANGULAR_MARGIN: ParamTexts = {
  label: "角度间隔",
  effect: "要求与自身类别的夹角比与其他类别的小这么多。",
};

export const TRIPLET_MARGIN: ParamTexts = { label: "间隔", effect: "要求负样本比正样本远这么多。" };

export const TEMPERATURE: ParamTexts = {
  label: "温度",
  effect: "使损失更平缓：温度越低，难负样本的权重越大，梯度也越大。",
};

export const DISTANCE: ParamTexts = { label: "距离", effect: "比较的是什么：余弦、弦长、弦长的平方或角度。" };

export const CENTRES: ParamTexts = { label: "每类的中心数", effect: "负样本中多少个中心合为一类。" };

export const THRESHOLD: ParamTexts = { label: "阈值", effect: "正样本须高于它，负样本须低于它。" };
