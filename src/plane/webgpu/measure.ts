import type { Output, Program } from "../../formula/program.ts";
import { cellShader } from "../../formula/wgsl.ts";
import type { Axes } from "../../spec/axes.ts";
import { placed } from "../axis.ts";
import { crossingKernel, measureKernel, MOST_BINS } from "./kernel-measure.ts";
import { crossingsOf, type MeasureRun, partsOf } from "./measure-run.ts";
import type { Session } from "./session.ts";
import {
  checkTableSize,
  type GridNodes,
  gridNodes,
  packTables,
  type ParameterSet,
  tableLength,
} from "./tables.ts";

export interface MeasureJob {
  readonly axes: Axes;
  /** Nodes along the horizontal and the vertical axis, at least 2 each. */
  readonly columns: number;
  readonly rows: number;
  readonly sets: readonly ParameterSet[];
  /** The output whose extremes and histogram are wanted; the loss unless given. */
  readonly of?: Output | undefined;
  /** At most 1024 bins from `low` to `high`, both included; what lies outside is not counted. */
  readonly histogram?: { readonly bins: number; readonly low: number; readonly high: number } | undefined;
  /** A gradient no longer than this counts as vanished; 1e-6 unless given. */
  readonly threshold?: number | undefined;
  /** Whether the boundary's place in each column is wanted. */
  readonly crossings?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told the share of the work done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Numbers of one whole grid; NaN for one that the program lacks the outputs for. */
export interface Measures {
  /** Smallest and largest finite value; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  /** Cells without a finite value. */
  readonly masked: number;
  /** Length of the longest gradient by (s_n, s_p). */
  readonly maxGradient: number;
  /**
   * Share of the frame with z < 0, and its area in units of the two axes. The error falls with the square of the
   * distance of nodes; with the distance itself where z has a kink on its zero line.
   */
  readonly target: number;
  readonly area: number;
  /** Shares of the frame with a gradient above the threshold, and with one that has vanished. */
  readonly active: number;
  readonly vanishing: number;
  readonly histogram?: Uint32Array;
  /** For each column the vertical coordinate where z first changes its sign, from the axis's start; NaN: nowhere. */
  readonly crossings?: Float64Array;
}

/** Cells that one submission computes: short enough for a system that ends long work on its display's GPU. */
const CELLS_AT_ONCE = 2 ** 24;
/** Bytes of tables that one submission reads. */
const TABLES_AT_ONCE = 2 ** 24;

/** Measures each set's grid; as many sets at once as one submission takes. */
export async function measureSets(
  session: Session,
  program: Program,
  job: MeasureJob,
): Promise<readonly Measures[]> {
  const { axes, columns, rows, sets, of = "value", histogram, signal, onProgress } = job;
  signal?.throwIfAborted();
  if (histogram && !(histogram.bins >= 1 && histogram.bins <= MOST_BINS))
    throw new RangeError(`invalid bins: ${histogram.bins}; expected 1 to ${MOST_BINS}`);
  const has = (output: Output) => program.outputs[output] !== undefined;
  const outputs = [...new Set<Output>([of, ...(["dSp", "dSn"] as const).filter(has)])];
  // a loss without a margin term has a z that is not a number anywhere
  const margin = has("z") && program.steps[program.outputs.z ?? 0].stage !== "constant";
  const shader = cellShader(program, { cell: outputs, ...(margin && { margin: ["z"] }) });
  const [value, dSp, dSn] = ([of, "dSp", "dSn"] as const).map((output) => outputs.indexOf(output));
  const pipeline = await session.pipelines.get(measureKernel(shader.code, { value, dSp, dSn, margin }), [
    "uniform",
    "read-only-storage",
    "storage",
    "storage",
  ]);
  const crossingPipeline =
    job.crossings === true && margin
      ? await session.pipelines.get(crossingKernel(shader.code), ["uniform", "read-only-storage", "storage"])
      : undefined;

  const nodes = gridNodes(axes, columns, rows);
  const setBytes = 8 * Math.max(1, tableLength(shader, nodes));
  checkTableSize(session.device.limits, setBytes / 8);
  const setsAtOnce = Math.max(
    1,
    Math.min(
      sets.length,
      Math.floor(TABLES_AT_ONCE / setBytes),
      Math.floor(CELLS_AT_ONCE / (columns * rows)),
      session.device.limits.maxComputeWorkgroupsPerDimension,
    ),
  );
  const rowsAtOnce = Math.min(rows, Math.max(1, Math.floor(CELLS_AT_ONCE / columns)));
  const found: Measures[] = [];
  for (let first = 0; first < sets.length; first += setsAtOnce) {
    const chunk = sets.slice(first, first + setsAtOnce);
    const packed = packTables(program, shader, chunk, nodes);
    const run: MeasureRun = {
      session,
      pipeline,
      packed,
      sets: chunk.length,
      numbers: jobNumbers(job, nodes, shader.constants.length, shader.positive.length, setBytes / 8),
      rowsAtOnce,
      signal,
      onProgress: (share) => onProgress?.((first + share * chunk.length) / sets.length),
    };
    const parts = await partsOf(run);
    const places = crossingPipeline && (await crossingsOf(run, crossingPipeline));
    parts.forEach((part, k) =>
      found.push({
        ...measuresOf(part, job, dSp >= 0 && dSn >= 0, margin),
        ...(histogram && { histogram: part.histogram }),
        ...(places && {
          crossings: coordinatesOf(places.subarray(k * columns, (k + 1) * columns), axes, rows),
        }),
      }),
    );
  }
  return found;
}

const jobNumbers = (
  { columns, rows, histogram, threshold = 1e-6 }: MeasureJob,
  { positive, negative, horizontal }: GridNodes,
  constants: number,
  positiveTables: number,
  setLength: number,
): MeasureRun["numbers"] => ({
  columns,
  rows,
  positiveNodes: positive.length,
  negativeNodes: negative.length,
  positiveAt: constants,
  negativeAt: constants + positiveTables * positive.length,
  setLength,
  horizontalIsPositive: Number(horizontal === "positive"),
  bins: histogram?.bins ?? 0,
  low: histogram?.low ?? 0,
  high: histogram?.high ?? 1,
  threshold,
});

type Part = Awaited<ReturnType<typeof partsOf>>[number];

function measuresOf(
  { low, high, masked, steepest, target, active, vanishing }: Part,
  { axes, columns, rows }: MeasureJob,
  hasGradient: boolean,
  hasMargin: boolean,
): Measures {
  const cells = columns * rows;
  const squares = (columns - 1) * (rows - 1);
  const sides = [axes.negative.range, axes.positive.range].map(([start, end]) => Math.abs(end - start));
  const none = masked === cells;
  const share = hasMargin ? target / squares : NaN;
  return {
    low: none ? NaN : low,
    high: none ? NaN : high,
    masked,
    maxGradient: hasGradient && steepest >= 0 ? steepest : NaN,
    target: share,
    area: share * sides[0] * sides[1],
    active: hasGradient ? active / squares : NaN,
    vanishing: hasGradient ? vanishing / squares : NaN,
  };
}

function coordinatesOf(places: Float32Array, axes: Axes, rows: number): Float64Array {
  const [start, end] = placed(axes).vertical.range;
  return Float64Array.from(places, (row) => (row < 0 ? NaN : start + ((end - start) * row) / (rows - 1)));
}
