import { symbolOf } from "./declaration.ts";
import type { NumberParam, Params } from "../losses/params.ts";
import { equalMembersText } from "../losses/set-level.ts";
import type { GradientMode, Loss, LossFormula } from "../losses/types.ts";

type Declared = Pick<NumberParam, "default" | "min" | "max" | "scale"> &
  Partial<Pick<NumberParam, "symbol" | "label">>;

/** A parameter as a line of the language: `gamma = 64 in [1, 1024] log "scale"`. */
export function declarationText(name: string, spec: Declared): string {
  const { default: value, min, max, scale, symbol = symbolOf(name), label = name } = spec;
  const own = symbol === symbolOf(name) ? "" : `${symbol}: `;
  const said = own + (own === "" && label === name ? "" : label);
  return (
    `${name} = ${value} in [${min}, ${max}]${scale === "log" ? " log" : ""}` +
    (said === "" ? "" : ` "${said.replaceAll('"', "'")}"`)
  );
}

/**
 * A loss of the catalogue as text to change: its formula with these parameters, the numbers it uses declared over the
 * ranges of their sliders, or where they lie beyond, over their legal ones. With `gradient` attached nothing is detached in it.
 */
export function forkedText(loss: Loss, params: Params, gradient: GradientMode = loss.gradient): string {
  if (loss.text !== undefined) return loss.text;
  const lines = linesOf(loss.formula(params));
  const words = new Set(lines.flatMap((line) => line.match(/[A-Za-z]\w*/g) ?? []));
  const declarations = Object.entries(loss.params).flatMap(([name, spec]) =>
    spec.kind === "number" && words.has(name)
      ? [declarationText(name, inRange(spec, Number(params[name] ?? spec.default)))]
      : [],
  );
  const text = [`name = "${loss.name}, changed"`, ...declarations, ...lines].join("\n");
  return gradient === "attached" ? text.replaceAll("detach(", "(") : text;
}

function inRange(spec: NumberParam, value: number): NumberParam {
  const [low, high] = spec.slider;
  return { ...spec, default: value, ...(value >= low && value <= high && { min: low, max: high }) };
}

function linesOf(formula: LossFormula): string[] {
  if (formula.coupling === "pointwise")
    return [
      ...Object.entries(formula.definitions ?? {}).map(([name, text]) => `${name} = ${text}`),
      ...(formula.z === undefined ? [] : [`z = ${formula.z}`]),
      `loss = ${formula.plane}`,
    ];
  const { coupling, positive, negative, link, aggregate, weight } = formula;
  return [
    `A_p = ${positive}`,
    `A_n = ${negative}`,
    ...(coupling === "coupled"
      ? [`link = ${link.positive}`]
      : [
          "coupling = decoupled",
          `link_p = ${link.positive}`,
          `link_n = ${link.negative}`,
          ...unless(
            "weight_p",
            withoutFactor(weight.positive, equalMembersText(aggregate.positive, "K").factor),
            "1",
          ),
          ...unless(
            "weight_n",
            withoutFactor(weight.negative, equalMembersText(aggregate.negative, "L").factor),
            "1",
          ),
        ]),
    ...unless("aggregate_p", aggregate.positive, "logSumExp"),
    ...unless("aggregate_n", aggregate.negative, "logSumExp"),
  ];
}

const unless = (name: string, text: string, usual: string): string[] =>
  text === usual ? [] : [`${name} = ${text}`];

/** The weight alone: the count that equal members bring is the aggregator's to add. */
const withoutFactor = (weight: string, factor: string): string =>
  weight === factor ? "1" : weight.startsWith(`${factor} * `) ? weight.slice(factor.length + 3) : weight;
