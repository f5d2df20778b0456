import { each1, each2, each3 } from "./loops.ts";
import { number64 } from "./double.ts";
import { MINUS_ONE, ONE, ZERO } from "./tables.ts";

/* The primitives that are instructions, in double precision; each does what the formula table's function does. */

class Add {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f64x2.add(a, b); }
}
export function add64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Add>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Subtract {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f64x2.sub(a, b); }
}
export function subtract64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Subtract>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Multiply {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f64x2.mul(a, b); }
}
export function multiply64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Multiply>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Divide {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f64x2.div(a, b); }
}
export function divide64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Divide>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Min {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f64x2.pmin(a, b); }
}
export function min64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Min>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Max {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f64x2.pmax(a, b); }
}
export function max64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Max>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Less {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f64x2.lt(a, b), number64(ONE)); }
}
export function less64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Less>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class LessEqual {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f64x2.le(a, b), number64(ONE)); }
}
export function lessEqual64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<LessEqual>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Greater {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f64x2.gt(a, b), number64(ONE)); }
}
export function greater64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Greater>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class GreaterEqual {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f64x2.ge(a, b), number64(ONE)); }
}
export function greaterEqual64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<GreaterEqual>(out << 3, a << 3, b << 3, vectors, count << 3);
}

class Negate {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return f64x2.neg(x); }
}
export function negate64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Negate>(out << 3, a << 3, vectors, count << 3);
}

class Abs {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return f64x2.abs(x); }
}
export function abs64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Abs>(out << 3, a << 3, vectors, count << 3);
}

class Sqrt {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return f64x2.sqrt(x); }
}
export function sqrt64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sqrt>(out << 3, a << 3, vectors, count << 3);
}

class Relu {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return v128.and(x, f64x2.gt(x, number64(ZERO))); }
}
export function relu64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Relu>(out << 3, a << 3, vectors, count << 3);
}

class Step {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return v128.and(f64x2.gt(x, number64(ZERO)), number64(ONE)); }
}
export function step64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Step>(out << 3, a << 3, vectors, count << 3);
}

class Sign {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return v128.or(v128.and(f64x2.gt(x, number64(ZERO)), number64(ONE)), v128.and(f64x2.lt(x, number64(ZERO)), number64(MINUS_ONE))); }
}
export function sign64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sign>(out << 3, a << 3, vectors, count << 3);
}

class Select {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128, c: v128): v128 { return v128.bitselect(b, c, f64x2.ne(a, number64(ZERO))); }
}
export function select64(out: usize, a: usize, b: usize, c: usize, vectors: i32, count: usize): void {
  each3<Select>(out << 3, a << 3, b << 3, c << 3, vectors, count << 3);
}

class Clamp {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128, c: v128): v128 { return f64x2.min(c, f64x2.max(b, a)); }
}
export function clamp64(out: usize, a: usize, b: usize, c: usize, vectors: i32, count: usize): void {
  each3<Clamp>(out << 3, a << 3, b << 3, c << 3, vectors, count << 3);
}
