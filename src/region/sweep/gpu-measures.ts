import type { LossOnPlane } from "../../plane/engine.ts";
import type { Gpu } from "../../plane/webgpu/gpu.ts";
import { measureLosses } from "../../plane/webgpu/loss-measures.ts";
import type { Measures } from "../../plane/webgpu/measure.ts";
import type { Frame } from "../pieces.ts";
import type { MeasureId } from "./measures.ts";

/** The measures that a GPU takes of whole grids, and what it calls them. */
const NAMES = {
  area: "area",
  share: "target",
  active: "active",
  vanishing: "vanishing",
  maxGradient: "maxGradient",
  minLoss: "low",
  maxLoss: "high",
  masked: "masked",
} as const satisfies Partial<Record<MeasureId, keyof Measures>>;

export type GpuMeasure = keyof typeof NAMES;
export const isGpuMeasure = (id: MeasureId): id is GpuMeasure => Object.hasOwn(NAMES, id);

export interface GpuSweep {
  readonly frame: Frame;
  readonly size: number;
  readonly threshold: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Those measures of every set, in single precision. Throws `GpuUnavailable`. */
export async function gpuMeasures(
  gpu: Gpu,
  sets: readonly LossOnPlane[],
  { frame, size, threshold, signal, onProgress }: GpuSweep,
): Promise<readonly Readonly<Record<GpuMeasure, number>>[]> {
  const found = await measureLosses(gpu, sets, {
    axes: {
      negative: { unit: "cosine", range: frame.sn },
      positive: { unit: "cosine", range: frame.sp },
      horizontal: "negative",
    },
    columns: size,
    rows: size,
    threshold,
    signal,
    onProgress: (share) => onProgress?.(Math.floor(share * sets.length), sets.length),
  });
  return found.map(named);
}

const named = (measures: Measures) =>
  Object.fromEntries(Object.entries(NAMES).map(([id, name]) => [id, measures[name]])) as Record<
    GpuMeasure,
    number
  >;
