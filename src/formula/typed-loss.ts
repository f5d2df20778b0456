import { customLoss } from "../losses/custom.ts";
import { coupledLoss, decoupledLoss, type DecoupledTransform } from "../losses/define.ts";
import { InputError } from "../losses/errors.ts";
import type { Params, ParamSpecs } from "../losses/params.ts";
import type { Aggregator, Loss, LossFormula, PairSet, SetResult } from "../losses/types.ts";
import { compileLoss, numbersIn } from "./compile.ts";
import { bindProgram } from "./evaluate.ts";
import { type Expression, namesIn, numeral } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { Graph } from "./graph.ts";
import { TYPED } from "./language.ts";
import { planeNodes } from "./plane-nodes.ts";
import { type LossSource, readSource } from "./source.ts";
import { formulaText } from "./text.ts";
import { boundTransform, boundWeight, hasDetach, typedLink } from "./typed-transform.ts";

const MOST_KEPT = 32;
const kept = new Map<string, Loss>();

/**
 * A loss from text (the language of `readSource`), with all that a built-in has. Names that the text leaves undeclared
 * become parameters where `given` has a number for them, declared at the head of the loss's text. The same text gives
 * the same object. Throws `FormulaError`.
 */
export function typedLoss(text: string, given: Params = {}): Loss {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const source = readSource(text, given);
  const { undeclared } = source;
  if (undeclared.length > 0)
    return typedLoss([...undeclared.map((name) => `${name} = ${given[name]}`), text].join("\n"));
  const loss = lossOf(text, source);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(text, loss);
  return loss;
}

function lossOf(text: string, source: LossSource): Loss {
  const { parts } = source;
  const described = {
    id: TYPED,
    name: source.name ?? "Typed loss",
    family: "pair",
    source: { authors: [], title: "", venue: "", year: 0 },
    similarity: "either kind",
    params: source.parameters,
    text,
  } as const;
  if (parts.loss !== undefined) {
    refuseBeside(source, ["A_p", "A_n", "link", "link_p", "link_n", "weight_p", "weight_n"]);
    return planeLoss(described, parts.loss, parts.z);
  }
  const { A_p: positive, A_n: negative } = parts;
  if (positive === undefined || negative === undefined) {
    const missing =
      positive === negative
        ? "loss missing; expected a formula, or A_p = … and A_n = …"
        : `${positive ? "A_n" : "A_p"} missing; expected both transforms`;
    throw new FormulaError(missing, { line: 1, column: 1, length: 1 });
  }
  if (parts.z !== undefined) refuseBeside(source, ["z"]);
  return transformLoss(described, source, positive, negative);
}

function refuseBeside({ parts, choices }: LossSource, names: readonly string[]): void {
  const found = names.find((name) => Object.hasOwn(parts, name)) ?? (parts.loss && Object.keys(choices)[0]);
  if (found !== undefined)
    throw new FormulaError(
      `${found} beside ${parts.loss ? "a plane formula" : "transforms"}; expected one of the two ways to write a loss`,
      { line: 1, column: 1, length: 1 },
    );
}

type Described = Pick<Loss, "id" | "name" | "family" | "source" | "similarity" | "text"> & {
  readonly params: ParamSpecs;
};

/** One formula over the plane. On a set it is the mean over all pairs of a positive and a negative. */
function planeLoss(described: Described, expression: Expression, z: Expression | undefined): Loss {
  const detaches = hasDetach(expression);
  const formula: LossFormula = {
    coupling: "pointwise",
    plane: formulaText(expression),
    ...(z && { z: formulaText(z) }),
  };
  const hasBoundary = planeNodes(new Graph(), formula, Object.keys(described.params)).z !== undefined;
  const counted = ["K", "L"].find((name) => namesIn(expression).has(name));
  const loss: Loss = customLoss({
    ...described,
    needs: "both",
    detaches,
    gradient: detaches ? "detached" : "attached",
    formula: () => formula,
    ...(!hasBoundary && { boundary: () => [] }),
    evaluate(set, values, gradient) {
      if (counted !== undefined)
        throw new InputError(
          `invalid set: the formula uses ${counted}; expected transforms A_p and A_n for sets`,
        );
      const program = compileLoss(loss, values, gradient, ["value", "dSp", "dSn"]);
      const { at } = bindProgram(program, numbersIn(values), { K: 1, L: 1 });
      return meanOverPairs(set, at);
    },
    plane(values, counts, gradient) {
      const bound = (...outputs: Parameters<typeof compileLoss>[3]) => {
        const program = compileLoss(loss, values, gradient, outputs);
        return bindProgram(program, numbersIn(values), counts);
      };
      const whole = bound("value", "logValue", "z", "dSp", "dSn");
      const onlyZ = bound("z");
      return {
        coupling: "pointwise",
        z: (sp, sn) => onlyZ.at(sp, sn).z,
        at(sp, sn) {
          const { value, logValue, z: margin, dSp, dSn } = whole.at(sp, sn);
          return { value, logValue, z: margin, dSp, dSn };
        },
      };
    },
  });
  return loss;
}

function meanOverPairs(
  { positives, negatives }: PairSet,
  at: (sp: number, sn: number) => { readonly value: number; readonly dSp: number; readonly dSn: number },
): SetResult {
  const count = positives.length * negatives.length;
  const byPositive = new Float64Array(positives.length);
  const byNegative = new Float64Array(negatives.length);
  let total = 0;
  let active = 0;
  for (let i = 0; i < positives.length; i++) {
    for (let j = 0; j < negatives.length; j++) {
      const { value, dSp, dSn } = at(positives[i], negatives[j]);
      total += value;
      if (value > 0) active++;
      byPositive[i] += dSp / count;
      byNegative[j] += dSn / count;
    }
  }
  return {
    value: total / count,
    positives: byPositive,
    negatives: byNegative,
    terms: { count, active, divisor: count },
  };
}

/** Transforms with link and coupling: sets, batches, K and L follow as for a built-in. */
function transformLoss(
  described: Described,
  { parts, choices }: LossSource,
  positive: Expression,
  negative: Expression,
): Loss {
  const gradient = hasDetach(positive) || hasDetach(negative) ? "detached" : "attached";
  const side = (expression: Expression, aggregate: string | undefined): DecoupledTransform<Params> => ({
    formula: formulaText(expression),
    ...boundTransform(expression),
    ...(aggregate !== undefined && { aggregate: aggregate as Aggregator }),
  });
  const sides = {
    positive: side(positive, choices.aggregate_p),
    negative: side(negative, choices.aggregate_n),
  };
  const common = { ...described, gradient } as const;
  if (choices.coupling !== "decoupled") {
    for (const name of ["link_p", "link_n", "weight_p", "weight_n"] as const)
      if (parts[name])
        throw new FormulaError(`${name} with one link; expected it with coupling = decoupled`, {
          line: 1,
          column: 1,
          length: 1,
        });
    return coupledLoss({ ...common, ...sides, link: typedLink(parts.link) });
  }
  const weighted = (name: "weight_p" | "weight_n", count: "K" | "L") => ({
    formula: formulaText(parts[name] ?? numeral(1)),
    value: boundWeight(parts[name] ?? numeral(1), count),
  });
  return decoupledLoss({
    ...common,
    positive: {
      ...sides.positive,
      link: typedLink(parts.link_p ?? parts.link),
      weight: weighted("weight_p", "K"),
    },
    negative: {
      ...sides.negative,
      link: typedLink(parts.link_n ?? parts.link),
      weight: weighted("weight_n", "L"),
    },
  });
}
