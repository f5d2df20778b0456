import { compileLoss, parameterNumbers } from "../../formula/compile.ts";
import type { Field } from "../field.ts";
import type { TileEngine } from "../field-tiles.ts";
import type { Gpu } from "./gpu.ts";

/** Bytes of a band's results, which come back to the CPU whole. */
const BAND_BYTES = 2 ** 25;

/** The bands of a grid as a GPU fills them. Throws `GpuUnavailable`. */
export const gpuTiles = (gpu: Gpu): TileEngine =>
  async function* (request) {
    const { loss, params, counts, gradient, axes, columns, rows: all, channels } = request;
    const program = compileLoss(loss, params, gradient, channels);
    const most = Math.max(1, Math.floor(BAND_BYTES / (4 * columns * channels.length)));
    let reuse: Field | undefined;
    for (let first = 0; first < all; first += most) {
      const rows = Math.min(most, all - first);
      reuse = await gpu.fill(program, {
        parameters: parameterNumbers(loss, params),
        counts,
        axes,
        columns,
        rows,
        band: { first, of: all },
        channels,
        reuse,
      });
      yield reuse;
    }
  };
