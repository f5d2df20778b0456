import type { Params, ParamSpecs } from "../losses/params.ts";
import type { Counts, GradientMode, Loss } from "../losses/types.ts";
import { outputNodes } from "./compile.ts";
import { type Expression, sizeOf } from "./expression.ts";
import { lossGraph } from "./loss-graph.ts";
import { namedParts } from "./shared.ts";
import { expressionTex, formulaTex } from "./tex.ts";
import { symbolsOf } from "./tex-symbols.ts";
import { tidied } from "./tidy.ts";

/** The lines that define a loss on the plane, in TeX. */
export const lossTex = (loss: Loss, params: Params): string[] => linesOf(loss, params, new Map());

/** The same with the numbers of the parameters, and of K and L, put in and worked out. */
export function lossTexInNumbers(loss: Loss, params: Params, counts: Counts): string[] {
  const numbers = Object.entries(params).flatMap(([id, value]) =>
    typeof value === "number" ? [[id, value] as const] : [],
  );
  return linesOf(loss, params, new Map([...numbers, ["K", counts.K], ["L", counts.L]]));
}

function linesOf(loss: Loss, params: Params, numbers: ReadonlyMap<string, number>): string[] {
  const formula = loss.formula(params);
  const tex = (text: string, z = "z"): string => formulaTex(text, loss.params, new Map([["z", z]]), numbers);
  if (formula.coupling === "pointwise") {
    const { definitions = {}, plane } = formula;
    const names = new Map(Object.keys(definitions).map((name) => [name, name]));
    return [
      ...Object.entries(definitions).map(
        ([name, text]) => `${name} = ${formulaTex(text, loss.params, names, numbers)}`,
      ),
      `\\mathcal{L} = ${formulaTex(plane, loss.params, names, numbers)}`,
    ];
  }
  const { link, offset, weight } = formula;
  const transforms = [`A_p(s) = ${tex(formula.positive)}`, `A_n(s) = ${tex(formula.negative)}`];
  const plus = (text: string): string => added(tex(text));
  if (formula.coupling === "coupled") {
    const z = `A_n(s_n) - A_p(s_p)${plus(offset.positive)}${plus(offset.negative)}`;
    return [...transforms, `\\mathcal{L} = ${tex(link.positive)}, \\quad z = ${z}`];
  }
  const side = (name: "positive" | "negative", z: string): string =>
    tex(weight[name] === "1" ? link[name] : `(${weight[name]}) * (${link[name]})`, z);
  return [
    ...transforms,
    `\\mathcal{L} = ${side("positive", "z_p")}${added(side("negative", "z_n"))}`,
    `z_p = -A_p(s_p)${plus(offset.positive)}, \\quad z_n = A_n(s_n)${plus(offset.negative)}`,
  ];
}

/** A term behind others: with its sign, and nothing where it is 0. */
const added = (term: string): string =>
  term === "0" ? "" : term.startsWith("-") ? ` - ${term.slice(1)}` : ` + ${term}`;

/** The two partial derivatives of a loss in TeX. */
export interface GradientTex {
  /** ∂ℒ/∂s_p */
  readonly dSp: string;
  /** ∂ℒ/∂s_n */
  readonly dSn: string;
  /** What the names in them stand for, each after those that its own text uses. */
  readonly where: readonly { readonly symbol: string; readonly tex: string }[];
}

/** Parts of more nodes than this get a name where they are used twice. */
const LONGEST_REPEATED = 6;
/** A margin term of fewer nodes is hardly longer than its name. */
const SHORTEST_MARGIN_TERM = 4;

/** The derivatives as the engine computes them. */
export function gradientTex(loss: Loss, params: Params, gradient: GradientMode): GradientTex {
  const read = lossGraph(loss, params);
  const output = outputNodes(read.graph, read.nodes, gradient);
  const roots = [output("dSp"), output("dSn")];
  const marginTerms = new Map<Expression, string>();
  for (const [node, name] of read.notation)
    if (name.startsWith("z") && sizeOf(node) >= SHORTEST_MARGIN_TERM) marginTerms.set(node, name);
  const letter = unusedLetter(loss.params);
  const parts = new Map<Expression, string>();
  let count = 0;
  for (const each of namedParts(roots, marginTerms, () => LONGEST_REPEATED))
    parts.set(each, marginTerms.get(each) ?? `${letter}_{${++count}}`);
  const style = { symbols: symbolsOf(loss.params), parts, indicators: true };
  const tex = (each: Expression): string => {
    const tidy = tidied(each, parts);
    return (tidy === each ? undefined : parts.get(tidy)) ?? expressionTex(tidy, style);
  };
  const [dSp, dSn] = roots.map((root) => parts.get(root) ?? tex(root));
  return { dSp, dSn, where: [...parts].map(([each, symbol]) => ({ symbol, tex: tex(each) })) };
}

/** A letter for parts that no parameter has. */
function unusedLetter(params: ParamSpecs): string {
  const symbols = Object.values(params).map(({ symbol }) => symbol);
  return ["u", "v", "w", "q", "h"].find((each) => !symbols.some((symbol) => symbol.startsWith(each))) ?? "x";
}
