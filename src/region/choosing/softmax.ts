import { ONE_EACH } from "../../losses/define.ts";
import type { NumberParam } from "../../losses/params.ts";
import { neverStops } from "../describe.ts";
import { neverFlat, topSlope } from "../drift.ts";
import { straightSlope } from "../straight.ts";
import type { Setting, Situation } from "./answers.ts";

/** A loss as softmax over one positive and L negatives: z = γ(s_n − T(s_p)) + ln L. */
export interface Softmax {
  readonly scale: number;
  readonly target: (s: number) => number;
  /** s − T(s) where it is the same everywhere: a margin on the cosine. */
  readonly margin: number | null;
}

type Asked = Pick<Situation, "loss" | "params" | "gradient">;

/** Null where the two sides are not coupled by a softplus, or the negatives not by a log-sum-exp of straight logits. */
export function softmaxOf({ loss, params, gradient }: Asked): Softmax | null {
  const one = loss.plane(params, ONE_EACH, gradient);
  if (one.coupling !== "coupled" || neverStops(one)) return null;
  if (!neverFlat(one.link) || topSlope(one.link) !== 1) return null;
  const { scale } = negativeLogits({ loss, params, gradient }) ?? {};
  if (scale === undefined) return null;
  const { positive, negative, offset } = one;
  const target = (s: number): number => (positive.value(s) - negative.value(0) - offset) / scale;
  const straight = straightSlope(positive);
  const isMargin = straight !== null && Math.abs(straight - scale) <= 1e-12 * scale;
  return { scale, target, margin: isMargin ? -target(0) + 0 : null };
}

/** How sharply negatives are weighed against each other by e^(γs); null where they are not, or not alike everywhere. */
export function negativeLogits({ loss, params, gradient }: Asked): { readonly scale: number } | null {
  const [one, many] = [ONE_EACH, { K: 1, L: 1000 }].map((counts) => {
    const form = loss.plane(params, counts, gradient);
    if (form.coupling === "pointwise") return null;
    return form.coupling === "coupled" ? { ...form.negative, offset: form.offset } : form.negative;
  });
  const scale = straightSlope(one ?? undefined);
  if (!one || !many || scale === null || scale < 0) return null;
  return Math.abs(many.offset - one.offset - Math.log(1000)) < 1e-9 ? { scale } : null;
}

/** The losses whose positives and negatives are weights of classes, one each. */
export const hasClasses = ({ loss, params }: Pick<Situation, "loss" | "params">): boolean =>
  loss.family === "classification" || (loss.family === "proxy" && params["view"] !== "proxy");

/** The parameter that makes a loss sharper or softer: the first that is counted in factors. */
export function knobOf({ loss }: Pick<Situation, "loss">): readonly [string, NumberParam] | null {
  for (const [id, spec] of Object.entries(loss.params))
    if (spec.kind === "number" && spec.scale === "log") return [id, spec];
  return null;
}

/** By what power of its knob the scale of the logits grows: 1 of a scale, −1 of a temperature, 0 where there is none. */
function powerOf(situation: Asked): number {
  const [knob, now] = [knobOf(situation), negativeLogits(situation)?.scale];
  if (knob === null || now === undefined) return 0;
  const [param, spec] = knob;
  const value = Number(situation.params[param]);
  const other = 2 * value <= spec.max ? 2 * value : value / 2;
  const there = negativeLogits({ ...situation, params: { ...situation.params, [param]: other } })?.scale;
  return there === undefined ? 0 : Math.round(Math.log(there / now) / Math.log(other / value));
}

/** Whether raising the knob of a loss makes it softer. */
export const hasTemperature = (situation: Asked): boolean => powerOf(situation) < 0;

/** The setting at which the logits have a scale; nothing where no parameter does that, or not within its range. */
export function scaledTo(situation: Situation, wanted: number): readonly Setting[] {
  const [knob, now, power] = [knobOf(situation), negativeLogits(situation)?.scale, powerOf(situation)];
  if (knob === null || now === undefined || power === 0 || !(wanted > 0)) return [];
  const [param, spec] = knob;
  const exact = Number(situation.params[param]) * (wanted / now) ** power;
  const value = power > 0 ? roundedUp(exact) : Number(exact.toPrecision(4));
  return value >= spec.min && value <= spec.max ? [{ param, symbol: spec.symbol, value }] : [];
}

/** To four digits, never below: a bound that is rounded down is missed. */
function roundedUp(x: number): number {
  const near = Number(x.toPrecision(4));
  return near >= x ? near : Number((near + 10 ** (Math.floor(Math.log10(x)) - 3)).toPrecision(4));
}
