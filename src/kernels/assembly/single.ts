import {
  at32, common32, expm1Over32, logOver32,
  ZERO, ONE, INFINITE, LEAST, LOG2E, LN2_HIGH, LN2_LOW, MAGIC, EXP_LOW, EXP_HIGH,
} from "./tables.ts";

/** One of `common32` in all four lanes. */
// @ts-ignore: decorator
@inline export function number32(index: i32): v128 {
  return at32(common32, index);
}

// @ts-ignore: decorator
@inline function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** eˣ for x between EXP_LOW and EXP_HIGH. */
// @ts-ignore: decorator
@inline function ordinaryExp32(x: v128): v128 {
  const power = multiplyAdd(x, number32(LOG2E), number32(MAGIC));
  const n = f32x4.sub(power, number32(MAGIC));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, number32(LN2_HIGH))), f32x4.mul(n, number32(LN2_LOW)));
  let p = multiplyAdd(at32(expm1Over32, 6), r, at32(expm1Over32, 5));
  p = multiplyAdd(p, r, at32(expm1Over32, 4));
  p = multiplyAdd(p, r, at32(expm1Over32, 3));
  p = multiplyAdd(p, r, at32(expm1Over32, 2));
  p = multiplyAdd(p, r, at32(expm1Over32, 1));
  const whole = f32x4.add(number32(ONE), multiplyAdd(f32x4.mul(r, r), p, r));
  return i32x4.add(whole, i32x4.shl(power, 23));
}

export function exp32(x: v128): v128 {
  const low = number32(EXP_LOW);
  const high = number32(EXP_HIGH);
  const result = ordinaryExp32(f32x4.pmax(f32x4.pmin(x, high), low));
  const beyond = f32x4.pmax(f32x4.mul(x, number32(INFINITE)), number32(ZERO));
  return v128.bitselect(result, beyond, v128.and(f32x4.ge(x, low), f32x4.le(x, high)));
}

// @ts-ignore: decorator
@inline export function decay32(x: v128): v128 {
  return ordinaryExp32(f32x4.pmax(f32x4.neg(f32x4.abs(x)), number32(EXP_LOW)));
}

/** −ln(1 − u), u in [0, ½] */
// @ts-ignore: decorator
@inline export function logSeries32(u: v128): v128 {
  const floored = f32x4.pmax(u, number32(LEAST));
  let p = multiplyAdd(at32(logOver32, 8), floored, at32(logOver32, 7));
  p = multiplyAdd(p, floored, at32(logOver32, 6));
  p = multiplyAdd(p, floored, at32(logOver32, 5));
  p = multiplyAdd(p, floored, at32(logOver32, 4));
  p = multiplyAdd(p, floored, at32(logOver32, 3));
  p = multiplyAdd(p, floored, at32(logOver32, 2));
  p = multiplyAdd(p, floored, at32(logOver32, 1));
  p = multiplyAdd(p, floored, at32(logOver32, 0));
  return f32x4.mul(p, u);
}

export function softplus32(x: v128): v128 {
  const t = decay32(x);
  const u = f32x4.div(t, f32x4.add(number32(ONE), t));
  const small = v128.andnot(logSeries32(u), f32x4.lt(x, number32(EXP_LOW)));
  return f32x4.add(f32x4.pmax(x, number32(ZERO)), small);
}

export function sigmoid32(x: v128): v128 {
  const t = decay32(x);
  const rest = f32x4.div(number32(ONE), f32x4.add(number32(ONE), t));
  const left = v128.andnot(f32x4.mul(t, rest), f32x4.lt(x, number32(EXP_LOW)));
  return v128.bitselect(rest, left, f32x4.ge(x, number32(ZERO)));
}

/** The upper two of four numbers, as doubles. */
// @ts-ignore: decorator
@inline export function upperHalf(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 0));
}

/** Two doubles each, as four singles. */
// @ts-ignore: decorator
@inline export function joined(lower: v128, upper: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(lower), f32x4.demote_f64x2_zero(upper), 0, 2);
}
