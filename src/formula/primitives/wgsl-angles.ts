/**
 * Angles and lengths on the sphere, each of a wide number: WGSL's own acos may be 4e-4 off. Beside s = ±1 the wide
 * number keeps 1 − s exact. Polynomials after Cephes.
 */
export const WGSL_ANGLES = {
  sqrt: /* wgsl */ `
fn sqrtOf(x: vec2f) -> f32 {
  if (x.x < 0.0 || far(x.x)) { return LOST; }
  if (x.x == 0.0) { return 0.0; }
  let root = sqrt(x.x);
  return root + 0.5 * (x.y / root);
}`,
  sin: /* wgsl */ `
/** x less the nearest multiple of π/2, and which multiple */
fn quarter(x: vec2f) -> vec2f {
  let n = round(x.x * 0.63661977237);
  let r = fixed(fixed(x.x - n * 1.5703125) - n * 4.837512969970703e-4) - n * 7.54978995489e-8;
  return vec2f(r + x.y, n);
}
fn sinNear(r: f32) -> f32 {
  let z = r * r;
  return r + r * z * (-1.6666654611e-1 + z * (8.3321608736e-3 - z * 1.9515295891e-4));
}
fn cosNear(r: f32) -> f32 {
  let z = r * r;
  return 1.0 - 0.5 * z + z * z * (4.166664568298827e-2 + z * (-1.388731625493765e-3 + z * 2.443315711809948e-5));
}
fn sineAt(r: f32, n: i32) -> f32 {
  let size = select(sinNear(r), cosNear(r), (n & 1) != 0);
  return select(size, -size, (n & 2) != 0);
}
fn sinOf(x: vec2f) -> f32 {
  if (abs(x.x) > 8192.0) { return LOST; }
  let turned = quarter(x);
  return sineAt(turned.x, i32(turned.y));
}`,
  cos: /* wgsl */ `
fn cosOf(x: vec2f) -> f32 {
  if (abs(x.x) > 8192.0) { return LOST; }
  let turned = quarter(x);
  return sineAt(turned.x, i32(turned.y) + 1);
}`,
  tan: /* wgsl */ `
fn tanOf(x: vec2f) -> f32 { return divide32(sinOf(x), cosOf(x)); }`,
  asin: /* wgsl */ `
const HALF_TURN = vec2f(3.14159265359, -8.742278e-8);
fn beyondOne(x: vec2f) -> bool { return lessWide(wide(1.0), absWide(x)) || lost(x.x); }
/** arcsin for |x| ≤ ½ */
fn asinNear(x: f32) -> f32 {
  let z = x * x;
  return x + x * z * (1.6666752422e-1 + z * (7.4953002686e-2 + z * (4.5470025998e-2 + z * (2.4181311049e-2 + z * 4.2163199048e-2))));
}
/** arccos for ½ ≤ x ≤ 1 */
fn acosNearOne(x: vec2f) -> f32 { return 2.0 * asinNear(sqrt(max(0.0, 0.5 * ((1.0 - x.x) - x.y)))); }
fn asinOf(x: vec2f) -> f32 {
  if (beyondOne(x)) { return LOST; }
  if (abs(x.x) <= 0.5) { return asinNear(x.x); }
  return signed(0.5 * HALF_TURN.x - (acosNearOne(absWide(x)) - 0.5 * HALF_TURN.y), x.x);
}`,
  acos: /* wgsl */ `
fn acosOf(x: vec2f) -> f32 {
  if (beyondOne(x)) { return LOST; }
  if (x.x > 0.5) { return acosNearOne(x); }
  if (x.x < -0.5) { return HALF_TURN.x - (acosNearOne(-x) - HALF_TURN.y); }
  return 0.5 * HALF_TURN.x - (asinNear(x.x) + (x.y - 0.5 * HALF_TURN.y));
}`,
  atan: /* wgsl */ `
fn atanOf(x: vec2f) -> f32 {
  if (lost(x.x)) { return LOST; }
  let size = abs(x.x);
  var start = 0.0;
  var t = size;
  if (size > 2.414213562373095) { start = 1.57079632679; t = -1.0 / size; }
  else if (size > 0.4142135623730950) { start = 0.78539816339; t = (size - 1.0) / (size + 1.0); }
  let z = t * t;
  let rest = z * (-3.33329491539e-1 + z * (1.99777106478e-1 + z * (-1.38776856032e-1 + z * 8.05374449538e-2)));
  return signed(start + (t + t * rest), x.x);
}`,
  angle: /* wgsl */ `
fn angleOf(s: vec2f) -> f32 { return acosOf(clampWide(s, wide(-1.0), wide(1.0))); }`,
  chord: /* wgsl */ `
fn chordOf(s: vec2f) -> f32 {
  if (far(s.x)) { return LOST; }
  return sqrt(max(0.0, 2.0 * ((1.0 - s.x) - s.y)));
}`,
  sine: /* wgsl */ `
fn sineOf(s: vec2f) -> f32 {
  if (far(s.x)) { return LOST; }
  return sqrt(max(0.0, min((1.0 - s.x) - s.y, 1.0e18) * min((1.0 + s.x) + s.y, 1.0e18)));
}`,
  multipleCosine: /* wgsl */ `
/** Chebyshev's recursion from its first two members, m − 1 steps on */
fn chebyshev(s: vec2f, m: vec2f, first: vec2f, second: vec2f) -> f32 {
  if (m.x == 0.0) { return first.x; }
  var before = first;
  var now = second;
  for (var i = 1.0; i < m.x; i += 1.0) {
    let next = subtractWide(multiplyWide(2.0 * s, now), before);
    before = now;
    now = next;
  }
  return now.x;
}
fn isChebyshev(s: vec2f, m: vec2f) -> bool {
  return !far(s.x) && m.y == 0.0 && round(m.x) == m.x && m.x >= 0.0 && m.x <= 64.0;
}
fn turned(s: vec2f, m: vec2f) -> vec2f { return multiplyWide(m, wide(angleOf(s))); }
fn multipleCosineOf(s: vec2f, m: vec2f) -> f32 {
  if (isChebyshev(s, m)) { return chebyshev(s, m, wide(1.0), s); }
  return cosOf(turned(s, m));
}`,
  multipleSine: /* wgsl */ `
fn multipleSineOf(s: vec2f, m: vec2f) -> f32 {
  if (isChebyshev(s, m)) { return multipleSineRatioOf(s, m) * sineOf(s); }
  return sinOf(turned(s, m));
}`,
  multipleSineRatio: /* wgsl */ `
fn multipleSineRatioOf(s: vec2f, m: vec2f) -> f32 {
  if (isChebyshev(s, m)) { return chebyshev(s, m, wide(0.0), wide(1.0)); }
  if (s.x == 1.0 && s.y == 0.0) { return m.x; }
  return multiply32(sinOf(turned(s, m)), inverseSineOf(s));
}`,
  inverseSine: /* wgsl */ `
fn inverseSineOf(s: vec2f) -> f32 {
  if (far(s.x)) { return LOST; }
  return 1.0 / max(1.4901161e-8, sineOf(s));
}`,
  inverseChord: /* wgsl */ `
fn inverseChordOf(s: vec2f) -> f32 { return 1.0 / max(1.4901161e-8, chordOf(s)); }`,
} as const;
