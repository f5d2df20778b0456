import { pairFacts } from "./pair-facts.ts";
import { figureCaption, drawLandscape, landscapeData } from "./landscape.ts";
import { markedPlace } from "./marks.ts";
import type { Prepared } from "./prepared.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";

/** A landscape with its numbers: the extremes of its field, and all of a pair at every marked point. */
export function prepareLandscape(figure: ResolvedLandscape): Prepared {
  const data = landscapeData(figure);
  const { quantity, loss, domain } = data;
  return {
    colours: figure.layers.field ? { quantity: QUANTITIES[figure.quantity], domain } : null,
    caption: figureCaption(figure, data),
    draw: (how) => drawLandscape(figure, data, how),
    facts: () => ({
      loss: loss.id,
      gradient: figure.loss.gradient,
      quantity: figure.quantity,
      low: quantity.low,
      high: quantity.high,
      masked: quantity.masked,
      points: Object.fromEntries(
        figure.points.flatMap((point) => {
          const place = markedPlace(point, data.boundaries.unit);
          return place === null ? [] : [[point.name, pairFacts(data.form, place)]];
        }),
      ),
    }),
  };
}
