import { HALF, ONE, POWER_HIGH, POWER_LOW, TINY, TWO, ZERO, at32, powers32 } from "./tables.ts";
import { artanhSeries64, number64, scaled64 } from "./double.ts";
import { joined, logSeries32, number32 } from "./single.ts";

/*
 * Tiles of a loss over the plane: `rows` rows of `columns` cells. An output at address 0 is not asked for. A row may
 * spill over its end by less than a vector; the next row, or the room after the tile, takes that.
 *
 * Tables: arrays over the columns, `stride` bytes apart, and in the same order `width` numbers for every row.
 *
 * softplus: (logit, mantissa, exponent, slope). z = across[column] + up[row], and eᶻ is the product of one factor a column
 * and one a row, each a number in [1, 2) times a power of two: no cell needs an exponential, and z loses no digits where
 * two large terms cancel.
 */

export function fusedSoftplus32(
  across: usize, stride: usize, up: usize, columns: usize, rows: i32,
  value: usize, byAcross: usize, byUp: usize, constant: f64,
): void {
  const low = at32(powers32, 0);
  const high = at32(powers32, 1);
  const one = number32(ONE);
  const zero = number32(ZERO);
  const tiny = number32(TINY);
  const added = f32x4.splat(<f32>constant);
  const line = columns << 2;
  for (let row = 0; row < rows; row++, up += 16) {
    const logit = v128.load32_splat(up);
    const mantissa = v128.load32_splat(up, 4);
    const exponent = v128.load32_splat(up, 8);
    const slope = v128.load32_splat(up, 12);
    for (let x: usize = 0; x < line; x += 16) {
      const from = across + x;
      const product = f32x4.mul(v128.load(from + stride), mantissa);
      const power = i32x4.add(v128.load(from + 2 * stride), exponent);
      const e = i32x4.add(product, i32x4.shl(i32x4.max_s(i32x4.min_s(power, high), low), 23));
      const rest = f32x4.div(one, f32x4.add(one, e));
      const weight = f32x4.mul(e, rest);
      if (value) {
        const z = f32x4.add(v128.load(from), logit);
        const top = f32x4.add(f32x4.pmax(z, zero), added);
        let small = f32x4.pmin(weight, rest);
        // most of a plane is far from the boundary
        if (v128.any_true(f32x4.gt(small, tiny))) small = logSeries32(small);
        v128.store(value + x, f32x4.add(top, small));
      }
      if (byAcross) v128.store(byAcross + x, f32x4.mul(weight, v128.load(from + 3 * stride)));
      if (byUp) v128.store(byUp + x, f32x4.mul(weight, slope));
    }
    if (value) value += line;
    if (byAcross) byAcross += line;
    if (byUp) byUp += line;
  }
}

/** A row's exponent has MAGIC added, which brings the sum's integer to the low bits. */
export function fusedSoftplus64(
  across: usize, stride: usize, up: usize, columns: usize, rows: i32,
  value: usize, byAcross: usize, byUp: usize, constant: f64,
): void {
  const low = number64(POWER_LOW);
  const high = number64(POWER_HIGH);
  const one = number64(ONE);
  const zero = number64(ZERO);
  const tiny = number64(TINY);
  const added = f64x2.splat(constant);
  const line = columns << 3;
  for (let row = 0; row < rows; row++, up += 32) {
    const logit = v128.load64_splat(up);
    const mantissa = v128.load64_splat(up, 8);
    const exponent = v128.load64_splat(up, 16);
    const slope = v128.load64_splat(up, 24);
    for (let x: usize = 0; x < line; x += 16) {
      const from = across + x;
      const product = f64x2.mul(v128.load(from + stride), mantissa);
      const power = f64x2.add(v128.load(from + 2 * stride), exponent);
      const e = scaled64(product, f64x2.pmax(f64x2.pmin(power, high), low));
      const rest = f64x2.div(one, f64x2.add(one, e));
      const weight = f64x2.mul(e, rest);
      if (value) {
        const z = f64x2.add(v128.load(from), logit);
        const top = f64x2.add(f64x2.pmax(z, zero), added);
        let small = f64x2.pmin(weight, rest);
        if (v128.any_true(f64x2.gt(small, tiny))) {
          small = artanhSeries64(f64x2.div(small, f64x2.sub(number64(TWO), small)));
        }
        v128.store(value + x, f64x2.add(top, small));
      }
      if (byAcross) v128.store(byAcross + x, f64x2.mul(weight, v128.load(from + 3 * stride)));
      if (byUp) v128.store(byUp + x, f64x2.mul(weight, slope));
    }
    if (value) value += line;
    if (byAcross) byAcross += line;
    if (byUp) byUp += line;
  }
}

/*
 * (logit, slope), doubles in both precisions, so that the side of a kink on which a cell lies is the same. `kind` 0:
 * [z]₊, 1: ½[z]₊², 2: z.
 */
// @ts-ignore: decorator
@inline function linkValue(kind: i32, z: v128): v128 {
  if (kind === 2) return z;
  const above = f64x2.pmax(number64(ZERO), z);
  return kind === 0 ? above : f64x2.mul(f64x2.mul(above, above), number64(HALF));
}

// @ts-ignore: decorator
@inline function linkSlope(kind: i32, z: v128): v128 {
  if (kind === 2) return number64(ONE);
  return kind === 0 ? v128.and(f64x2.gt(z, number64(ZERO)), number64(ONE)) : f64x2.pmax(number64(ZERO), z);
}

export function fusedHinge64(
  across: usize, stride: usize, up: usize, columns: usize, rows: i32,
  value: usize, byAcross: usize, byUp: usize, kind: i32,
): void {
  const line = columns << 3;
  for (let row = 0; row < rows; row++, up += 16) {
    const logit = v128.load64_splat(up);
    const slope = v128.load64_splat(up, 8);
    for (let x: usize = 0; x < line; x += 16) {
      const from = across + x;
      const z = f64x2.add(v128.load(from), logit);
      if (value) v128.store(value + x, linkValue(kind, z));
      const weight = linkSlope(kind, z);
      if (byAcross) v128.store(byAcross + x, f64x2.mul(weight, v128.load(from + stride)));
      if (byUp) v128.store(byUp + x, f64x2.mul(weight, slope));
    }
    if (value) value += line;
    if (byAcross) byAcross += line;
    if (byUp) byUp += line;
  }
}

export function fusedHinge32(
  across: usize, stride: usize, up: usize, columns: usize, rows: i32,
  value: usize, byAcross: usize, byUp: usize, kind: i32,
): void {
  const line = columns << 3;
  for (let row = 0; row < rows; row++, up += 16) {
    const logit = v128.load64_splat(up);
    const slopes = joined(v128.load64_splat(up, 8), v128.load64_splat(up, 8));
    for (let x: usize = 0; x < line; x += 32) {
      const from = across + x;
      const at = x >> 1;
      const lower = f64x2.add(v128.load(from), logit);
      const upper = f64x2.add(v128.load(from, 16), logit);
      if (value) v128.store(value + at, joined(linkValue(kind, lower), linkValue(kind, upper)));
      const weight = joined(linkSlope(kind, lower), linkSlope(kind, upper));
      if (byAcross) {
        const partial = joined(v128.load(from + stride), v128.load(from + stride, 16));
        v128.store(byAcross + at, f32x4.mul(weight, partial));
      }
      if (byUp) v128.store(byUp + at, f32x4.mul(weight, slopes));
    }
    const half = line >> 1;
    if (value) value += half;
    if (byAcross) byAcross += half;
    if (byUp) byUp += half;
  }
}

/** value = across[column] + up[row], both tables one number each in the precision of the result. */
export function fusedSum32(
  across: usize, _stride: usize, up: usize, columns: usize, rows: i32,
  value: usize, _byAcross: usize, _byUp: usize, _constant: f64,
): void {
  const line = columns << 2;
  for (let row = 0; row < rows; row++, up += 4, value += line) {
    const fromRow = v128.load32_splat(up);
    for (let x: usize = 0; x < line; x += 16) {
      v128.store(value + x, f32x4.add(v128.load(across + x), fromRow));
    }
  }
}

export function fusedSum64(
  across: usize, _stride: usize, up: usize, columns: usize, rows: i32,
  value: usize, _byAcross: usize, _byUp: usize, _constant: f64,
): void {
  const line = columns << 3;
  for (let row = 0; row < rows; row++, up += 8, value += line) {
    const fromRow = v128.load64_splat(up);
    for (let x: usize = 0; x < line; x += 16) {
      v128.store(value + x, f64x2.add(v128.load(across + x), fromRow));
    }
  }
}
