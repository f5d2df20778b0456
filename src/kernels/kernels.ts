/**
 * One vector loop: `out[i] = f(a[i], b[i], c[i])` for `count` numbers of the arena. `out`, `a`, `b` and `c` are indices
 * into `memory`; operands that the primitive does not have are ignored (give 0). Bit 0 of `vectors` says that `a` runs
 * along with `out`, bit 1 `b`, bit 2 `c`; an operand without its bit is one number, which must fill a whole block of
 * `lanes` numbers (see `Kernels.splat`). `out` may be one of the operands, and must not overlap them in another way.
 *
 * Whole blocks are computed: `count` is rounded up to a multiple of `lanes`, so let every vector have room for that.
 */
export type Kernel = (out: number, a: number, b: number, c: number, vectors: number, count: number) => void;

/**
 * The vector loops in one precision. Nothing is allocated by a call.
 *
 * @example
 * const { memory, start, splat, kernel } = kernels;   // softplus(2 x) of 1024 numbers
 * memory.set(numbers, start);
 * splat(start + 1024, 2);
 * kernel("multiply")?.(start, start, start + 1024, 0, 0b01, 1024);
 * kernel("softplus")?.(start, start, 0, 0, 0b1, 1024);
 * result.set(memory.subarray(start, start + 1024));
 */
export interface Kernels {
  readonly precision: 32 | 64;
  /** Numbers computed at once: 4 in single, 2 in double precision. */
  readonly lanes: number;
  /**
   * The arena: memory that never grows, so views stay valid for ever. Both precisions lie over the same bytes, and all
   * of it is scratch: whoever computes next may overwrite it, so keep nothing here beyond one synchronous stretch.
   */
  readonly memory: Float32Array | Float64Array;
  /** First index of the arena that is free, a multiple of `lanes`; from here to `memory.length` all is the caller's. */
  readonly start: number;
  /** Fills the block of `lanes` numbers at `at` with `x`: how a number becomes an operand. */
  readonly splat: (at: number, x: number) => void;
  /**
   * The loop of a primitive (a name of the formula's table), undefined where there is none. Infinities, NaN and ±0 are
   * as in the table's functions, except that exp, sigmoid and softplus give 0 where the result is below the normal
   * numbers of the precision. Errors are at most 4 units in the last place; beside
   * a zero of sin, cos, logSoftplus and logAddExp that is meant of ¼ and of 1.
   */
  readonly kernel: (name: string) => Kernel | undefined;
}
