import { gradientTex, lossTex } from "../../formula/loss-tex.ts";
import type { NamedLoss } from "../../losses/lookup.ts";
import { make } from "../dom.ts";
import { texLines } from "./tex-lines.ts";
import { words } from "../words/words.ts";

const partial = (side: string): string => `\\frac{\\partial\\mathcal{L}}{\\partial s_${side}}`;

/** A loss and its gradient as mathematics. */
export function formulaPreview({ loss, params, gradient }: NamedLoss): HTMLElement[] {
  const found = gradientTex(loss, params, gradient);
  const heading = loss.detaches ? words.formula.gradientOf(gradient) : words.formula.gradient;
  return [
    make("h2", {}, words.formula.loss),
    texLines(lossTex(loss, params), words.formula.ofLoss),
    make("h2", {}, heading),
    texLines(
      [
        `${partial("p")} = ${found.dSp}`,
        `${partial("n")} = ${found.dSn}`,
        ...found.where.map(({ symbol, tex }) => `${symbol} = ${tex}`),
      ],
      words.formula.ofGradient,
    ),
  ];
}
