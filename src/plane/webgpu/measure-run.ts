import { dispatched } from "./dispatch.ts";
import { jobBytes, type JobNumbers } from "./kernel-common.ts";
import { PART_LENGTH } from "./kernel-measure.ts";
import type { Session } from "./session.ts";

/** One chunk of sets with everything that the kernels need. */
export interface MeasureRun {
  readonly session: Session;
  readonly pipeline: GPUComputePipeline;
  readonly packed: Float32Array<ArrayBuffer>;
  readonly sets: number;
  readonly numbers: JobNumbers & { readonly columns: number; readonly rows: number };
  readonly rowsAtOnce: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (share: number) => void;
}

/** What the kernel found in one set's grid; the last three as sums over squares and nodes. */
export interface Part {
  low: number;
  high: number;
  masked: number;
  steepest: number;
  target: number;
  active: number;
  vanishing: number;
  readonly histogram: Uint32Array;
}

const CELLS_PER_THREAD = 16;
const MOST_GROUPS = 1024;

/** The measuring kernel over a chunk of sets, in bands of rows where the grid is large. */
export async function partsOf(run: MeasureRun): Promise<readonly Part[]> {
  const { session, pipeline, packed, sets, numbers, rowsAtOnce, signal, onProgress } = run;
  const { columns, rows, bins = 0 } = numbers;
  const parts = Array.from({ length: sets }, (): Part => emptyPart(bins));
  const groups = Math.min(MOST_GROUPS, Math.ceil((columns * rowsAtOnce) / (256 * CELLS_PER_THREAD)));
  const partBytes = 4 * PART_LENGTH * groups * sets;
  const histogramBytes = 4 * Math.max(1, bins * sets);
  for (let firstRow = 0; firstRow < rows; firstRow += rowsAtOnce) {
    signal?.throwIfAborted();
    const endRow = Math.min(rows, firstRow + rowsAtOnce);
    await session.leasing((lease) =>
      session.guarded(() => {
        const uniform = lease.take("uniform", 64);
        const tables = lease.take("tables", packed.byteLength);
        const results = lease.take("results", partBytes);
        const histogram = lease.take("results", histogramBytes);
        const staging = lease.take("staging", partBytes + histogramBytes);
        session.device.queue.writeBuffer(uniform, 0, jobBytes({ ...numbers, firstRow, endRow }));
        session.device.queue.writeBuffer(tables, 0, packed);
        const dispatch = {
          pipeline,
          buffers: [uniform, tables, results, histogram],
          groups: [groups, sets],
          clear: [histogram],
          copy: [
            { from: results, bytes: partBytes },
            { from: histogram, bytes: histogramBytes },
          ],
          staging,
        } as const;
        return dispatched(session, dispatch, (bytes) => {
          const counts = new Uint32Array(bytes, partBytes);
          parts.forEach((part, set) => {
            for (let group = 0; group < groups; group++)
              merge(part, new DataView(bytes, 4 * PART_LENGTH * (set * groups + group)));
            for (let bin = 0; bin < bins; bin++) part.histogram[bin] += counts[set * bins + bin];
          });
        });
      }),
    );
    onProgress(endRow / rows);
  }
  signal?.throwIfAborted();
  return parts;
}

const emptyPart = (bins: number): Part => ({
  low: Infinity,
  high: -Infinity,
  masked: 0,
  steepest: -1,
  target: 0,
  active: 0,
  vanishing: 0,
  histogram: new Uint32Array(bins),
});

/** Adds a workgroup's numbers, in the order of the kernel's `Part`. */
function merge(part: Part, view: DataView): void {
  const at = (k: number): number => view.getFloat32(4 * k, true);
  part.low = Math.min(part.low, at(0));
  part.high = Math.max(part.high, at(1));
  part.steepest = Math.max(part.steepest, at(2));
  part.target += at(3);
  part.active += at(4);
  part.vanishing += at(5);
  part.masked += view.getUint32(24, true);
}

/** The crossing kernel over a chunk of sets: a row for each column, −1 without one. */
export async function crossingsOf(
  { session, packed, sets, numbers, signal }: MeasureRun,
  pipeline: GPUComputePipeline,
): Promise<Float32Array> {
  signal?.throwIfAborted();
  const places = new Float32Array(sets * numbers.columns);
  await session.leasing((lease) =>
    session.guarded(() => {
      const uniform = lease.take("uniform", 64);
      const tables = lease.take("tables", packed.byteLength);
      const results = lease.take("results", places.byteLength);
      const staging = lease.take("staging", places.byteLength);
      session.device.queue.writeBuffer(uniform, 0, jobBytes(numbers));
      session.device.queue.writeBuffer(tables, 0, packed);
      const dispatch = {
        pipeline,
        buffers: [uniform, tables, results],
        groups: [Math.ceil(numbers.columns / 64), sets],
        copy: [{ from: results, bytes: places.byteLength }],
        staging,
      } as const;
      return dispatched(session, dispatch, (bytes) => places.set(new Float32Array(bytes)));
    }),
  );
  return places;
}
