import type { Loss } from "../../losses/types.ts";

/** What the page says of a loss in one language; names, symbols and options stay as they are. */
export interface LossWords {
  readonly similarity: (loss: Loss) => string;
  readonly pitfalls: (loss: Loss) => readonly string[];
  readonly note: (loss: Loss, variant: string) => string;
  readonly param: (loss: Loss, id: string) => ParamTexts;
}

export interface ParamTexts {
  readonly label: string;
  readonly effect: string;
}

/** As the definitions say it. */
export const LOSSES_EN: LossWords = {
  similarity: ({ similarity }) => similarity,
  pitfalls: ({ pitfalls }) => pitfalls,
  note: ({ variants }, variant) => variants[variant].note,
  param: ({ params }, id) => params[id],
};
