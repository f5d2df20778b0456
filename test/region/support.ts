import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { Counts } from "../../src/losses/types.ts";
import { boundaryLevels } from "../../src/region/boundary.ts";
import { describeRegion, type Region } from "../../src/region/describe.ts";
import type { Frame } from "../../src/region/pieces.ts";

export const ONE: Counts = { K: 1, L: 1 };
export const UNIT: Frame = { sn: [0, 1], sp: [0, 1] };
export const WHOLE: Frame = { sn: [-1, 1], sp: [-1, 1] };

export function region(name: string, given: Params = {}, frame: Frame = UNIT, counts: Counts = ONE): Region {
  const { loss, params } = namedLoss(name, given);
  return describeRegion(loss, params, counts, frame);
}

/** The s_p in [−1, 1] at which z = 0 for one s_n. */
export function levels(name: string, given: Params, sn: number, counts: Counts = ONE): number[] {
  const { loss, params } = namedLoss(name, given);
  return boundaryLevels(loss.boundary?.(params, counts) ?? [], sn);
}
