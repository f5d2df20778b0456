import { InputError, unknownName } from "../../losses/errors.ts";
import { completeParams, type Params } from "../../losses/params.ts";
import type { Counts, GradientMode, Loss } from "../../losses/types.ts";
import { nodesOf } from "../../plane/axis.ts";
import type { LossOnPlane } from "../../plane/engine.ts";
import type { Gpu } from "../../plane/webgpu/gpu.ts";
import { type Frame } from "../pieces.ts";
import { boundaryMeasures } from "./boundary-measures.ts";
import { gpuMeasures, isGpuMeasure } from "./gpu-measures.ts";
import { gradientMeasures } from "./gradient-measures.ts";
import { type MeasureId, MEASURES, type Origin } from "./measures.ts";
import { valueMeasures } from "./value-measures.ts";

/** A parameter of the loss, or K or L, and the values that it takes. */
export interface SweptName {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface SweepOptions {
  readonly loss: Loss;
  /** The parameters that stay; the loss's defaults unless given. */
  readonly params?: Params | undefined;
  /** 1 and 1 unless given. */
  readonly counts?: Counts | undefined;
  readonly gradient?: GradientMode | undefined;
  /** One or two. */
  readonly vary: readonly SweptName[];
  readonly measures: readonly MeasureId[];
  /** s_n and s_p from 0 to 1 unless given. */
  readonly frame?: Frame | undefined;
  /** Nodes along each axis of the grid that loss and gradient are measured on; 256 unless given. */
  readonly size?: number | undefined;
  /** A gradient no longer than this, in loss per unit of similarity, has vanished; 1e-6 unless given. */
  readonly threshold?: number | undefined;
  /** Takes what it can on a GPU, in single precision; areas there are sums over the grid. */
  readonly gpu?: Gpu | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Sweep {
  readonly vary: readonly { readonly name: string; readonly values: Float64Array }[];
  /** Row-major: a row for each value of the first name, a column for each of the second, if there is one. */
  readonly measures: Readonly<Partial<Record<MeasureId, Float64Array>>>;
}

export const SWEEP_DEFAULTS = { size: 256, threshold: 1e-6 } as const;

const UNIT: Frame = { sn: [0, 1], sp: [0, 1] };
const ONE_EACH: Counts = { K: 1, L: 1 };

/** Milliseconds of work between two looks at what else there is to do. */
const STRETCH = 50;

/**
 * Measures of a loss while one or two of its parameters run through a range. Only what the measures ask for is
 * computed, and of a loss with two sides only the sides. Throws `InputError` for a name or value that is not legal,
 * and the signal's reason when it is aborted.
 */
export async function sweep(given: SweepOptions): Promise<Sweep> {
  const options = complete(given);
  const { loss, vary, measures, onProgress, signal } = options;
  checkNames(loss, options.params, vary);
  const axes = vary.map(({ name, values }) => ({ name, values: Float64Array.from(values) }));
  const [rows, columns] = [axes[0].values, axes[1]?.values];
  const inRow = columns?.length ?? 1;
  const total = rows.length * inRow;
  const variedAt = (i: number): Readonly<Record<string, number>> => ({
    [axes[0].name]: rows[Math.floor(i / inRow)],
    ...(columns && { [axes[1].name]: columns[i % inRow] }),
  });
  const onGpu = await measuredOnGpu(
    options,
    Array.from({ length: total }, (_, i) => variedAt(i)),
  );
  const measure = measurer(
    onGpu ? { ...options, measures: measures.filter((id) => !isGpuMeasure(id)) } : options,
  );
  const found = Object.fromEntries(measures.map((id) => [id, new Float64Array(total)]));
  let rested = performance.now();
  for (let i = 0; i < total; i++) {
    signal?.throwIfAborted();
    const numbers = { ...measure(variedAt(i)), ...onGpu?.[i] };
    for (const id of measures) found[id][i] = numbers[id] ?? NaN;
    if (performance.now() - rested < STRETCH && i + 1 < total) continue;
    onProgress?.(i + 1, total);
    await new Promise((resume) => setTimeout(resume));
    rested = performance.now();
  }
  return { vary: axes, measures: found };
}

/** The options with nothing left to guess. */
const complete = ({
  params = {},
  counts = ONE_EACH,
  gradient,
  frame = UNIT,
  size = SWEEP_DEFAULTS.size,
  threshold = SWEEP_DEFAULTS.threshold,
  ...rest
}: SweepOptions) => ({
  ...rest,
  params,
  counts,
  frame,
  size,
  threshold,
  gradient: gradient ?? rest.loss.gradient,
});
type Complete = ReturnType<typeof complete>;

/** What takes all measures for some values of the names that vary. */
function measurer(options: Complete) {
  const { loss, measures, frame, size, threshold } = options;
  const wanted = new Set<MeasureId>(measures);
  const from = new Set<Origin>(measures.map((id) => MEASURES[id].from));
  const wants = (id: MeasureId): boolean => wanted.has(id);
  const nodes = {
    sn: nodesOf({ unit: "cosine", range: frame.sn }, size),
    sp: nodesOf({ unit: "cosine", range: frame.sp }, size),
  };
  return (varied: Readonly<Record<string, number>>): Partial<Record<MeasureId, number>> => {
    if (from.size === 0) return {};
    const at = lossAt(options, varied);
    const form = loss.plane(at.params, at.counts, at.gradient);
    return {
      ...(from.has("boundary") && boundaryMeasures(loss, at.params, at.counts, frame, wants)),
      ...(from.has("value") && valueMeasures(form, nodes)),
      ...(from.has("gradient") && gradientMeasures(form, nodes, threshold)),
    };
  };
}

/** The loss with what varies put in: its parameters, and K and L where they are none of these. */
function lossAt(
  { loss, params, counts, gradient }: LossOnPlane,
  varied: Readonly<Record<string, number>>,
): LossOnPlane {
  const isCount = (name: string): boolean => !Object.hasOwn(loss.params, name);
  const own = Object.entries(varied).filter(([name]) => !isCount(name));
  const counted = Object.fromEntries(Object.entries(varied).filter(([name]) => isCount(name)));
  return {
    loss,
    params: { ...params, ...Object.fromEntries(own) },
    counts: { ...counts, ...counted },
    gradient,
  };
}

async function measuredOnGpu(options: Complete, varied: readonly Readonly<Record<string, number>>[]) {
  const { gpu, measures } = options;
  if (gpu === undefined || !measures.some(isGpuMeasure)) return undefined;
  return gpuMeasures(
    gpu,
    varied.map((each) => lossAt(options, each)),
    options,
  );
}

/** That one or two names vary, each of which is a number that the loss has, within its range. */
function checkNames(loss: Loss, params: Params, vary: readonly SweptName[]): void {
  if (vary.length < 1 || vary.length > 2)
    throw new InputError(`invalid vary: ${vary.length} names; expected one or two`);
  if (vary[0].name === vary[1]?.name)
    throw new InputError(`invalid vary: ${vary[0].name} twice; expected two different names`);
  const numbers = Object.keys(loss.params).filter((id) => loss.params[id].kind === "number");
  for (const { name, values } of vary) {
    if (values.length === 0) throw new InputError(`invalid vary.${name}: no values; expected at least one`);
    if (Object.hasOwn(loss.params, name)) {
      if (!numbers.includes(name))
        throw new InputError(
          `invalid vary: ${name} is a choice; expected ${numbers.join(" or ") || "K or L"}`,
        );
      for (const value of Array.from(values))
        completeParams(loss.params, { ...params, [name]: value }, "vary");
    } else if (name === "K" || name === "L") {
      for (const value of Array.from(values)) loss.plane(params, { ...ONE_EACH, [name]: value });
    } else throw unknownName("parameter", name, [...numbers, "K", "L"]);
  }
}
