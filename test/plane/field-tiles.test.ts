import { describe, expect, it } from "vitest";
import { bytesOf } from "../../src/export/bytes.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { channelOf } from "../../src/plane/field.ts";
import { fieldTiles, type GridRequest } from "../../src/plane/field-tiles.ts";
import { CHANNELS_OF, quantityNumbers } from "../../src/plane/quantity.ts";
import { sampleField } from "../../src/plane/sample.ts";
import type { Axes } from "../../src/spec/axes.ts";

/** Two bands, the second one short. */
const [COLUMNS, ROWS] = [8192, 40];
const CHANNELS = ["value", "logValue", "z", "dSp", "dSn", "paceRatio"] as const;
const axes = (horizontal: Axes["horizontal"]): Axes => ({
  negative: { unit: "degrees", range: [7, 171] },
  positive: { unit: "cosine", range: [-0.3, 0.9] },
  horizontal,
});

const request = (name: string, more: Partial<GridRequest> = {}): GridRequest => ({
  ...namedLoss(name),
  counts: { K: 2, L: 5 },
  axes: axes("negative"),
  columns: COLUMNS,
  rows: ROWS,
  channels: CHANNELS,
  ...more,
});

const whole = ({ loss, params, counts, gradient, axes: both, ...size }: GridRequest) =>
  sampleField(loss.plane(params, counts, gradient), both, size);

describe("bands of rows", () => {
  it.each([
    ["circle", "negative"],
    ["circle", "positive"],
    ["multi-similarity", "positive"],
    ["arcface", "negative"],
    ["curricularface", "positive"],
  ] as const)("are to the bit what the whole grid of %s holds, %s to the right", async (name, horizontal) => {
    const asked = request(name, { axes: axes(horizontal) });
    const field = whole(asked);
    let rows = 0;
    for await (const band of fieldTiles(asked)) {
      expect(band.band).toEqual({ first: rows, of: ROWS });
      expect(band.rows).toBeLessThanOrEqual(32);
      for (const channel of CHANNELS) {
        const part = channelOf(field, channel).subarray(rows * COLUMNS, (rows + band.rows) * COLUMNS);
        expect(Buffer.compare(bytesOf(channelOf(band, channel)), bytesOf(part)), channel).toBe(0);
      }
      rows += band.rows;
    }
    expect(rows).toBe(ROWS);
  });

  it("know where they lie: what reaches an embedding depends on the row's angle", async () => {
    for (const quantity of ["embeddingP", "embeddingN"] as const) {
      const asked = request("circle", { channels: CHANNELS_OF[quantity] });
      const all = quantityNumbers(whole(asked), quantity);
      let at = 0;
      for await (const band of fieldTiles(asked)) {
        const part = quantityNumbers(band, quantity);
        expect(Buffer.compare(bytesOf(part), bytesOf(all.subarray(at, at + part.length)))).toBe(0);
        at += part.length;
      }
    }
  });
});
