import { WGSL_MARKS } from "../../formula/primitives/wgsl-arithmetic.ts";
import { KEPT } from "./kernel-numbers.ts";

/** What lies over the colours, of which plane of numbers: the first margin term is 1. */
interface OverPlane {
  readonly kind: "hatch" | "stroke";
  readonly plane: number;
}

/**
 * Numbers as pixels, by the rules of src/kernels/assembly/paint.ts: colours and isolines, and over them hatching and
 * strokes in the order given. A line is (colour, half its width, opacity, gap), the last three as the bits of floats; the
 * first is that of the isolines, whose colours are the shades', and then come those that lie over the colours.
 */
export const pictureShader = (over: readonly OverPlane[]): string => /* wgsl */ `
${WGSL_MARKS}
${KEPT}
@group(0) @binding(0) var<uniform> picture: Picture;
@group(0) @binding(1) var<storage, read> numbers: array<f32>;
@group(0) @binding(2) var<storage, read> shades: array<vec4u>;
@group(0) @binding(3) var<storage, read> lines: array<vec4u>;
@vertex fn corner(@builtin(vertex_index) i: u32) -> @builtin(position) vec4f {
  return vec4f(f32(i & 1u) * 4.0 - 1.0, f32(i >> 1u) * 4.0 - 1.0, 0.0, 1.0);
}
struct Around { here: f32, left: f32, right: f32, below: f32, above: f32 }
/** Beyond an edge stands what lies as far before it */
fn mirrored(at: i32) -> i32 {
  let most = i32(picture.side) - 1;
  return select(abs(at), 2 * most - at, at > most);
}
fn numberAt(plane: u32, column: i32, row: i32) -> f32 {
  return numbers[(plane * picture.side + u32(mirrored(row))) * picture.side + u32(mirrored(column))];
}
fn around(plane: u32, column: i32, row: i32) -> Around {
  return Around(numberAt(plane, column, row), numberAt(plane, column - 1, row), numberAt(plane, column + 1, row),
    numberAt(plane, column, row - 1), numberAt(plane, column, row + 1));
}
fn between(a: f32, b: f32) -> f32 { return clamp(b - a, -BEYOND, BEYOND); }
/** Slopes beyond belong to a cell beside one without a number */
const STEEPEST = 1.0e30;
fn squaredSlope(off: f32, at: Around) -> f32 {
  if (lost(at.left) || lost(at.below)) { return STEEPEST; }
  let left = between(at.left, at.here);
  let below = between(at.below, at.here);
  var inStep = off * (off - left) <= 0.0 || off * (off - below) <= 0.0;
  var right = left;
  var above = below;
  if (!lost(at.right)) { right = between(at.here, at.right); inStep = inStep || off * (off + right) <= 0.0; }
  if (!lost(at.above)) { above = between(at.here, at.above); inStep = inStep || off * (off + above) <= 0.0; }
  let across = vec2f(left * left, right * right);
  let up = vec2f(below * below, above * above);
  return select(min(across.x, across.y) + min(up.x, up.y), max(across.x, across.y) + max(up.x, up.y), inStep);
}
fn mixed(under: u32, over: u32, weight: u32) -> u32 {
  let rest = 256u - weight;
  let ends = (((under & 0xff00ffu) * rest + (over & 0xff00ffu) * weight) >> 8u) & 0xff00ffu;
  let middle = (((under & 0xff00u) * rest + (over & 0xff00u) * weight) >> 8u) & 0xff00u;
  return ends | middle | 0xff000000u;
}
fn halfOf(line: vec4u) -> f32 { return bitcast<f32>(line.y); }
fn blended(under: u32, color: u32, distance: f32, line: vec4u) -> u32 {
  let covered = max(0.0, min(min(1.0, 2.0 * halfOf(line)), halfOf(line) + 0.5 - distance));
  return mixed(under, color, u32(covered * bitcast<f32>(line.z) * 256.0));
}
/** A line where the numbers are \`level\` */
fn lined(under: u32, color: u32, level: f32, at: Around, line: vec4u) -> u32 {
  if (far(at.here)) { return under; }
  let off = at.here - level;
  let squared = squaredSlope(off, at);
  let reach = halfOf(line) + 0.5;
  if (!(off * off < reach * reach * squared && squared < STEEPEST)) { return under; }
  return blended(under, color, abs(off) / sqrt(squared), line);
}
const SQRT_HALF = 0.70710678;
/** From the lower left to the upper right */
fn hatched(under: u32, z: f32, column: f32, top: f32, line: vec4u) -> u32 {
  if (!(z < 0.0)) { return under; }
  let gap = bitcast<f32>(line.w);
  let reach = (halfOf(line) + 0.5) / SQRT_HALF;
  let first = ceil(top / gap) * gap - top - gap;
  var pixel = under;
  for (var k = max(0.0, ceil((column - reach - first) / gap)); first + k * gap <= column + reach; k += 1.0) {
    pixel = blended(pixel, line.x, abs(column - first - k * gap) * SQRT_HALF, line);
  }
  return pixel;
}
/** A picture's cell that is masked */
const MASKED = 255u;
/** Whether the bits are those of no number */
fn isNone(bits: u32) -> bool { return (bits & 0x7fffffffu) > 0x7f800000u; }
@fragment fn main(@builtin(position) place: vec4f) -> @location(0) vec4f {
  let column = i32(place.x);
  let top = i32(place.y);
  let row = i32(picture.side) - 1 - top;
  let at = around(0u, column, row);
  var shade = MASKED;
  if (!far(at.here)) { shade = u32(clamp(at.here, 0.0, 254.0)); }
  let entry = shades[shade];
  var pixel = entry.x;
  if (!isNone(entry.y)) { pixel = lined(pixel, entry.z, bitcast<f32>(entry.y), at, lines[0]); }
${over.map(overlayText).join("\n")}
  return unpack4x8unorm(pixel);
}
`;

const overlayText = ({ kind, plane }: OverPlane, i: number): string =>
  kind === "hatch"
    ? `  pixel = hatched(pixel, numberAt(${plane}u, column, row), f32(column), f32(top), lines[${i + 1}]);`
    : `  pixel = lined(pixel, lines[${i + 1}].x, 0.0, around(${plane}u, column, row), lines[${i + 1}]);`;
