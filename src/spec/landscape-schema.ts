import * as v from "valibot";
import {
  anyFigure,
  axes,
  counts,
  flag,
  loss,
  objectOf,
  oneOf,
  points,
  type Readable,
  whole,
} from "./entries.ts";
import { guides } from "./guides.ts";
import { paths } from "./paths.ts";
import { QUANTITY_IDS } from "./quantities.ts";

export const BOUNDARIES = ["none", "unit", "counts", "both"] as const;
export const ARROW_LENGTHS = ["root", "linear", "equal"] as const;

/** One loss over the plane: colour field, isolines, boundary, target region, arrows, points. */
export const landscapeSchema = objectOf(
  {
    ...anyFigure,
    kind: v.exactOptional(oneOf(["landscape"])),
    loss,
    counts: v.exactOptional(counts),
    axes: v.exactOptional(axes),
    quantity: v.exactOptional(oneOf(QUANTITY_IDS)),
    /** Nodes of the sampled grid along each axis. */
    samples: v.exactOptional(whole(16, 1024)),
    layers: v.exactOptional(
      objectOf({
        field: v.exactOptional(flag),
        /** About how many isolines; 0 for none. */
        isolines: v.exactOptional(whole(0, 40)),
        isolineLabels: v.exactOptional(flag),
        /** For K = L = 1 (`unit`), for the current K and L (`counts`), or both. */
        boundary: v.exactOptional(oneOf(BOUNDARIES)),
        region: v.exactOptional(flag),
        /** Arrows along each axis; 0 for none. */
        arrows: v.exactOptional(whole(0, 40)),
        arrowLength: v.exactOptional(oneOf(ARROW_LENGTHS)),
        /** The way down from every point given by its pair, equally long. */
        pointArrows: v.exactOptional(flag),
        legend: v.exactOptional(flag),
        caption: v.exactOptional(flag),
      }),
    ),
    points: v.exactOptional(points),
    guides: v.exactOptional(guides),
    /** Ways down the loss from chosen pairs. */
    paths: v.exactOptional(paths),
  },
  "expected a figure: an object with version 1",
);

/** A landscape as somebody wrote it: everything but the version and the loss may be left out. */
export type LandscapeSpec = Readable<v.InferOutput<typeof landscapeSchema>>;
