import type { Axes } from "../spec/axes.ts";
import type { Channel, Field } from "./field.ts";
import { type LossOnPlane, sampleLoss } from "./engine.ts";

/** A grid that may be too large to hold: of which loss, over which axes, and what of it is wanted. */
export interface GridRequest extends LossOnPlane {
  readonly axes: Axes;
  /** Nodes along the horizontal and the vertical axis, at least 2. */
  readonly columns: number;
  readonly rows: number;
  readonly channels: readonly Channel[];
}

/**
 * Fills a grid in bands of whole rows, from the first row on, without a gap. The memory of a band may be used again
 * for the next one: be done with it before asking.
 */
export type TileEngine = (request: GridRequest) => Iterable<Field> | AsyncIterable<Field>;

/** About 2 MB to a channel. */
const CELLS_IN_BAND = 2 ** 18;

/** Double precision, on the CPU. */
export function* analyticTiles(request: GridRequest): Generator<Field> {
  const { axes, columns, rows: all, channels } = request;
  const most = Math.max(1, Math.floor(CELLS_IN_BAND / columns));
  let reuse: Field | undefined;
  for (let first = 0; first < all; first += most) {
    const rows = Math.min(most, all - first);
    reuse = sampleLoss(request, axes, { columns, rows, band: { first, of: all }, channels, reuse });
    yield reuse;
  }
}

/** The bands of a grid, by whichever engine is to fill it. Throws `InputError` on illegal parameters or counts. */
export async function* fieldTiles(
  request: GridRequest,
  engine: TileEngine = analyticTiles,
): AsyncGenerator<Field> {
  yield* engine(request);
}
