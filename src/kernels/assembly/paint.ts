import { ZERO } from "./tables.ts";
import { number32 } from "./single.ts";

/*
 * Numbers as pixels. A tile is `rows` rows of singles, `stride` bytes apart, with one row more on either side, and in each
 * row a number more before its first column and after its last. Pixels are rows of the tile from the last to the first,
 * without gaps; a row may spill over its end by less than a vector, which the next row, or the room after the tile, takes.
 */

/**
 * How far numbers go from one pixel to the next, squared, of which the level is `off`: the smaller of the slopes on either
 * side, since a jump says nothing of what lies beside it, and the larger where the level lies in the jump.
 */
// @ts-ignore: decorator
@inline function squaredSlope(off: v128, left: v128, right: v128, below: v128, above: v128, larger: v128): v128 {
  const zero = number32(ZERO);
  const inStep = v128.or(
    v128.or(
      f32x4.le(f32x4.mul(off, f32x4.add(off, right)), zero),
      f32x4.le(f32x4.mul(off, f32x4.sub(off, left)), zero),
    ),
    v128.or(
      f32x4.le(f32x4.mul(off, f32x4.add(off, above)), zero),
      f32x4.le(f32x4.mul(off, f32x4.sub(off, below)), zero),
    ),
  );
  const across = f32x4.pmin(f32x4.mul(left, left), f32x4.mul(right, right));
  const up = f32x4.pmin(f32x4.mul(below, below), f32x4.mul(above, above));
  return v128.bitselect(larger, f32x4.add(across, up), inStep);
}

/** The larger of the slopes on either side, squared: what is farther off than by these lies on no line. */
// @ts-ignore: decorator
@inline function largerSlope(left: v128, right: v128, below: v128, above: v128): v128 {
  const across = f32x4.pmax(f32x4.mul(left, left), f32x4.mul(right, right));
  const up = f32x4.pmax(f32x4.mul(below, below), f32x4.mul(above, above));
  return f32x4.add(across, up);
}

/** A picture's cell that is masked: the last of the shades, all bits of their number. */
const MASKED: i32 = 255;

/** Slopes beyond belong to a cell beside one without a number. */
const STEEPEST: f32 = 1e30;

/** `over` with this weight, 0 to 256, on `under`. */
// @ts-ignore: decorator
@inline function mixed(under: u32, over: u32, weight: u32): u32 {
  const rest = 256 - weight;
  const ends = (((under & 0xff00ff) * rest + (over & 0xff00ff) * weight) >> 8) & 0xff00ff;
  const middle = (((under & 0xff00) * rest + (over & 0xff00) * weight) >> 8) & 0xff00;
  return ends | middle | 0xff000000;
}

/** How much of a pixel a line covers whose middle is `distance` pixels away, as a weight. */
// @ts-ignore: decorator
@inline function weightOf(distance: f32, half: f32, opacity: f32): u32 {
  const covered = max<f32>(0, min<f32>(min<f32>(1, 2 * half), half + <f32>0.5 - distance));
  return <u32>(covered * opacity * 256);
}

/**
 * Rows of numbers without gaps, as rows `stride` bytes apart; before the first number of each and after the last stands
 * what lies as far from it within.
 */
export function spread32(from: usize, columns: usize, rows: i32, to: usize, stride: usize): void {
  const line = columns << 2;
  for (let row = 0; row < rows; row++, from += line, to += stride) {
    memory.copy(to, from, line);
    store<f32>(to - 4, load<f32>(to, 4));
    store<f32>(to + line, load<f32>(to + line - 8));
  }
}

/**
 * Colours and isolines. `shades` has an entry of 16 bytes for each of 256 shades: its colour, the level nearest to it
 * counted in shades (NaN: none), and the colour of that level's line.
 */
export function paint32(
  values: usize, stride: usize, columns: usize, rows: i32, pixels: usize,
  shades: usize, low: f32, slope: f32, half: f32, opacity: f32,
): void {
  const line = columns << 2;
  const lowest = f32x4.splat(low);
  const steep = f32x4.splat(slope);
  const zero = number32(ZERO);
  const top = f32x4.splat(254);
  const lift = f32x4.splat(256);
  const last = i32x4.splat(MASKED << 4);
  const most = f32x4.splat(STEEPEST);
  const reach = f32x4.splat((half + <f32>0.5) * (half + <f32>0.5));
  for (let row = rows - 1; row >= 0; row--) {
    const from = values + <usize>row * stride;
    for (let x: usize = 0; x < line; x += 16) {
      const at = from + x;
      const v = v128.load(at);
      const t = f32x4.mul(f32x4.sub(v, lowest), steep);
      const nothing = f32x4.sub(v, v);
      const unknown = f32x4.ne(nothing, nothing);
      // between 256 and 512 the last bit of a single is 2⁻¹⁵, so that whole shades stand from the 16th bit on
      const shade = i32x4.shr_u(f32x4.add(lift, f32x4.pmin(top, f32x4.pmax(zero, t))), 11);
      const index = v128.and(v128.or(shade, unknown), last);
      const a = v128.load(shades + i32x4.extract_lane(index, 0));
      const b = v128.load(shades + i32x4.extract_lane(index, 1));
      const c = v128.load(shades + i32x4.extract_lane(index, 2));
      const d = v128.load(shades + i32x4.extract_lane(index, 3));
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      v128.store(pixels + x, v128.shuffle<i64>(ab, cd, 0, 2));
      const off = f32x4.sub(t, v128.shuffle<i64>(ab, cd, 1, 3));
      const left = f32x4.mul(f32x4.sub(v, v128.load(at - 4)), steep);
      const right = f32x4.mul(f32x4.sub(v128.load(at, 4), v), steep);
      const below = f32x4.mul(f32x4.sub(v, v128.load(at - stride)), steep);
      const above = f32x4.mul(f32x4.sub(v128.load(at + stride), v), steep);
      const larger = largerSlope(left, right, below, above);
      const distance = f32x4.mul(off, off);
      if (!v128.any_true(f32x4.lt(distance, f32x4.mul(reach, larger)))) continue;
      const squared = squaredSlope(off, left, right, below, above, larger);
      const hit = v128.and(f32x4.lt(distance, f32x4.mul(reach, squared)), f32x4.lt(squared, most));
      if (v128.any_true(hit)) {
        const away = f32x4.div(f32x4.abs(off), f32x4.sqrt(squared));
        if (i32x4.extract_lane(hit, 0)) blend(pixels + x, i32x4.extract_lane(a, 2), f32x4.extract_lane(away, 0), half, opacity);
        if (i32x4.extract_lane(hit, 1)) blend(pixels + x + 4, i32x4.extract_lane(b, 2), f32x4.extract_lane(away, 1), half, opacity);
        if (i32x4.extract_lane(hit, 2)) blend(pixels + x + 8, i32x4.extract_lane(c, 2), f32x4.extract_lane(away, 2), half, opacity);
        if (i32x4.extract_lane(hit, 3)) blend(pixels + x + 12, i32x4.extract_lane(d, 2), f32x4.extract_lane(away, 3), half, opacity);
      }
    }
    pixels += line;
  }
}

// @ts-ignore: decorator
@inline function blend(pixel: usize, over: u32, distance: f32, half: f32, opacity: f32): void {
  store<u32>(pixel, mixed(load<u32>(pixel), over, weightOf(distance, half, opacity)));
}

/** One level as a line over pixels that are there. Their rows end where the next begins: nothing may spill. */
export function stroke32(
  values: usize, stride: usize, columns: usize, rows: i32, pixels: usize,
  level: f32, half: f32, color: u32, opacity: f32,
): void {
  const line = columns << 2;
  const target = f32x4.splat(level);
  const most = f32x4.splat(STEEPEST);
  const reach = f32x4.splat((half + <f32>0.5) * (half + <f32>0.5));
  for (let row = rows - 1; row >= 0; row--) {
    const from = values + <usize>row * stride;
    for (let x: usize = 0; x < line; x += 16) {
      const at = from + x;
      const v = v128.load(at);
      const off = f32x4.sub(v, target);
      const left = f32x4.sub(v, v128.load(at - 4));
      const right = f32x4.sub(v128.load(at, 4), v);
      const below = f32x4.sub(v, v128.load(at - stride));
      const above = f32x4.sub(v128.load(at + stride), v);
      const larger = largerSlope(left, right, below, above);
      const distance = f32x4.mul(off, off);
      if (!v128.any_true(f32x4.lt(distance, f32x4.mul(reach, larger)))) continue;
      const squared = squaredSlope(off, left, right, below, above, larger);
      const hit = v128.and(f32x4.lt(distance, f32x4.mul(reach, squared)), f32x4.lt(squared, most));
      if (!v128.any_true(hit)) continue;
      const away = f32x4.div(f32x4.abs(off), f32x4.sqrt(squared));
      const rest = line - x;
      if (i32x4.extract_lane(hit, 0)) blend(pixels + x, color, f32x4.extract_lane(away, 0), half, opacity);
      if (rest > 4 && i32x4.extract_lane(hit, 1)) blend(pixels + x + 4, color, f32x4.extract_lane(away, 1), half, opacity);
      if (rest > 8 && i32x4.extract_lane(hit, 2)) blend(pixels + x + 8, color, f32x4.extract_lane(away, 2), half, opacity);
      if (rest > 12 && i32x4.extract_lane(hit, 3)) blend(pixels + x + 12, color, f32x4.extract_lane(away, 3), half, opacity);
    }
    pixels += line;
  }
}

const SQRT_HALF: f32 = 0.70710678;

/**
 * Hatching from the lower left to the upper right, `gap` pixels apart along a row, where `values` are below zero. `top` is
 * how many rows of the picture lie above the tile's.
 */
export function hatch32(
  values: usize, stride: usize, columns: usize, rows: i32, pixels: usize,
  top: f32, gap: f32, half: f32, color: u32, opacity: f32,
): void {
  const line = columns << 2;
  const reach = (half + <f32>0.5) / SQRT_HALF;
  for (let row = rows - 1; row >= 0; row--, top += 1) {
    const from = values + <usize>row * stride;
    for (let middle: f32 = ceil(top / gap) * gap - top - gap; middle < <f32>columns + reach; middle += gap) {
      const last = min<i32>(<i32>columns - 1, <i32>floor(middle + reach));
      for (let x = max<i32>(0, <i32>ceil(middle - reach)); x <= last; x++) {
        const at = <usize>x << 2;
        if (load<f32>(from + at) < 0)
          blend(pixels + at, color, abs(<f32>x - middle) * SQRT_HALF, half, opacity);
      }
    }
    pixels += line;
  }
}
