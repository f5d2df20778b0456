import { exp32 as ofExp, sigmoid32 as ofSigmoid, softplus32 as ofSoftplus } from "./single.ts";
import {
  expm164 as ofExpm1, log64 as ofLog, log1p64 as ofLog1p, logSoftplus64 as ofLogSoftplus, tanh64 as ofTanh, logAddExp64 as ofLogAddExp,
} from "./double.ts";
import { cos64 as ofCos, sin64 as ofSin } from "./trigonometry.ts";
import { each1, wide1, wide2 } from "./loops.ts";

/* The transcendental primitives in single precision; those that no link needs go through double precision. */

class Exp {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofExp(x); }
}
export function exp32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Exp>(out << 2, a << 2, vectors, count << 2);
}

class Expm1 {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofExpm1(x); }
}
export function expm132(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<Expm1>(out << 2, a << 2, vectors, count << 2);
}

class Log {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofLog(x); }
}
export function log32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<Log>(out << 2, a << 2, vectors, count << 2);
}

class Log1p {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofLog1p(x); }
}
export function log1p32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<Log1p>(out << 2, a << 2, vectors, count << 2);
}

class Softplus {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofSoftplus(x); }
}
export function softplus32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Softplus>(out << 2, a << 2, vectors, count << 2);
}

class Sigmoid {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofSigmoid(x); }
}
export function sigmoid32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sigmoid>(out << 2, a << 2, vectors, count << 2);
}

class LogSoftplus {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofLogSoftplus(x); }
}
export function logSoftplus32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<LogSoftplus>(out << 2, a << 2, vectors, count << 2);
}

class Tanh {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofTanh(x); }
}
export function tanh32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<Tanh>(out << 2, a << 2, vectors, count << 2);
}

class Sin {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofSin(x); }
}
export function sin32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<Sin>(out << 2, a << 2, vectors, count << 2);
}

class Cos {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofCos(x); }
}
export function cos32(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  wide1<Cos>(out << 2, a << 2, vectors, count << 2);
}

class LogAddExp {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return ofLogAddExp(a, b); }
}
export function logAddExp32(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  wide2<LogAddExp>(out << 2, a << 2, b << 2, vectors, count << 2);
}
