import type { Program } from "../../formula/program.ts";
import { cellShader } from "../../formula/wgsl.ts";
import type { Axes } from "../../spec/axes.ts";
import type { Band, Channel, Field } from "../field.ts";
import { dispatched } from "./dispatch.ts";
import { jobBytes } from "./kernel-common.ts";
import { fillKernel } from "./kernel-fill.ts";
import type { Session } from "./session.ts";
import { checkTableSize, gridNodes, packTables, type ParameterSet, tableLength } from "./tables.ts";

export interface FillJob extends ParameterSet {
  readonly axes: Axes;
  /** Nodes along the horizontal and the vertical axis, at least 2 each. */
  readonly columns: number;
  readonly rows: number;
  readonly band?: Band | undefined;
  readonly channels: readonly Channel[];
  /** A field that is no longer needed; its memory is used again where it fits. */
  readonly reuse?: Field | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told the share of rows done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Submissions on their way at once: one computes while the other is read. */
const IN_FLIGHT = 2;

/** Fills a field in bands of rows of at most `tileBytes` bytes of results. A cell without a number is NaN or ±∞. */
export async function fillField(
  session: Session,
  program: Program,
  job: FillJob,
  tileBytes: number,
): Promise<Field> {
  const { axes, columns, rows, band, channels, signal, onProgress } = job;
  signal?.throwIfAborted();
  const shader = cellShader(program, { cell: channels });
  const nodes = gridNodes(axes, columns, rows, band);
  const pipeline = await session.pipelines.get(fillKernel(shader.code, channels.length), [
    "uniform",
    "read-only-storage",
    "storage",
  ]);
  signal?.throwIfAborted();
  checkTableSize(session.device.limits, tableLength(shader, nodes));
  const packed = packTables(program, shader, [job], nodes);
  const arrays = channels.map((channel) => arrayFor(job, channel));
  const rowBytes = 4 * columns * channels.length;
  const tileRows = Math.min(
    rows,
    session.device.limits.maxComputeWorkgroupsPerDimension,
    Math.max(1, Math.floor(tileBytes / rowBytes)),
  );

  await session.leasing(async (lease) => {
    const tables = await session.guarded(async () => {
      const buffer = lease.take("tables", packed.byteLength);
      session.device.queue.writeBuffer(buffer, 0, packed);
      return buffer;
    });
    const slots = await session.guarded(async () =>
      Array.from({ length: Math.min(IN_FLIGHT, Math.ceil(rows / tileRows)) }, () => ({
        uniform: lease.take("uniform", 64),
        results: lease.take("results", tileRows * rowBytes),
        staging: lease.take("staging", tileRows * rowBytes),
      })),
    );
    const fillBand = (firstRow: number, { uniform, results, staging }: (typeof slots)[number]) =>
      session.guarded(() => {
        const endRow = Math.min(rows, firstRow + tileRows);
        const cells = (endRow - firstRow) * columns;
        const numbers = {
          columns,
          rows,
          firstRow,
          endRow,
          positiveNodes: nodes.positive.length,
          negativeNodes: nodes.negative.length,
          positiveAt: shader.constants.length,
          negativeAt: shader.constants.length + shader.positive.length * nodes.positive.length,
          setLength: tableLength(shader, nodes),
          horizontalIsPositive: Number(nodes.horizontal === "positive"),
        };
        session.device.queue.writeBuffer(uniform, 0, jobBytes(numbers));
        const copy = [{ from: results, bytes: 4 * cells * channels.length }];
        const groups = [Math.ceil(columns / 64), endRow - firstRow] as const;
        const buffers = [uniform, tables, results];
        return dispatched(session, { pipeline, buffers, groups, copy, staging }, (bytes) =>
          arrays.forEach((array, k) =>
            array.set(new Float32Array(bytes, 4 * k * cells, cells), firstRow * columns),
          ),
        );
      });

    const inFlight: { readonly end: number; readonly done: Promise<void> }[] = [];
    const settleOldest = async () => {
      const oldest = inFlight.shift();
      await oldest?.done;
      if (oldest) onProgress?.(oldest.end / rows);
    };
    try {
      for (let firstRow = 0, k = 0; firstRow < rows; firstRow += tileRows, k++) {
        if (inFlight.length >= slots.length) await settleOldest();
        signal?.throwIfAborted();
        const done = fillBand(firstRow, slots[k % slots.length]);
        inFlight.push({ end: Math.min(rows, firstRow + tileRows), done });
      }
      while (inFlight.length > 0) await settleOldest();
    } finally {
      await Promise.allSettled(inFlight.map(({ done }) => done));
    }
    signal?.throwIfAborted();
  });
  return {
    axes,
    columns,
    rows,
    band,
    channels: Object.fromEntries(channels.map((channel, k) => [channel, arrays[k]])),
    engine: { name: "webgpu", precision: 32, device: session.name },
  };
}

function arrayFor({ columns, rows, reuse }: FillJob, channel: Channel): Float32Array {
  const old = reuse?.channels[channel];
  return old instanceof Float32Array && old.length === columns * rows
    ? old
    : new Float32Array(columns * rows);
}
