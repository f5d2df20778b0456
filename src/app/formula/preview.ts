import { gradientTex, lossTex } from "../../formula/loss-tex.ts";
import type { NamedLoss } from "../../losses/lookup.ts";
import { make } from "../dom.ts";
import { texLines } from "./tex-lines.ts";

const partial = (side: string): string => `\\frac{\\partial\\mathcal{L}}{\\partial s_${side}}`;

/** A loss and its gradient as mathematics. */
export function formulaPreview({ loss, params, gradient }: NamedLoss): HTMLElement[] {
  const found = gradientTex(loss, params, gradient);
  const heading = loss.detaches ? `Gradient, ${gradient}` : "Gradient";
  return [
    make("h2", {}, "Loss"),
    texLines(lossTex(loss, params), "Formula of the loss"),
    make("h2", {}, heading),
    texLines(
      [
        `${partial("p")} = ${found.dSp}`,
        `${partial("n")} = ${found.dSn}`,
        ...found.where.map(({ symbol, tex }) => `${symbol} = ${tex}`),
      ],
      "Formulas of the gradient",
    ),
  ];
}
