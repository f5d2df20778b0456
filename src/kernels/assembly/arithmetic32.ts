import { each1, each2, each3 } from "./loops.ts";
import { number32 } from "./single.ts";
import { MINUS_ONE, ONE, ZERO } from "./tables.ts";

/* The primitives that are instructions, in single precision; each does what the formula table's function does. */

class Add {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f32x4.add(a, b); }
}
export function add32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Add>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Subtract {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f32x4.sub(a, b); }
}
export function subtract32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Subtract>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Multiply {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f32x4.mul(a, b); }
}
export function multiply32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Multiply>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Divide {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f32x4.div(a, b); }
}
export function divide32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Divide>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Min {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f32x4.pmin(a, b); }
}
export function min32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Min>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Max {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return f32x4.pmax(a, b); }
}
export function max32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Max>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Less {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f32x4.lt(a, b), number32(ONE)); }
}
export function less32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Less>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class LessEqual {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f32x4.le(a, b), number32(ONE)); }
}
export function lessEqual32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<LessEqual>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Greater {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f32x4.gt(a, b), number32(ONE)); }
}
export function greater32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<Greater>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class GreaterEqual {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return v128.and(f32x4.ge(a, b), number32(ONE)); }
}
export function greaterEqual32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<GreaterEqual>(out << 2, a << 2, b << 2, vectors, count << 2);
}

class Negate {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return f32x4.neg(x); }
}
export function negate32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Negate>(out << 2, a << 2, vectors, count << 2);
}

class Abs {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return f32x4.abs(x); }
}
export function abs32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Abs>(out << 2, a << 2, vectors, count << 2);
}

class Sqrt {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return f32x4.sqrt(x); }
}
export function sqrt32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sqrt>(out << 2, a << 2, vectors, count << 2);
}

class Relu {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return v128.and(x, f32x4.gt(x, number32(ZERO))); }
}
export function relu32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Relu>(out << 2, a << 2, vectors, count << 2);
}

class Step {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return v128.and(f32x4.gt(x, number32(ZERO)), number32(ONE)); }
}
export function step32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Step>(out << 2, a << 2, vectors, count << 2);
}

class Sign {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return v128.or(v128.and(f32x4.gt(x, number32(ZERO)), number32(ONE)), v128.and(f32x4.lt(x, number32(ZERO)), number32(MINUS_ONE))); }
}
export function sign32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sign>(out << 2, a << 2, vectors, count << 2);
}

class Select {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128, c: v128): v128 { return v128.bitselect(b, c, f32x4.ne(a, number32(ZERO))); }
}
export function select32(out: usize, a: usize, b: usize, c: usize, vectors: i32, count: usize): void {
  each3<Select>(out << 2, a << 2, b << 2, c << 2, vectors, count << 2);
}

class Clamp {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128, c: v128): v128 { return f32x4.min(c, f32x4.max(b, a)); }
}
export function clamp32(out: usize, a: usize, b: usize, c: usize, vectors: i32, count: usize): void {
  each3<Clamp>(out << 2, a << 2, b << 2, c << 2, vectors, count << 2);
}
