import type { LossOnPlane } from "../plane/engine.ts";
import type { Channel, Field } from "../plane/field.ts";
import { liveField } from "../plane/live/field.ts";
import type { KernelModule } from "../plane/live/kernels.ts";
import type { Axes } from "../spec/axes.ts";

/** Nodes along each axis, and what is wanted at each of them. */
export interface LiveSize {
  readonly nodes: number;
  readonly channels: readonly Channel[];
  readonly precision: 32 | 64;
}

/** Fields of pictures that do not last; their memory is used again and again. */
export class LiveMemory {
  readonly #fields = new Map<string, Field>();
  readonly #numbers = new Map<string, Float64Array>();

  constructor(readonly kernels: KernelModule) {}

  /** A field in the memory of the last one of this name. */
  field(name: string, on: LossOnPlane, axes: Axes, { nodes, channels, precision }: LiveSize): Field {
    const options = { columns: nodes, rows: nodes, channels, precision, reuse: this.#fields.get(name) };
    const field = liveField(on, axes, options, this.kernels);
    this.#fields.set(name, field);
    return field;
  }

  /** One number for each of `nodes` × `nodes`, with whatever was there. */
  numbers(name: string, nodes: number): Float64Array {
    const known = this.#numbers.get(name);
    if (known?.length === nodes ** 2) return known;
    const made = new Float64Array(nodes ** 2);
    this.#numbers.set(name, made);
    return made;
  }
}
