/** The numbers that stand for what is none, and how they are told, for shaders that only read them. */
export const WGSL_MARKS = /* wgsl */ `
const FAR = 1.5e38;
const LIMIT = 1.0e38;
const LOST = 3.0e38;
fn lost(x: f32) -> bool { return abs(x) > 2.0e38; }
fn far(x: f32) -> bool { return abs(x) > LIMIT; }`;

/**
 * Arithmetic in WGSL that never makes an infinity or a NaN, which a shader may assume do not occur. A magnitude above
 * 1e38 stands for ±∞, one above 2e38 for "lost": not a number, or not one that 32 bits can tell.
 *
 * A wide number is a sum of two floats, vec2f(high, low), of about 48 bits: with it z = A_n(s_n) − A_p(s_p) keeps its
 * digits where two terms of a thousand cancel. Compilers may reorder sums; `fixed` (x, through an exclusive or with a
 * zero that only the host knows) keeps those apart whose order matters. The host's text defines it.
 */
export const WGSL_NUMBERS = /* wgsl */ `
${WGSL_MARKS}
const TINY = 1.1754944e-38;
/** Below it a sum may have lost a term of its own size, flushed to 0: too few digits for a logarithm or a quotient */
const FAINT = 1.0e-31;
fn wide(x: f32) -> vec2f { return vec2f(x, 0.0); }
fn signed(x: f32, by: f32) -> f32 { return select(x, -x, by < 0.0); }
fn joined(high: f32, low: f32) -> vec2f {
  let h = fixed(high + low);
  return select(vec2f(h, low - fixed(h - high)), vec2f(clamp(h, -FAR, FAR), 0.0), far(h));
}
/** Whether a device keeps numbers below the normal ones is its own affair, so none are made */
fn flushed(x: f32) -> f32 { return select(x, 0.0, abs(x) < TINY); }
fn low12(x: f32) -> vec2f {
  let head = bitcast<f32>(bitcast<u32>(x) & 0xfffff000u);
  return vec2f(head, x - head);
}
fn addFar(a: f32, b: f32) -> f32 {
  if (lost(a) || lost(b) || (far(a) && far(b) && (a > 0.0) != (b > 0.0))) { return LOST; }
  return select(b, a, far(a));
}
fn multiplyFar(a: f32, b: f32) -> f32 {
  if (lost(a) || lost(b) || min(abs(a), abs(b)) < 1.0) { return LOST; }
  return select(FAR, -FAR, (a > 0.0) != (b > 0.0));
}
fn overflows(a: f32, b: f32) -> bool {
  return abs((a * 5.421010862e-20) * (b * 5.421010862e-20)) > 0.2938735877;
}
fn lessWide(a: vec2f, b: vec2f) -> bool {
  return !lost(a.x) && !lost(b.x) && (a.x < b.x || (a.x == b.x && a.y < b.y));
}
fn equalWide(a: vec2f, b: vec2f) -> bool {
  return !lost(a.x) && a.x == b.x && a.y == b.y;
}
`;

/** Each with a form for single and one for wide numbers: `add32`, `addWide`. */
export const WGSL_ARITHMETIC = {
  add: /* wgsl */ `
fn add32(a: f32, b: f32) -> f32 {
  if (max(abs(a), abs(b)) > LIMIT) { return addFar(a, b); }
  return clamp(a + b, -FAR, FAR);
}
fn addWide(a: vec2f, b: vec2f) -> vec2f {
  if (max(abs(a.x), abs(b.x)) > LIMIT) { return wide(addFar(a.x, b.x)); }
  let sum = fixed(a.x + b.x);
  let part = fixed(sum - a.x);
  let rest = fixed(a.x - fixed(sum - part)) + fixed(b.x - part);
  return joined(sum, rest + (a.y + b.y));
}`,
  subtract: /* wgsl */ `
fn subtract32(a: f32, b: f32) -> f32 { return add32(a, -b); }
fn subtractWide(a: vec2f, b: vec2f) -> vec2f { return addWide(a, -b); }`,
  multiply: /* wgsl */ `
fn multiply32(a: f32, b: f32) -> f32 {
  if (max(abs(a), abs(b)) > LIMIT) { return multiplyFar(a, b); }
  if (overflows(a, b)) { return select(FAR, -FAR, (a > 0.0) != (b > 0.0)); }
  return flushed(a * b);
}
fn multiplyWide(a: vec2f, b: vec2f) -> vec2f {
  if (max(abs(a.x), abs(b.x)) > LIMIT || overflows(a.x, b.x)) { return wide(multiply32(a.x, b.x)); }
  let p = low12(a.x);
  let q = low12(b.x);
  let product = fixed(a.x * b.x);
  let rest = fixed(fixed(p.x * q.x) - product) + (fixed(p.x * q.y) + fixed(p.y * q.x)) + p.y * q.y;
  return joined(product, rest + (a.x * b.y + a.y * b.x));
}`,
  divide: /* wgsl */ `
fn divide32(a: f32, b: f32) -> f32 {
  if (lost(a) || lost(b) || (far(a) && far(b))) { return LOST; }
  if (far(b)) { return 0.0; }
  if (abs(b) < TINY) { return select(signed(signed(FAR, a), b), LOST, a == 0.0); }
  if (far(a)) { return select(LOST, signed(a, b), abs(b) <= 1.0); }
  if (abs(b) < FAINT) { return LOST; }
  if (abs(b) < 1.0 && abs(a) > LIMIT * abs(b)) { return signed(signed(FAR, a), b); }
  return flushed(a / b);
}
fn divideWide(a: vec2f, b: vec2f) -> vec2f {
  let quotient = divide32(a.x, b.x);
  if (far(quotient) || far(a.x) || far(b.x)) { return wide(quotient); }
  return joined(quotient, subtractWide(a, multiplyWide(wide(quotient), b)).x / b.x);
}`,
  negate: /* wgsl */ `
fn negate32(a: f32) -> f32 { return -a; }
fn negateWide(a: vec2f) -> vec2f { return -a; }`,
  min: /* wgsl */ `
fn min32(a: f32, b: f32) -> f32 { return select(a, b, !lost(a) && !lost(b) && b < a); }
fn minWide(a: vec2f, b: vec2f) -> vec2f { return select(a, b, lessWide(b, a)); }`,
  max: /* wgsl */ `
fn max32(a: f32, b: f32) -> f32 { return select(a, b, !lost(a) && !lost(b) && b > a); }
fn maxWide(a: vec2f, b: vec2f) -> vec2f { return select(a, b, lessWide(a, b)); }`,
  clamp: /* wgsl */ `
fn clamp32(x: f32, low: f32, high: f32) -> f32 {
  if (lost(x) || lost(low) || lost(high)) { return LOST; }
  return min(high, max(low, x));
}
fn clampWide(x: vec2f, low: vec2f, high: vec2f) -> vec2f {
  if (lost(x.x) || lost(low.x) || lost(high.x)) { return wide(LOST); }
  return minWide(high, maxWide(low, x));
}`,
  relu: /* wgsl */ `
fn relu32(x: f32) -> f32 { return select(0.0, x, x > 0.0 && !lost(x)); }
fn reluWide(x: vec2f) -> vec2f { return select(wide(0.0), x, x.x > 0.0 && !lost(x.x)); }`,
  abs: /* wgsl */ `
fn abs32(x: f32) -> f32 { return abs(x); }
fn absWide(x: vec2f) -> vec2f { return select(x, -x, x.x < 0.0); }`,
  select: /* wgsl */ `
fn select32(condition: f32, a: f32, b: f32) -> f32 { return select(b, a, condition != 0.0); }
fn selectWide(condition: f32, a: vec2f, b: vec2f) -> vec2f { return select(b, a, condition != 0.0); }`,
} as const;
