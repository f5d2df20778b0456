import type { Params } from "../losses/params.ts";
import type { Counts, GradientMode } from "../losses/types.ts";
import { type Axes, type Axis, USUAL_RANGE } from "./axes.ts";
import type { Theme } from "./entries.ts";
import { chosenLoss, type LossChoice } from "./figure-loss.ts";

/** Defaults that all kinds of figures share. Each result is itself a legal part of a spec. */

export interface ResolvedLoss {
  readonly id: string;
  readonly formula?: string;
  readonly params: Params;
  readonly gradient: GradientMode;
}

/** Throws `InputError` for an unknown loss or variant, and for parameters out of range. */
export function resolvedLoss(choice: LossChoice, path = "loss.params"): ResolvedLoss {
  const { loss, params, gradient } = chosenLoss(choice, path);
  return { id: loss.id, ...(loss.text !== undefined && { formula: loss.text }), params, gradient };
}

export const resolvedCounts = ({ K = 1, L = 1 }: Partial<Counts> = {}): Counts => ({ K, L });

type SomeAxes = { readonly [Side in "negative" | "positive"]?: Partial<Axis> } & Partial<
  Pick<Axes, "horizontal">
>;

export const resolvedAxes = ({ negative, positive, horizontal = "negative" }: SomeAxes = {}): Axes => ({
  negative: resolvedAxis(negative),
  positive: resolvedAxis(positive),
  horizontal,
});

function resolvedAxis(axis: Partial<Axis> = {}): Axis {
  const unit = axis.unit ?? "cosine";
  const [start, end] = axis.range ?? USUAL_RANGE[unit];
  return { unit, range: [start, end] };
}

/** Width and height in pixels at 96 to the inch. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What every resolved figure has. */
export interface ResolvedHead {
  readonly version: 1;
  readonly title: string;
  readonly theme: Theme;
  readonly size: Size;
}

export const resolvedHead = (
  spec: { readonly title?: string; readonly theme?: Theme; readonly size?: Partial<Size> },
  usual: Size = { width: 640, height: 560 },
): ResolvedHead => ({
  version: 1,
  title: spec.title ?? "",
  theme: spec.theme ?? "light",
  size: { ...usual, ...spec.size },
});
