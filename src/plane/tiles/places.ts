/**
 * Where the numbers of a step lie while a tile is filled: one number for the whole tile; a stretch of numbers made once
 * a column; a stretch of scratch memory; or what becomes the channel of this index.
 */
export interface Place {
  readonly kind: "number" | "column" | "scratch" | "channel";
  /** Of a number or a column the step; of scratch or a channel its index. */
  readonly index: number;
}

/** Hands out stretches of scratch memory, those given back first. */
export class Scratch {
  readonly #free: Place[] = [];
  #size = 0;

  /** How many were ever needed at once. */
  get size(): number {
    return this.#size;
  }

  take(): Place {
    return this.#free.pop() ?? { kind: "scratch", index: this.#size++ };
  }

  /** A place of another kind is not scratch and stays. */
  release(place: Place | undefined): void {
    if (place?.kind === "scratch") this.#free.push(place);
  }
}
