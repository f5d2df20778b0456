import { at64, angles64, cosine64, sine64, HALF, MAGIC, ONE } from "./tables.ts";
import { number64 } from "./double.ts";

// @ts-ignore: decorator
@external("math", "sin") declare function scalarSine(x: f64): f64;
// @ts-ignore: decorator
@external("math", "cos") declare function scalarCosine(x: f64): f64;

// @ts-ignore: decorator
@inline function polynomial(table: usize, w: v128): v128 {
  let p = at64(table, 6);
  for (let i = 5; i >= 0; i--) p = f64x2.add(f64x2.mul(p, w), at64(table, i));
  return p;
}

/** sin(x + turns · π/2) for arguments of ordinary size. */
function turned64(x: v128, turns: i64): v128 {
  const quarter = f64x2.add(f64x2.mul(x, at64(angles64, 0)), number64(MAGIC));
  const n = f64x2.sub(quarter, number64(MAGIC));
  let r = f64x2.sub(x, f64x2.mul(n, at64(angles64, 1)));
  r = f64x2.sub(r, f64x2.mul(n, at64(angles64, 2)));
  r = f64x2.sub(r, f64x2.mul(n, at64(angles64, 3)));
  const w = f64x2.mul(r, r);
  const sine = f64x2.add(r, f64x2.mul(f64x2.mul(r, w), polynomial(sine64, w)));
  const flat = f64x2.sub(number64(ONE), f64x2.mul(w, number64(HALF)));
  const cosine = f64x2.add(flat, f64x2.mul(f64x2.mul(w, w), polynomial(cosine64, w)));
  const place = i64x2.add(quarter, i64x2.splat(turns));
  const odd = i64x2.eq(v128.and(place, i64x2.splat(1)), i64x2.splat(1));
  const sign = i64x2.shl(v128.and(place, i64x2.splat(2)), 62);
  return v128.xor(v128.bitselect(cosine, sine, odd), sign);
}

// @ts-ignore: decorator
@inline function isHuge(x: v128): bool {
  return v128.any_true(f64x2.gt(f64x2.abs(x), at64(angles64, 4)));
}

export function sin64(x: v128): v128 {
  if (isHuge(x)) {
    const first = f64x2.splat(scalarSine(f64x2.extract_lane(x, 0)));
    return f64x2.replace_lane(first, 1, scalarSine(f64x2.extract_lane(x, 1)));
  }
  return turned64(x, 0);
}

export function cos64(x: v128): v128 {
  if (isHuge(x)) {
    const first = f64x2.splat(scalarCosine(f64x2.extract_lane(x, 0)));
    return f64x2.replace_lane(first, 1, scalarCosine(f64x2.extract_lane(x, 1)));
  }
  return turned64(x, 1);
}
