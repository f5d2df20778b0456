import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { planePoint } from "../../src/losses/plane-form.ts";

interface Spot {
  readonly id: string;
  readonly note: string;
  readonly params: Params;
  readonly K: number;
  readonly L: number;
  readonly sp: number;
  readonly sn: number;
  readonly value: number;
  readonly dSp: number;
  readonly dSn: number;
}

const spots = JSON.parse(readFileSync(new URL("losses-spots.json", import.meta.url), "utf8")) as Spot[];
const known = new Set(LOSSES.map(({ id }) => id));
const ours = spots.filter(({ id }) => known.has(id.split(":")[0]));

const deviation = (a: number, b: number): number =>
  Math.abs(a - b) <= 1e-300 ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

describe("spot values of the catalogue", () => {
  let worst = 0;

  it.each(ours)("$id $note at ($sp, $sn), K = $K, L = $L", (spot) => {
    const { loss, params, gradient } = namedLoss(spot.id, spot.params);
    const point = planePoint(loss.plane(params, { K: spot.K, L: spot.L }, gradient), spot.sp, spot.sn);
    for (const key of ["value", "dSp", "dSn"] as const) {
      const off = deviation(point[key], spot[key]);
      worst = Math.max(worst, off);
      expect(off, `${key}: ${point[key]} against ${spot[key]}`).toBeLessThanOrEqual(1e-11);
    }
  });

  it("are all evaluated, four to an id and note", () => {
    expect(ours.length).toBe(spots.length);
    const keys = new Set(spots.map(({ id, note }) => `${id} ${note}`));
    expect(spots.length).toBe(4 * keys.size);
  });

  afterAll(() =>
    console.log(
      `spots: ${ours.length} of ${spots.length} compared, largest relative deviation ${worst.toExponential(2)}`,
    ),
  );
});
