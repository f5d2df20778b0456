import {
  at64, common64, expm1Over64, artanhOver64, logTail64,
  ZERO, ONE, TWO, HALF, INFINITE, NOT_A_NUMBER, LOG2E, LN2_HIGH, LN2_LOW, MAGIC, EXP_LOW, EXP_HIGH, LEAST,
} from "./tables.ts";

/** One of `common64` in both lanes. */
// @ts-ignore: decorator
@inline export function number64(index: i32): v128 {
  return at64(common64, index);
}

// @ts-ignore: decorator
@inline function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(a, b), c);
}

/** The integer nearest to x / ln 2, in the low bits of a double. */
// @ts-ignore: decorator
@inline function power64(x: v128): v128 {
  return multiplyAdd(x, number64(LOG2E), number64(MAGIC));
}

/** eʳ − 1 where r is x without its `power` of two. */
// @ts-ignore: decorator
@inline function remainder64(x: v128, power: v128): v128 {
  const n = f64x2.sub(power, number64(MAGIC));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, number64(LN2_HIGH))), f64x2.mul(n, number64(LN2_LOW)));
  const r2 = f64x2.mul(r, r);
  let even = at64(expm1Over64, 10);
  let odd = at64(expm1Over64, 9);
  even = multiplyAdd(even, r2, at64(expm1Over64, 8));
  odd = multiplyAdd(odd, r2, at64(expm1Over64, 7));
  even = multiplyAdd(even, r2, at64(expm1Over64, 6));
  odd = multiplyAdd(odd, r2, at64(expm1Over64, 5));
  even = multiplyAdd(even, r2, at64(expm1Over64, 4));
  odd = multiplyAdd(odd, r2, at64(expm1Over64, 3));
  even = multiplyAdd(even, r2, at64(expm1Over64, 2));
  odd = multiplyAdd(odd, r2, at64(expm1Over64, 1));
  return multiplyAdd(multiplyAdd(odd, r, f64x2.mul(even, r2)), r, r);
}

/** a · 2ⁿ, n in the low bits of `power`. */
// @ts-ignore: decorator
@inline export function scaled64(a: v128, power: v128): v128 {
  return i64x2.add(a, i64x2.shl(power, 52));
}

/** eˣ for x between EXP_LOW and EXP_HIGH. */
// @ts-ignore: decorator
@inline function ordinaryExp64(x: v128): v128 {
  const power = power64(x);
  return scaled64(f64x2.add(number64(ONE), remainder64(x, power)), power);
}

export function exp64(x: v128): v128 {
  const low = number64(EXP_LOW);
  const high = number64(EXP_HIGH);
  const result = ordinaryExp64(f64x2.pmax(f64x2.pmin(x, high), low));
  const beyond = f64x2.pmax(f64x2.mul(x, number64(INFINITE)), number64(ZERO));
  return v128.bitselect(result, beyond, v128.and(f64x2.ge(x, low), f64x2.le(x, high)));
}

export function expm164(x: v128): v128 {
  const held = f64x2.pmax(f64x2.pmin(x, number64(EXP_HIGH)), f64x2.splat(-50));
  const power = power64(held);
  const p = remainder64(held, power);
  const scale = scaled64(number64(ONE), power);
  const near = multiplyAdd(scale, p, f64x2.sub(scale, number64(ONE)));
  const far = scaled64(f64x2.add(number64(ONE), p), power);
  const finite = v128.bitselect(far, near, f64x2.gt(x, f64x2.splat(40)));
  const result = v128.bitselect(number64(INFINITE), finite, f64x2.gt(x, number64(EXP_HIGH)));
  return v128.bitselect(x, result, f64x2.lt(f64x2.abs(x), f64x2.splat(1e-17)));
}

/** e^(−|x|), and from 708 on what it is there. */
// @ts-ignore: decorator
@inline export function decay64(x: v128): v128 {
  return ordinaryExp64(f64x2.pmax(f64x2.neg(f64x2.abs(x)), number64(EXP_LOW)));
}

/** ln(1 + t) as 2 artanh(s), s = t/(2 + t) in [0, ⅓]. */
// @ts-ignore: decorator
@inline export function artanhSeries64(s: v128): v128 {
  const floored = f64x2.pmax(s, number64(LEAST));
  const w = f64x2.mul(floored, floored);
  const w2 = f64x2.mul(w, w);
  let even = at64(artanhOver64, 10);
  let odd = at64(artanhOver64, 9);
  even = multiplyAdd(even, w2, at64(artanhOver64, 8));
  odd = multiplyAdd(odd, w2, at64(artanhOver64, 7));
  even = multiplyAdd(even, w2, at64(artanhOver64, 6));
  odd = multiplyAdd(odd, w2, at64(artanhOver64, 5));
  even = multiplyAdd(even, w2, at64(artanhOver64, 4));
  odd = multiplyAdd(odd, w2, at64(artanhOver64, 3));
  even = multiplyAdd(even, w2, at64(artanhOver64, 2));
  odd = multiplyAdd(odd, w2, at64(artanhOver64, 1));
  even = multiplyAdd(even, w2, at64(artanhOver64, 0));
  return f64x2.mul(multiplyAdd(odd, w, even), s);
}

export function softplus64(x: v128): v128 {
  const t = decay64(x);
  const s = f64x2.div(t, f64x2.add(number64(TWO), t));
  const small = v128.andnot(artanhSeries64(s), f64x2.lt(x, number64(EXP_LOW)));
  return f64x2.add(f64x2.pmax(x, number64(ZERO)), small);
}

export function sigmoid64(x: v128): v128 {
  const t = decay64(x);
  const rest = f64x2.div(number64(ONE), f64x2.add(number64(ONE), t));
  const left = v128.andnot(f64x2.mul(t, rest), f64x2.lt(x, number64(EXP_LOW)));
  return v128.bitselect(rest, left, f64x2.ge(x, number64(ZERO)));
}

/** ln x + c, c a small correction; x positive, finite. */
// @ts-ignore: decorator
@inline function ordinaryLog64(x: v128, c: v128): v128 {
  const tiny = f64x2.lt(x, f64x2.splat(2.2250738585072014e-308));
  const normal = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, tiny);
  const t = i64x2.add(normal, i64x2.splat(0x3ff0000000000000 - 0x3fe6a09e667f3bcd));
  const biased = f64x2.sub(v128.or(i64x2.shr_u(t, 52), i64x2.splat(0x4330000000000000)), f64x2.splat(4503599627371519));
  const k = f64x2.sub(biased, v128.and(f64x2.splat(54), tiny));
  const m = i64x2.add(v128.and(t, i64x2.splat(0xfffffffffffff)), i64x2.splat(0x3fe6a09e667f3bcd));
  const f = f64x2.sub(m, number64(ONE));
  const s = f64x2.div(f, f64x2.add(number64(TWO), f));
  const w = f64x2.mul(s, s);
  const w2 = f64x2.mul(w, w);
  let even = at64(logTail64, 6);
  let odd = at64(logTail64, 7);
  even = multiplyAdd(even, w2, at64(logTail64, 4));
  odd = multiplyAdd(odd, w2, at64(logTail64, 5));
  even = multiplyAdd(even, w2, at64(logTail64, 2));
  odd = multiplyAdd(odd, w2, at64(logTail64, 3));
  even = multiplyAdd(even, w2, at64(logTail64, 0));
  odd = multiplyAdd(odd, w2, at64(logTail64, 1));
  const tail = f64x2.mul(multiplyAdd(odd, w, even), w);
  const half = f64x2.mul(f64x2.mul(f, number64(HALF)), f);
  const low = multiplyAdd(k, number64(LN2_LOW), c);
  const rest = f64x2.sub(half, multiplyAdd(s, f64x2.add(half, tail), low));
  return f64x2.sub(f64x2.mul(k, number64(LN2_HIGH)), f64x2.sub(rest, f));
}

/** `result` where u is positive and finite; ln u at 0, ∞ and NaN, NaN below. */
// @ts-ignore: decorator
@inline function logOrLimit64(u: v128, result: v128): v128 {
  const zero = number64(ZERO);
  const infinite = number64(INFINITE);
  const below = v128.bitselect(number64(NOT_A_NUMBER), u, f64x2.lt(u, zero));
  const limit = v128.bitselect(f64x2.neg(infinite), below, f64x2.eq(u, zero));
  return v128.bitselect(result, limit, v128.and(f64x2.gt(u, zero), f64x2.lt(u, infinite)));
}

export function log64(x: v128): v128 {
  return logOrLimit64(x, ordinaryLog64(x, number64(ZERO)));
}

export function log1p64(x: v128): v128 {
  const one = number64(ONE);
  const u = f64x2.add(one, x);
  const back = f64x2.sub(u, one);
  const lost = f64x2.add(f64x2.sub(one, f64x2.sub(u, back)), f64x2.sub(x, back));
  const result = logOrLimit64(u, ordinaryLog64(u, f64x2.div(lost, u)));
  return v128.bitselect(x, result, f64x2.lt(f64x2.abs(x), f64x2.splat(1e-17)));
}

export function logSoftplus64(x: v128): v128 {
  return v128.bitselect(x, log64(softplus64(x)), f64x2.lt(x, f64x2.splat(-37)));
}

export function logAddExp64(a: v128, b: v128): v128 {
  const ordered = f64x2.lt(a, b);
  const low = v128.bitselect(a, b, ordered);
  const high = v128.bitselect(b, a, ordered);
  const sum = f64x2.add(high, log1p64(exp64(f64x2.sub(low, high))));
  return v128.bitselect(high, sum, f64x2.eq(low, f64x2.neg(number64(INFINITE))));
}

export function tanh64(x: v128): v128 {
  const size = f64x2.abs(x);
  const e = expm164(f64x2.mul(size, f64x2.splat(-2)));
  const result = f64x2.div(f64x2.neg(e), f64x2.add(e, number64(TWO)));
  return v128.bitselect(x, result, f64x2.splat(-0.0));
}
