import type { FigureSpec } from "./figure.ts";
import type { VenueId } from "./venues.ts";

/** The same figure for another venue: the size that was made for another place goes. */
export function atVenue(spec: FigureSpec, venue: VenueId): FigureSpec {
  const { size: _, ...rest } = spec;
  return { ...rest, venue };
}
