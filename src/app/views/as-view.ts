import { namedLoss } from "../../losses/lookup.ts";
import { furtherValue, roundedValue } from "../../losses/further.ts";
import type { NumberParam } from "../../losses/params.ts";
import { type FigureSpec, parseFigure, type ResolvedFigure } from "../../spec/figure.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import type { ResolvedLoss } from "../../spec/resolve.ts";
import { BATCH_NODES } from "./batch-nodes.ts";
import { type Subject, subjectOf } from "./subject.ts";
import type { View } from "./views.ts";

/** What a figure of any kind takes along: its theme, its venue and its colours. */
const headOf = ({ theme, venue, look }: ResolvedFigure): object => ({ version: 1, theme, venue, look });

/**
 * Another view of what a figure is about. The settings are those of `before`, the last figure of that view, and the
 * whole of it where it is about the same loss; else the usual ones. Throws `InputError` where the loss cannot be seen so.
 */
export function asView(
  view: View,
  figure: ResolvedFigure,
  subject: Subject,
  before?: ResolvedFigure,
): FigureSpec {
  const head = headOf(figure);
  if (before === undefined) return parseFigure({ ...head, ...MAKERS[view](subject) });
  if (JSON.stringify(subjectOf(before).loss) === JSON.stringify(subject.loss))
    return parseFigure({ ...before, ...head });
  const { title: _title, words: _words, size: _size, ...settings } = before;
  return parseFigure({ ...settings, ...head, ...MAKERS[view](subject) });
}

const MAKERS: Readonly<Record<View, (subject: Subject) => object>> = {
  landscape: (subject) => ({ kind: "landscape", ...subject }),
  surface: (subject) => ({ kind: "surface", ...subject }),
  curves: ({ loss, counts, quantity, axes }) => ({
    kind: "curves",
    ...(axes && { x: { of: axes.positive.unit, range: rising(axes.positive.range) } }),
    curves: [
      { name: "along $s_p$, at $s_n$ = 0.4", draw: { of: "slice", quantity, fixed: { sn: 0.4 } } },
      { name: "along $s_n$, at $s_p$ = 0.6", draw: { of: "slice", quantity, fixed: { sp: 0.6 } } },
    ].map((curve) => ({ ...curve, loss, ...(counts && { counts }) })),
  }),
  boundaries: ({ loss, counts, axes, points }) => ({
    kind: "boundaries",
    entries: [{ loss, ...(counts && { counts }), ...familyOf(loss) }],
    ...(axes && { axes }),
    ...(points && { points }),
  }),
  difference: ({ loss, counts, axes, points, quantity }) => ({
    kind: "difference",
    a: { loss, ...(counts && { counts }) },
    b: { loss: besides(loss), ...(counts && { counts }) },
    ...(axes && { axes }),
    ...(points && { points }),
    ...(quantity && { quantity }),
  }),
  compare: (subject) => ({
    kind: "panels",
    columns: 2,
    colours: "shared",
    panels: [subject.loss, besides(subject.loss)].map((loss) => ({
      figure: { version: 1, kind: "landscape", ...subject, loss },
    })),
  }),
  batch: ({ loss }) => ({ kind: "pairs", nodes: BATCH_NODES, anchor: "c2", loss }),
  cloud: ({ loss, counts, axes }) => ({
    kind: "scatter",
    loss,
    ...(counts && { counts }),
    ...(axes && { axes }),
  }),
};

const rising = ([from, to]: readonly [number, number]) => [Math.min(from, to), Math.max(from, to)];

/** The parameter that a reader is most likely to vary: the first that is no scale, else the first. */
export function mainParam(loss: ResolvedLoss): (NumberParam & { readonly id: string }) | undefined {
  const numbers = Object.entries(figureLoss(loss).params).flatMap(([id, spec]) =>
    spec.kind === "number" ? [{ id, ...spec }] : [],
  );
  return numbers.find(({ scale }) => scale === "linear") ?? numbers[0];
}

const FAMILY = 5;

/** Values across the slider of the main parameter, evenly where the slider is even. */
function familyOf(loss: ResolvedLoss): object {
  const param = mainParam(loss);
  if (param === undefined) return {};
  const { slider, scale } = param;
  const [low, high] = scale === "log" ? slider.map(Math.log) : slider;
  const values = Array.from({ length: FAMILY }, (_, i) => {
    const at = low + ((high - low) * (i + 0.5)) / FAMILY;
    return roundedValue(param, scale === "log" ? Math.exp(at) : at, 3);
  });
  return { vary: { param: param.id, values: [...new Set(values)] } };
}

/** What a loss is first compared with: itself with its main parameter a step further, else AM-Softmax. */
export function besides(loss: ResolvedLoss): ResolvedLoss {
  const param = mainParam(loss);
  if (param === undefined) {
    const { params, gradient } = namedLoss("am-softmax", {});
    return { id: "am-softmax", params, gradient };
  }
  const further = furtherValue(param, Number(loss.params[param.id]));
  return { ...loss, params: { ...loss.params, [param.id]: further } };
}
