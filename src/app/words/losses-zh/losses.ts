import { LOSSES_EN, type LossWords } from "../loss-words.ts";
import { BINARY_AND_RANK } from "./binary-and-rank.ts";
import { CIRCLE } from "./circle.ts";
import { CLASSIFICATION } from "./classification.ts";
import { CONTRASTIVE_AND_PROXY } from "./contrastive-and-proxy.ts";
import { PAIR } from "./pair.ts";
import type { LossTexts } from "./texts.ts";

/** 目录中每个损失的中文文字，以 id 为键。 */
export const LOSS_TEXTS: Readonly<Record<string, LossTexts>> = {
  ...CLASSIFICATION,
  ...PAIR,
  ...CIRCLE,
  ...CONTRASTIVE_AND_PROXY,
  ...BINARY_AND_RANK,
};

/** A loss that a reader typed is in no table: it says what he wrote. */
export const LOSSES_ZH: LossWords = {
  similarity: (loss) => LOSS_TEXTS[loss.id]?.similarity ?? LOSSES_EN.similarity(loss),
  pitfalls: (loss) => LOSS_TEXTS[loss.id]?.pitfalls ?? LOSSES_EN.pitfalls(loss),
  note: (loss, variant) => LOSS_TEXTS[loss.id]?.variants?.[variant] ?? LOSSES_EN.note(loss, variant),
  param: (loss, id) => LOSS_TEXTS[loss.id]?.params?.[id] ?? LOSSES_EN.param(loss, id),
};
