import { joined, upperHalf } from "./single.ts";

/*
 * The loops around every primitive. A class stands for a function: its method is known when the loop is compiled, so it
 * costs no call. Addresses step by a vector or, for an operand that is one number, not at all.
 */

export function each1<F>(out: usize, a: usize, vectors: i32, bytes: usize): void {
  const stepA = <usize>(vectors & 1) << 4;
  for (const end = out + bytes; out < end; out += 16, a += stepA) {
    v128.store(out, changetype<F>(0).of(v128.load(a)));
  }
}

export function each2<F>(out: usize, a: usize, b: usize, vectors: i32, bytes: usize): void {
  const stepA = <usize>(vectors & 1) << 4;
  const stepB = <usize>(vectors & 2) << 3;
  for (const end = out + bytes; out < end; out += 16, a += stepA, b += stepB) {
    v128.store(out, changetype<F>(0).of(v128.load(a), v128.load(b)));
  }
}

export function each3<F>(out: usize, a: usize, b: usize, c: usize, vectors: i32, bytes: usize): void {
  const stepA = <usize>(vectors & 1) << 4;
  const stepB = <usize>(vectors & 2) << 3;
  const stepC = <usize>(vectors & 4) << 2;
  for (const end = out + bytes; out < end; out += 16, a += stepA, b += stepB, c += stepC) {
    v128.store(out, changetype<F>(0).of(v128.load(a), v128.load(b), v128.load(c)));
  }
}

/** A function of doubles over four singles. */
export function wide1<F>(out: usize, a: usize, vectors: i32, bytes: usize): void {
  const stepA = <usize>(vectors & 1) << 4;
  for (const end = out + bytes; out < end; out += 16, a += stepA) {
    const x = v128.load(a);
    const lower = changetype<F>(0).of(f64x2.promote_low_f32x4(x));
    v128.store(out, joined(lower, changetype<F>(0).of(upperHalf(x))));
  }
}

export function wide2<F>(out: usize, a: usize, b: usize, vectors: i32, bytes: usize): void {
  const stepA = <usize>(vectors & 1) << 4;
  const stepB = <usize>(vectors & 2) << 3;
  for (const end = out + bytes; out < end; out += 16, a += stepA, b += stepB) {
    const x = v128.load(a);
    const y = v128.load(b);
    const lower = changetype<F>(0).of(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(y));
    v128.store(out, joined(lower, changetype<F>(0).of(upperHalf(x), upperHalf(y))));
  }
}
