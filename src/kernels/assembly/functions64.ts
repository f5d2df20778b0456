import {
  exp64 as ofExp, expm164 as ofExpm1, log64 as ofLog, log1p64 as ofLog1p, softplus64 as ofSoftplus, sigmoid64 as ofSigmoid, logSoftplus64 as ofLogSoftplus, tanh64 as ofTanh, logAddExp64 as ofLogAddExp,
} from "./double.ts";
import { cos64 as ofCos, sin64 as ofSin } from "./trigonometry.ts";
import { each1, each2 } from "./loops.ts";

/* The transcendental primitives in double precision. */

class Exp {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofExp(x); }
}
export function exp64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Exp>(out << 3, a << 3, vectors, count << 3);
}

class Expm1 {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofExpm1(x); }
}
export function expm164(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Expm1>(out << 3, a << 3, vectors, count << 3);
}

class Log {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofLog(x); }
}
export function log64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Log>(out << 3, a << 3, vectors, count << 3);
}

class Log1p {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofLog1p(x); }
}
export function log1p64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Log1p>(out << 3, a << 3, vectors, count << 3);
}

class Softplus {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofSoftplus(x); }
}
export function softplus64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Softplus>(out << 3, a << 3, vectors, count << 3);
}

class Sigmoid {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofSigmoid(x); }
}
export function sigmoid64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sigmoid>(out << 3, a << 3, vectors, count << 3);
}

class LogSoftplus {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofLogSoftplus(x); }
}
export function logSoftplus64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<LogSoftplus>(out << 3, a << 3, vectors, count << 3);
}

class Tanh {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofTanh(x); }
}
export function tanh64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Tanh>(out << 3, a << 3, vectors, count << 3);
}

class Sin {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofSin(x); }
}
export function sin64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Sin>(out << 3, a << 3, vectors, count << 3);
}

class Cos {
  // @ts-ignore: decorator
  @inline of(x: v128): v128 { return ofCos(x); }
}
export function cos64(out: usize, a: usize, _b: usize, _c: usize, vectors: i32, count: usize): void {
  each1<Cos>(out << 3, a << 3, vectors, count << 3);
}

class LogAddExp {
  // @ts-ignore: decorator
  @inline of(a: v128, b: v128): v128 { return ofLogAddExp(a, b); }
}
export function logAddExp64(out: usize, a: usize, b: usize, _c: usize, vectors: i32, count: usize): void {
  each2<LogAddExp>(out << 3, a << 3, b << 3, vectors, count << 3);
}
