import { artanhSeries64, decay64, number64 } from "./double.ts";
import { decay32, logSeries32, number32 } from "./single.ts";
import { EXP_LOW, ONE, TWO, ZERO } from "./tables.ts";

/*
 * softplus into `out` and sigmoid into `second`, which share e^(−|a|): a value and its gradient want both. `a` runs
 * along; it may be one of the results.
 */

export function softplusAndSigmoid32(out: usize, a: usize, second: usize, _c: usize, _: i32, count: usize): void {
  const zero = number32(ZERO);
  const one = number32(ONE);
  const low = number32(EXP_LOW);
  out <<= 2;
  a <<= 2;
  second <<= 2;
  for (const end = out + (count << 2); out < end; out += 16, a += 16, second += 16) {
    const x = v128.load(a);
    const t = decay32(x);
    const rest = f32x4.div(one, f32x4.add(one, t));
    const weight = f32x4.mul(t, rest);
    const lost = f32x4.lt(x, low);
    v128.store(out, f32x4.add(f32x4.pmax(x, zero), v128.andnot(logSeries32(weight), lost)));
    v128.store(second, v128.bitselect(rest, v128.andnot(weight, lost), f32x4.ge(x, zero)));
  }
}

export function softplusAndSigmoid64(out: usize, a: usize, second: usize, _c: usize, _: i32, count: usize): void {
  const zero = number64(ZERO);
  const one = number64(ONE);
  const two = number64(TWO);
  const low = number64(EXP_LOW);
  out <<= 3;
  a <<= 3;
  second <<= 3;
  for (const end = out + (count << 3); out < end; out += 16, a += 16, second += 16) {
    const x = v128.load(a);
    const t = decay64(x);
    const rest = f64x2.div(one, f64x2.add(one, t));
    const lost = f64x2.lt(x, low);
    const small = artanhSeries64(f64x2.div(t, f64x2.add(two, t)));
    v128.store(out, f64x2.add(f64x2.pmax(x, zero), v128.andnot(small, lost)));
    const left = v128.andnot(f64x2.mul(t, rest), lost);
    v128.store(second, v128.bitselect(rest, left, f64x2.ge(x, zero)));
  }
}
