/**
 * exp, log and what is made of them, each of a wide number. WGSL's own are not used: their error may grow with the
 * argument, and log1p, expm1 and softplus of it lose their digits. Polynomials after Cephes and fdlibm.
 */
export const WGSL_LOGARITHMS = {
  exp: /* wgsl */ `
fn powerOfTwo(n: i32) -> f32 { return bitcast<f32>(u32(n + 127) << 23u); }
fn expOf(x: vec2f) -> f32 {
  if (lost(x.x)) { return LOST; }
  if (x.x > 88.0) { return FAR; }
  if (x.x < -87.3) { return 0.0; }
  let n = round(x.x * 1.44269504089);
  let r = fixed(fixed(x.x - n * 0.693359375) + n * 2.12194440e-4) + x.y;
  let tail = 0.5 + r * (0.1666666667 + r * (0.04166666667 + r * (8.333333333e-3 + r * (1.388888889e-3 + r * 1.984126984e-4))));
  return (1.0 + (r + r * r * tail)) * powerOfTwo(i32(n));
}`,
  expm1: /* wgsl */ `
fn expm1Of(x: vec2f) -> f32 {
  if (abs(x.x) > 0.5) { return expOf(x) - 1.0; }
  let r = x.x;
  let tail = 0.04166666667 + r * (8.333333333e-3 + r * (1.388888889e-3 + r * (1.984126984e-4 + r * (2.48015873e-5 + r * 2.755731922e-6))));
  return r + (x.y + r * r * (0.5 + r * (0.1666666667 + r * tail)));
}`,
  log: /* wgsl */ `
/** ln(1 + f) for √½ < 1 + f < √2 */
fn logNear(f: f32) -> f32 {
  let s = f / (2.0 + f);
  let z = s * s;
  let w = z * z;
  let r = z * (0.66666662693 + w * 0.28498786688) + w * (0.40000972152 + w * 0.24279078841);
  let half = 0.5 * f * f;
  return f - (half - s * (half + r));
}
/** ln x for a normal x > 0 */
fn logWide(x: vec2f) -> vec2f {
  let bits = bitcast<u32>(x.x);
  var k = f32(i32(bits >> 23u) - 127);
  var m = bitcast<f32>((bits & 0x7fffffu) | 0x3f800000u);
  if (m > 1.4142135) { m = 0.5 * m; k = k + 1.0; }
  return addWide(wide(k * 0.693359375), vec2f(logNear(m - 1.0), x.y / x.x - k * 2.12194440e-4));
}
fn logOf(x: vec2f) -> f32 {
  if (far(x.x) || x.x < 0.0) { return LOST; }
  if (x.x < FAINT) { return select(LOST, -FAR, x.x < TINY); }
  return logWide(x).x;
}`,
  log1p: /* wgsl */ `
fn log1pOf(x: vec2f) -> f32 {
  if (x.x > -0.29 && x.x < 0.41) { return logNear(x.x) + x.y / (1.0 + x.x); }
  return logOf(addWide(wide(1.0), x));
}`,
  softplus: /* wgsl */ `
fn softplusOf(x: vec2f) -> f32 {
  if (far(x.x)) { return max(x.x, 0.0); }
  let rest = log1pOf(wide(expOf(select(x, -x, x.x > 0.0))));
  return select(rest, x.x + (x.y + rest), x.x > 0.0);
}`,
  sigmoid: /* wgsl */ `
fn sigmoidOf(x: vec2f) -> f32 {
  if (lost(x.x)) { return LOST; }
  let e = expOf(select(x, -x, x.x > 0.0));
  return select(e, 1.0, x.x > 0.0) / (1.0 + e);
}`,
  logSoftplus: /* wgsl */ `
fn logSoftplusOf(x: vec2f) -> f32 {
  if (far(x.x)) { return select(LOST, x.x, x.x < 0.0); }
  if (x.x > -5.0) { return logOf(wide(softplusOf(x))); }
  let e = expOf(x);
  return x.x + (x.y + e * (-0.5 + e * (0.2083333333 - e * 0.125)));
}`,
  logAddExp: /* wgsl */ `
fn logAddExpOf(a: vec2f, b: vec2f) -> f32 {
  if (lost(a.x) || lost(b.x)) { return LOST; }
  let low = minWide(a, b);
  let high = maxWide(a, b);
  if (far(high.x) || far(low.x)) { return high.x; }
  return high.x + (high.y + log1pOf(wide(expOf(subtractWide(low, high)))));
}`,
  sinh: /* wgsl */ `
fn sinhOf(x: vec2f) -> f32 {
  if (lost(x.x)) { return LOST; }
  let e = expm1Of(absWide(x));
  return signed(select(0.5 * e + 0.5 * (e / (e + 1.0)), FAR, far(e)), x.x);
}`,
  cosh: /* wgsl */ `
fn coshOf(x: vec2f) -> f32 {
  if (lost(x.x)) { return LOST; }
  let e = expOf(absWide(x));
  return select(0.5 * e + 0.5 / e, FAR, far(e));
}`,
  tanh: /* wgsl */ `
fn tanhOf(x: vec2f) -> f32 {
  if (lost(x.x)) { return LOST; }
  let twice = absWide(x) * 2.0;
  if (twice.x > 40.0) { return signed(1.0, x.x); }
  let e = expm1Of(twice);
  return signed(e / (e + 2.0), x.x);
}`,
  power: /* wgsl */ `
fn powerOf(a: vec2f, b: vec2f) -> f32 {
  if (b.x == 0.0 && b.y == 0.0) { return 1.0; }
  if (far(a.x) || far(b.x)) { return LOST; }
  if (abs(a.x) < TINY) { return select(0.0, FAR, b.x < 0.0); }
  let whole = b.y == 0.0 && round(b.x) == b.x;
  if (a.x < 0.0 && !whole) { return LOST; }
  let size = expOf(multiplyWide(b, logWide(absWide(a))));
  return select(size, -size, a.x < 0.0 && fract(0.5 * abs(b.x)) != 0.0);
}`,
} as const;
