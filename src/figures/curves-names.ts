import type { Loss } from "../losses/types.ts";
import type { ResolvedCurve, ResolvedDraw } from "../spec/curves-resolved.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import { numberLabel } from "./ticks.ts";

type Named = Pick<ResolvedCurve, "name" | "loss" | "vary"> & {
  readonly of: Loss;
  readonly draw?: ResolvedDraw;
};

/** What a curve shows, short, with mathematics between dollar signs. */
export function drawLabel(draw: ResolvedDraw): string {
  switch (draw.of) {
    case "positiveTransform":
      return draw.perScale ? "$A_p / γ$" : "$A_p$";
    case "negativeTransform":
      return draw.perScale ? "$A_n / γ$" : "$A_n$";
    case "slice": {
      const { label } = QUANTITIES[draw.quantity];
      return draw.perScale ? `${label} per unit of scale` : label;
    }
    case "share":
      return `density of the gradient over the ${draw.side}s`;
    case "weight": {
      const of = `$|∂ℒ/∂s_${draw.side === "positive" ? "p" : "n"}|$`;
      return draw.share ? `share of ${of}` : draw.perScale ? `${of} per unit of scale` : of;
    }
  }
}

/** `β = 10` */
const parameter = ({ of: loss, loss: { params } }: Named, id: string): string => {
  const spec = loss.params[id];
  return spec.kind === "choice"
    ? `${spec.label}: ${params[id]}`
    : `$${spec.symbol} = ${numberLabel(Number(params[id]))}$`;
};

/** Parameters of which two curves of the same loss have different values. */
const differing = (curves: readonly Named[], { of: loss }: Named): string[] =>
  Object.keys(loss.params).filter(
    (id) =>
      new Set(curves.filter(({ of }) => of.id === loss.id).map((each) => each.loss.params[id])).size > 1,
  );

/** The given names, or what tells each curve from the others: loss, what is drawn, parameters. */
export function curveNames(curves: readonly Named[]): readonly string[] {
  const severalLosses = new Set(curves.map(({ of }) => of.id)).size > 1;
  const severalDraws = new Set(curves.map(({ draw }) => draw && drawLabel(draw))).size > 1;
  return curves.map((curve) => {
    if (curve.name !== "")
      return curve.vary ? `${curve.name}, ${parameter(curve, curve.vary.param)}` : curve.name;
    const parts = [
      ...(severalLosses ? [curve.of.name] : []),
      ...(severalDraws && curve.draw ? [drawLabel(curve.draw)] : []),
      ...differing(curves, curve).map((id) => parameter(curve, id)),
    ];
    return parts.length > 0 ? parts.join(", ") : curve.of.name;
  });
}
