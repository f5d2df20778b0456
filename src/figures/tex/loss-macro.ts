import { lossTexts } from "../../formula/formulas.ts";
import { figureLoss, type LossChoice } from "../../spec/figure-loss.ts";
import type { ResolvedFigure } from "../../spec/figure.ts";
import type { ResolvedLoss } from "../../spec/resolve.ts";
import { isTex, keyOf, partsOf } from "./source.ts";

/** Stands between dollar signs for the formula of the loss that is drawn there. */
export const LOSS_MACRO = "\\loss";

const isValue = (formula: string): boolean => formula.startsWith("\\mathcal{L} =");

/** The formulae that define a loss, all of them TeX: the one of its value first, then what stands in it. */
export function lossFormulae({ params = {}, ...choice }: LossChoice): readonly string[] {
  const lines = lossTexts.now
    .lossTex(figureLoss({ params, ...choice }), params)
    .flatMap((line) => line.split(", \\quad "));
  const formulae = [...lines.filter(isValue), ...lines.filter((line) => !isValue(line))];
  // without a command it would be set in the short syntax, beside others that are typeset
  return formulae.map((line) => (isTex(line) ? line : `\\textstyle ${line}`));
}

/**
 * A figure with the formula of its loss wherever a label asks for it; that of the panel, the curve or the boundary
 * that the label is of. A label that belongs to no single loss stays as it is.
 */
export const withLossFormulae = <Figure extends ResolvedFigure>(figure: Figure): Figure =>
  mentioned(figure) ? (replaced(figure, undefined) as Figure) : figure;

function mentioned(value: unknown): boolean {
  if (typeof value === "string") return value.includes(LOSS_MACRO);
  if (ArrayBuffer.isView(value) || typeof value !== "object" || value === null) return false;
  return Object.values(value).some(mentioned);
}

function replaced(value: unknown, outer: ResolvedLoss | undefined): unknown {
  if (typeof value === "string")
    return outer && value.includes(LOSS_MACRO) ? withFormula(value, outer) : value;
  if (Array.isArray(value)) return value.map((each) => replaced(each, outer));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const loss = lossIn(value) ?? outer;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === "loss" ? each : replaced(each, loss)]),
  );
}

function lossIn(value: object): ResolvedLoss | undefined {
  const { loss, figure } = value as { loss?: unknown; figure?: object };
  // the title of a panel stands beside its figure
  const own = loss ?? (figure && lossIn(figure));
  return typeof own === "object" && own !== null && "id" in own ? (own as ResolvedLoss) : undefined;
}

function withFormula(label: string, loss: ResolvedLoss): string {
  return partsOf(label)
    .map(({ kind, text }) => {
      if (kind === "words") return text;
      return kind === "tex" && keyOf(text) === LOSS_MACRO ? formulaOf(loss) : `$${text}$`;
    })
    .join("");
}

function formulaOf(loss: ResolvedLoss): string {
  const formulae = lossFormulae(loss);
  const listed = (those: readonly string[]): string => those.map((tex) => `$${tex}$`).join(", ");
  const where = formulae.filter((each) => !isValue(each));
  return [listed(formulae.filter(isValue)), listed(where)].filter(Boolean).join(" with ");
}
