import { boundaryFacts } from "./boundary-facts.ts";
import { guideFacts } from "./guides.ts";
import { pairFacts, perScale } from "./pair-facts.ts";
import { figureCaption, drawLandscape, landscapeData } from "./landscape.ts";
import { landscapeReading } from "./landscape-reading.ts";
import { landscapeTable } from "./landscape-table.ts";
import { markedPlace } from "./marks.ts";
import { pathFacts } from "./paths.ts";
import type { Prepared } from "./prepared.ts";
import { planeReaders } from "./reading.ts";
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
    ...planeReaders(figure.axes, landscapeReading(figure, data)),
    table: () => landscapeTable(figure, data),
    facts: () => ({
      loss: loss.id,
      gradient: figure.loss.gradient,
      quantity: figure.quantity,
      low: quantity.low,
      high: quantity.high,
      masked: quantity.masked,
      boundary: boundaryFacts(data.boundaries.unit, figure.axes),
      ...(figure.guides.length > 0 && {
        guides: figure.guides.map((guide) => guideFacts(guide, data.boundaries.unit)),
      }),
      ...(data.paths.length > 0 && { paths: data.paths.map(pathFacts) }),
      points: Object.fromEntries(
        figure.points.flatMap((point) => {
          const place = markedPlace(point, data.boundaries.unit);
          if (place === null) return [];
          return [[point.name, { ...pairFacts(data.form, place), ...perScale(figure.loss, data, place) }]];
        }),
      ),
    }),
  };
}
