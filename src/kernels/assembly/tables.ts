/*
 * Constants lie in memory: one that is written into the code is built anew in every turn of a loop. All coefficients are
 * interpolations at Chebyshev nodes, worked out with 60 digits; the relative error of each is given.
 */

/** A number of a single-precision table in all four lanes. */
// @ts-ignore: decorator
@inline export function at32(table: usize, index: i32): v128 {
  return v128.load32_splat(table + (index << 2));
}

/** A number of a double-precision table in both lanes. */
// @ts-ignore: decorator
@inline export function at64(table: usize, index: i32): v128 {
  return v128.load64_splat(table + (index << 3));
}

/** Indices into `common32` and `common64`. */
export const ZERO: i32 = 0;
export const ONE: i32 = 1;
export const TWO: i32 = 2;
export const MINUS_ONE: i32 = 3;
export const HALF: i32 = 4;
export const INFINITE: i32 = 5;
export const NOT_A_NUMBER: i32 = 6;
export const LOG2E: i32 = 7;
/** ln 2 with enough trailing zeros that a small integer times it is exact, and what is missing. */
export const LN2_HIGH: i32 = 8;
export const LN2_LOW: i32 = 9;
/** 1.5 · 2⁵² or 1.5 · 2²³: added to a number, it leaves the nearest integer in the low bits. */
export const MAGIC: i32 = 10;
/** Between these exp is a normal number. */
export const EXP_LOW: i32 = 11;
export const EXP_HIGH: i32 = 12;
/** Far below what a series can tell from 0, and its products are normal numbers: a denormal one costs a hundred cycles. */
export const LEAST: i32 = 13;
/** Powers of two within which a factor of eᶻ is held; in double precision with MAGIC added. */
export const POWER_LOW: i32 = 14;
export const POWER_HIGH: i32 = 15;
/** Below this −ln(1 − u) is u. */
export const TINY: i32 = 16;

export const common32 = memory.data<f32>([
  0, 1, 2, -1, 0.5, Infinity, NaN, 1.44269504, 0.693359375, -2.12194440e-4, 12582912,
  -87.33654, 88.72283, 1e-30, 0, 0, 1e-7,
], 16);

export const powers32 = memory.data<i32>([-100, 100], 16);

export const common64 = memory.data<f64>([
  0, 1, 2, -1, 0.5, Infinity, NaN, 1.4426950408889634, 6.93147180369123816490e-1, 1.90821492927058770002e-10,
  6755399441055744, -708.3964185322641, 709.782712893384, 1e-70, 6755399441054744, 6755399441056744,
  1e-16,
], 16);

/** (eʳ − 1)/r on |r| ≤ ½ ln 2: 3e-10, 2e-17 */
export const expm1Over32 = memory.data<f32>([
  1, 0.50000000471177576744, 0.16666666718997508523, 0.041666352896775156786, 0.0083332984837548860262,
  0.0013941108433972674608, 0.00019899273958649360158,
], 16);

export const expm1Over64 = memory.data<f64>([
  1, 0.50000000000000056169, 0.16666666666666670986, 0.041666666666573142611, 0.008333333333326140884,
  0.0013888888932488598181, 0.00019841269874800491981, 0.000024801504346997687255, 2.7557255425746434282e-6,
  2.7626357241447222855e-7, 2.5105206373957011116e-8,
], 16);

/** −ln(1 − u)/u on [0, ½]: 3e-8 */
export const logOver32 = memory.data<f32>([
  1.0000000193555453361, 0.49999374677298042001, 0.33366199175653958104, 0.24343744009862040223,
  0.26454758383874539622, -0.1815716477623433504, 1.2050138964472942034, -1.6302116903983565058,
  1.4079567028635501333,
], 16);

/** 2 artanh(s)/s in w = s² on s ≤ ⅓: 1e-18 */
export const artanhOver64 = memory.data<f64>([
  2.0000000000000000024, 0.66666666666666149594, 0.40000000000185747468, 0.28571428545454114534,
  0.22222224080747673173, 0.1818174083250480451, 0.15386614042304007762, 0.13300374032674624337,
  0.12110168728069217655, 0.083245065118608205757, 0.17044163562781398129,
], 16);

/** (2 artanh(s)/s − 2)/w in w = s² on s ≤ 0.1716: 3e-18 */
export const logTail64 = memory.data<f64>([
  0.66666666666666666465, 0.40000000000000876983, 0.28571428570803611811, 0.22222222391713917442,
  0.18181795640132906276, 0.15386239702814658188, 0.13268773138656885185, 0.13086626147840102138,
], 16);

/** (sin x/x − 1)/w and (cos x − 1 + w/2)/w² in w = x² on x ≤ π/4: 7e-20, 2e-20 */
export const sine64 = memory.data<f64>([
  -0.16666666666666666666, 0.0083333333333333314921, -0.00019841269841265064947, 2.7557319219339166518e-6,
  -2.5052106232447577328e-8, 1.6058531618986146836e-10, -7.5866971177069179847e-13,
], 16);

export const cosine64 = memory.data<f64>([
  0.041666666666666666666, -0.0013888888888888887865, 0.000024801587301584646428, -2.7557319221402824394e-7,
  2.0876755791080423807e-9, -1.1470460887609959107e-11, 4.7458719020432915366e-14,
], 16);

/** 2/π, π/2 in three parts of which the first two have 33 bits, and the largest argument that they serve. */
export const angles64 = memory.data<f64>([
  0.6366197723675814, 1.57079632673412561417, 6.07710050630396597660e-11, 2.02226624879595063154e-21, 500000,
], 16);
