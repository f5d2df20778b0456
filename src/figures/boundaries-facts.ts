import type { ResolvedBoundaries } from "../spec/boundaries.ts";
import { boundaryFacts, inAxes } from "./boundary-facts.ts";
import { levelsAt, type NamedBoundary } from "./boundaries-data.ts";
import { markedPlace } from "./marks.ts";
import { pairFacts } from "./pair-facts.ts";
import type { Facts } from "./prepared.ts";

/** Every boundary with its crossings in the units of the axes, and its s_p at the readings. */
export function boundariesFacts(figure: ResolvedBoundaries, boundaries: readonly NamedBoundary[]): Facts {
  const { axes, readings, points } = figure;
  return {
    boundaries: boundaries.map((each) => ({
      name: each.name,
      loss: each.loss.id,
      params: { ...each.choice.params },
      counts: { ...each.counts },
      ...boundaryFacts(each.boundary, axes),
      ...(each.mirrored && { mirrored: boundaryFacts(each.mirrored, axes) }),
      readings: readings.map((sn) => {
        const levels = levelsAt(each, sn);
        return { sn, sp: levels.length > 0 ? levels[0] : null, all: levels };
      }),
      points: Object.fromEntries(
        points.flatMap((point) => {
          const place = markedPlace(point, each.boundary);
          return place === null
            ? []
            : [[point.name, { ...inAxes(place, axes), ...pairFacts(each.form, place) }]];
        }),
      ),
    })),
  };
}
