import type { Program } from "../../formula/program.ts";
import { type CellShader, cellShader } from "../../formula/wgsl.ts";
import type { Line, Shading } from "../../kernels/paint.ts";
import type { Counts } from "../../losses/types.ts";
import type { Axes } from "../../spec/axes.ts";
import type { QuantityId } from "../../spec/quantities.ts";
import { CHANNELS_OF } from "../quantity.ts";
import { numbersKernel } from "./kernel-numbers.ts";
import { pictureShader } from "./picture-shader.ts";
import type { Session } from "./session.ts";

/** How numbers are bent: the text of `fn bent(x: f32) -> f32`, and the number `picture.bend` that it may read. */
export interface BendShader {
  readonly code: string;
  readonly number: number;
}

/** What lies over the colours where z, for the counts of index `of`, is below zero (hatch) or zero (stroke). */
export interface Overlay {
  readonly kind: "hatch" | "stroke";
  readonly of: number;
  readonly line: Line;
  /** From one line of a hatching to the next along a row, in pixels. */
  readonly gap?: number;
}

/** A picture of a quantity over the plane, `side` pixels each way. */
export interface PictureJob {
  /** With the channels of the quantity, and z where anything lies over the colours. */
  readonly program: Program;
  readonly parameters: Readonly<Record<string, number>>;
  /** Those of the quantity first. */
  readonly counts: readonly Counts[];
  readonly axes: Axes;
  readonly side: number;
  readonly quantity: QuantityId;
  readonly bend: BendShader;
  readonly shading: Shading;
  /** From the bottom up. */
  readonly overlays: readonly Overlay[];
}

/** What is made once for all pictures of a sort, whatever their numbers are. */
export interface PictureParts {
  readonly shader: CellShader;
  readonly numbers: GPUComputePipeline;
  readonly picture: GPURenderPipeline;
}

/** Of which counts a picture needs z. */
export const marginsOf = ({ overlays }: PictureJob): readonly number[] => [
  ...new Set(overlays.map(({ of }) => of)),
];

interface Making {
  readonly promise: Promise<PictureParts>;
  parts?: PictureParts;
  failure?: unknown;
}

/** Keeps the parts of pictures as long as their programs are kept. */
export class PartsCache {
  readonly #made = new WeakMap<Program, Map<string, Making>>();

  constructor(private readonly session: Session) {}

  /** Undefined while they are on the way, for which this sees. Throws `GpuUnavailable` where they are refused. */
  now(job: PictureJob): PictureParts | undefined {
    const { parts, failure } = this.#making(job);
    if (failure !== undefined) throw failure;
    return parts;
  }

  get(job: PictureJob): Promise<PictureParts> {
    return this.#making(job).promise;
  }

  #making(job: PictureJob): Making {
    const { program, quantity, bend, overlays } = job;
    const ofProgram = this.#made.get(program) ?? new Map<string, Making>();
    this.#made.set(program, ofProgram);
    const key = JSON.stringify([quantity, bend.code, overlays.map(({ kind, of }) => [kind, of])]);
    const known = ofProgram.get(key);
    if (known !== undefined) return known;
    const making: Making = { promise: partsOf(this.session, job) };
    making.promise.then(
      (parts) => (making.parts = parts),
      (failure: unknown) => (making.failure = failure),
    );
    ofProgram.set(key, making);
    return making;
  }
}

async function partsOf(session: Session, job: PictureJob): Promise<PictureParts> {
  const { program, quantity, bend, overlays } = job;
  const channels = CHANNELS_OF[quantity];
  const margins = marginsOf(job);
  const shader = cellShader(program, { cell: channels, ...(margins.length > 0 && { margin: ["z"] }) });
  const numbers = { cell: shader.code, channels: channels.length, quantity, bend: bend.code, margins };
  const planes = overlays.map(({ kind, of }) => ({ kind, plane: 1 + margins.indexOf(of) }));
  const [kernel, picture] = await Promise.all([
    session.pipelines.get(numbersKernel(numbers), [
      "uniform",
      "read-only-storage",
      "uniform",
      "read-only-storage",
      "storage",
    ]),
    session.pictures.get(pictureShader(planes), [
      "uniform",
      "read-only-storage",
      "read-only-storage",
      "read-only-storage",
    ]),
  ]);
  return { shader, numbers: kernel, picture };
}
