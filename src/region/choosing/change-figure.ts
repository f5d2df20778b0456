import type { Params } from "../../losses/params.ts";
import { bothParams, type Change } from "./change.ts";

/**
 * The figure of a change, to be read as a `FigureSpec`: gradient length after the change minus before, both
 * boundaries, the point. `formula` is the text of a typed loss. Throws as `bothParams`.
 */
export function changeFigure(change: Change) {
  const [before, after] = bothParams(change);
  const { loss, gradient, counts, param, from, to, frame, point } = change;
  const { symbol, kind } = loss.params[param];
  const side = (params: Params) => ({
    loss: { id: loss.id, ...(loss.text !== undefined && { formula: loss.text }), params, gradient },
    counts,
  });
  return {
    version: 1,
    title: `${loss.name}: ${kind === "number" ? `$${symbol}$` : symbol} from ${from} to ${to}`,
    kind: "difference",
    a: side(after),
    b: side(before),
    quantity: "gradientLength",
    axes: { negative: { range: frame.sn }, positive: { range: frame.sp } },
    points: [{ name: "P", sn: point.sn, sp: point.sp }],
  } as const;
}
