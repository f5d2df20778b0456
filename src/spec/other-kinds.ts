import { boundariesSchema, resolveBoundaries } from "./boundaries.ts";
import { resolveCurves } from "./curves.ts";
import { curvesSchema } from "./curves-schema.ts";
import { differenceSchema, resolveDifference } from "./difference.ts";
import { resolvePairs } from "./pairs.ts";
import { pairsSchema } from "./pairs-schema.ts";
import { resolveScatter, scatterSchema } from "./scatter.ts";
import { resolveSurface } from "./surface.ts";
import { surfaceSchema } from "./surface-schema.ts";

/** Every kind of figure beside the landscape that can stand alone or in a panel: one line each. */
export const OTHER_KINDS = {
  surface: { schema: surfaceSchema, resolve: resolveSurface },
  curves: { schema: curvesSchema, resolve: resolveCurves },
  boundaries: { schema: boundariesSchema, resolve: resolveBoundaries },
  difference: { schema: differenceSchema, resolve: resolveDifference },
  scatter: { schema: scatterSchema, resolve: resolveScatter },
  pairs: { schema: pairsSchema, resolve: resolvePairs },
};
