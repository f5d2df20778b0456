/** What a buffer is for; the numbers are WebGPU's own GPUBufferUsage flags, which Node has no global for. */
export const USAGE = {
  /** MAP_READ | COPY_DST */
  staging: 0x1 | 0x8,
  /** UNIFORM | COPY_DST */
  uniform: 0x40 | 0x8,
  /** STORAGE | COPY_DST */
  tables: 0x80 | 0x8,
  /** STORAGE | COPY_SRC | COPY_DST */
  results: 0x80 | 0x4 | 0x8,
} as const;

export type Usage = keyof typeof USAGE;

/** Idle buffers kept for the next time, in bytes. */
const MOST_IDLE = 48 * 2 ** 20;

type Device = Pick<GPUDevice, "createBuffer">;

interface Pooled {
  readonly buffer: GPUBuffer;
  readonly usage: Usage;
  readonly size: number;
}

/** Buffers that live on from one use to the next, since new memory costs more than what is computed in it. */
export class BufferPool {
  readonly #device: Device;
  readonly #idle: Pooled[] = [];
  readonly #lent = new Set<Pooled>();

  constructor(device: Device) {
    this.#device = device;
  }

  /** Buffers that exist, and the bytes they hold. */
  get live(): { readonly buffers: number; readonly bytes: number } {
    const all = [...this.#idle, ...this.#lent];
    return { buffers: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0) };
  }

  /** Buffers for one piece of work, to be given back or destroyed together. */
  lease(): Lease {
    const taken: Pooled[] = [];
    return {
      take: (usage, bytes) => {
        const pooled = this.#take(usage, bytes);
        taken.push(pooled);
        return pooled.buffer;
      },
      release: () => {
        for (const pooled of taken.splice(0)) this.#release(pooled);
      },
      destroy: () => {
        for (const pooled of taken.splice(0)) this.#destroy(pooled);
      },
    };
  }

  destroy(): void {
    for (const pooled of [...this.#idle.splice(0), ...this.#lent]) this.#destroy(pooled);
  }

  #take(usage: Usage, bytes: number): Pooled {
    const size = Math.max(256, 2 ** Math.ceil(Math.log2(bytes)));
    const found = this.#idle.findIndex((each) => each.usage === usage && each.size === size);
    const pooled =
      found >= 0
        ? this.#idle.splice(found, 1)[0]
        : { usage, size, buffer: this.#device.createBuffer({ size, usage: USAGE[usage] }) };
    this.#lent.add(pooled);
    return pooled;
  }

  #release(pooled: Pooled): void {
    if (!this.#lent.delete(pooled)) return;
    this.#idle.push(pooled);
    let bytes = this.#idle.reduce((sum, { size }) => sum + size, 0);
    while (bytes > MOST_IDLE) {
      const [oldest] = this.#idle.splice(0, 1);
      bytes -= oldest.size;
      oldest.buffer.destroy();
    }
  }

  #destroy(pooled: Pooled): void {
    this.#lent.delete(pooled);
    pooled.buffer.destroy();
  }
}

export interface Lease {
  /** A buffer of at least this many bytes; what is in it is left from earlier. */
  readonly take: (usage: Usage, bytes: number) => GPUBuffer;
  readonly release: () => void;
  /** For buffers that may be broken, or may still be mapped. */
  readonly destroy: () => void;
}
