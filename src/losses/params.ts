import { InputError, shown, unknownName } from "./errors.ts";

/** A number with its legal range (`min`…`max`, both included) and the narrower range a slider offers. */
export interface NumberParam {
  readonly kind: "number";
  /** For display: `γ`, `m`, `O_p`. */
  readonly symbol: string;
  readonly label: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly slider: readonly [number, number];
  readonly scale: "linear" | "log";
  /** Counts something: only whole numbers are legal. */
  readonly whole?: boolean;
  readonly unit?: string;
  /** What raising it does, in one sentence. */
  readonly effect: string;
}

export interface ChoiceParam<Option extends string = string> {
  readonly kind: "choice";
  readonly symbol: string;
  readonly label: string;
  readonly default: Option;
  readonly options: readonly Option[];
  readonly effect: string;
}

export type ParamSpec = NumberParam | ChoiceParam;
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValue = number | string;
export type Params = Readonly<Record<string, ParamValue>>;

/** The parameter values a definition's functions receive: numbers, and the named options of choices. */
export type ValuesOf<S extends ParamSpecs> = {
  readonly [Id in keyof S]: S[Id] extends ChoiceParam<infer Option> ? Option : number;
};

type NumberOptions = Omit<NumberParam, "kind" | "scale"> & { scale?: "linear" | "log" };

export const number = (options: NumberOptions): NumberParam => ({
  kind: "number",
  scale: "linear",
  ...options,
});

export const choice = <const Option extends string>(
  options: Omit<ChoiceParam<Option>, "kind" | "symbol">,
): ChoiceParam<Option> => ({ kind: "choice", symbol: options.label, ...options });

/** γ: how sharply the loss turns; legal far beyond what a slider offers. */
export const scale = (
  value: number,
  slider: readonly [number, number],
  symbol = "γ",
  label = "scale",
): NumberParam =>
  number({
    symbol,
    label,
    default: value,
    min: 1e-3,
    max: 1e4,
    slider,
    scale: "log",
    effect: "Sharpens the transition at the decision boundary and raises the largest gradient.",
  });

/** m on a cosine, for the softmax family. */
export const cosineMargin = (value: number): NumberParam =>
  number({
    symbol: "m",
    label: "cosine margin",
    default: value,
    min: -2,
    max: 2,
    slider: [0, 0.8],
    effect: "Demands that s_p exceed s_n by this much more.",
  });

/** τ: the inverse of a scale. */
export const temperature = (symbol: string, value: number): NumberParam =>
  number({
    symbol,
    label: "temperature",
    default: value,
    min: 1e-4,
    max: 1e4,
    slider: [0.01, 2],
    scale: "log",
    effect: "Softens the loss: lower weighs hard negatives more and raises the gradient.",
  });

/** m on whichever distance a triplet compares. */
export const tripletMargin = (value: number): NumberParam =>
  number({
    symbol: "m",
    label: "margin",
    default: value,
    min: 0,
    max: 4,
    slider: [0, 1],
    effect: "Demands that negatives be farther than positives by this much.",
  });

/** The given values over the defaults, each checked. Throws `InputError` naming `path.id`, value and range. */
export function completeParams(specs: ParamSpecs, given: Params, path = "params"): Params {
  for (const id of Object.keys(given)) {
    if (!Object.hasOwn(specs, id)) throw unknownName("parameter", id, Object.keys(specs));
  }
  const complete: Record<string, ParamValue> = {};
  for (const [id, spec] of Object.entries(specs)) {
    complete[id] = Object.hasOwn(given, id) ? checked(spec, given[id], `${path}.${id}`) : spec.default;
  }
  return complete;
}

function checked(spec: ParamSpec, value: unknown, path: string): ParamValue {
  if (spec.kind === "choice") {
    if (typeof value === "string" && spec.options.includes(value)) return value;
    throw new InputError(`invalid ${path}: ${shown(value)}; expected one of ${spec.options.join(", ")}`);
  }
  if (
    typeof value === "number" &&
    value >= spec.min &&
    value <= spec.max &&
    (!spec.whole || Number.isInteger(value))
  )
    return value;
  const legal = `${spec.whole ? "a whole number, " : ""}${spec.min} to ${spec.max}`;
  throw new InputError(`invalid ${path}: ${shown(value)}; expected ${legal}`);
}
