import { KERNEL_HEAD } from "./kernel-common.ts";

/** Numbers that a workgroup of the measuring kernel leaves: see `Part` in the kernel. */
export const PART_LENGTH = 8;

/** Most bins of a histogram: a workgroup counts them in its own memory. */
export const MOST_BINS = 1024;

/** Which of a program's outputs the kernel can read from `cell`; −1 for one that is not there. */
export interface Measured {
  readonly value: number;
  readonly dSp: number;
  readonly dSn: number;
  /** Whether there is a function `margin` with z alone. */
  readonly margin: boolean;
}

/**
 * Smallest and largest value, masked cells, largest gradient, and the shares of the plane with a target side, with a
 * gradient above the threshold and with one below. A share by gradient weighs a node by the area round it (half at an
 * edge); the target's is the area of z < 0 where z is linear on the two triangles of each square of four nodes.
 */
export const measureKernel = (
  functions: string,
  { value, dSp, dSn, margin }: Measured,
): string => /* wgsl */ `
${KERNEL_HEAD}
${functions}
struct Part { low: f32, high: f32, steepest: f32, inside: f32, moving: f32, still: f32, masked: u32, spare: u32 }
@group(0) @binding(2) var<storage, read_write> parts: array<Part>;
@group(0) @binding(3) var<storage, read_write> histogram: array<atomic<u32>>;
var<workgroup> extremes: array<vec3f, 256>;
var<workgroup> sums: array<vec3f, 256>;
var<workgroup> masked: atomic<u32>;
var<workgroup> bins: array<atomic<u32>, ${MOST_BINS}>;
${AREA}
${margin ? marginAt : ""}
fn gradientLength(a: f32, b: f32) -> f32 {
  let large = max(abs(a), abs(b));
  if (large == 0.0) { return 0.0; }
  if (far(large)) { return LOST; }
  let ratio = min(abs(a), abs(b)) / large;
  return large * sqrt(1.0 + ratio * ratio);
}
@compute @workgroup_size(256)
fn main(@builtin(local_invocation_index) local: u32, @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u) {
  for (var bin = local; bin < job.bins; bin += 256u) { atomicStore(&bins[bin], 0u); }
  if (local == 0u) { atomicStore(&masked, 0u); }
  workgroupBarrier();
  let chosen = group.y;
  let end = job.columns * job.endRow;
  var extreme = vec3f(LIMIT, -LIMIT, -1.0);
  var sum = vec3f(0.0);
  var maskedHere = 0u;
  for (var at = job.columns * job.firstRow + group.x * 256u + local; at < end; at += groups.x * 256u) {
    let row = at / job.columns;
    let column = at - row * job.columns;
    let numbers = cell(placeOf(chosen, row, column));
    let value = numbers[${value}];
    if (far(value)) { maskedHere += 1u; }
    else {
      extreme.x = min(extreme.x, value);
      extreme.y = max(extreme.y, value);
      let place = (value - job.low) / (job.high - job.low) * f32(job.bins);
      if (job.bins > 0u && value >= job.low && value <= job.high) {
        atomicAdd(&bins[min(job.bins - 1u, u32(max(0.0, place)))], 1u);
      }
    }
    let lastColumn = column + 1u == job.columns;
    let lastRow = row + 1u == job.rows;
${dSp >= 0 && dSn >= 0 ? gradientPart(dSp, dSn) : ""}
${margin ? "    if (!lastColumn && !lastRow) { sum.x += targetShare(chosen, row, column); }" : ""}
  }
  atomicAdd(&masked, maskedHere);
  extremes[local] = extreme;
  sums[local] = sum;
  workgroupBarrier();
  for (var half = 128u; half > 0u; half /= 2u) {
    if (local < half) {
      let other = extremes[local + half];
      let own = extremes[local];
      extremes[local] = vec3f(min(own.x, other.x), max(own.yz, other.yz));
      sums[local] = sums[local] + sums[local + half];
    }
    workgroupBarrier();
  }
  if (local == 0u) {
    let e = extremes[0];
    let s = sums[0];
    parts[chosen * groups.x + group.x] = Part(e.x, e.y, e.z, s.x, s.y, s.z, atomicLoad(&masked), 0u);
  }
  for (var bin = local; bin < job.bins; bin += 256u) {
    atomicAdd(&histogram[chosen * job.bins + bin], atomicLoad(&bins[bin]));
  }
}
`;

const gradientPart = (dSp: number, dSn: number): string => /* wgsl */ `
    let steep = gradientLength(numbers[${dSp}], numbers[${dSn}]);
    if (!far(steep)) {
      let weight = select(1.0, 0.5, column == 0u || lastColumn) * select(1.0, 0.5, row == 0u || lastRow);
      extreme.z = max(extreme.z, steep);
      if (steep > job.threshold) { sum.y += weight; } else { sum.z += weight; }
    }`;

const AREA = /* wgsl */ `
/** Share of a triangle where the plane through three corners is negative */
fn negativeShare(a: f32, b: f32, c: f32) -> f32 {
  let negative = u32(a < 0.0) + u32(b < 0.0) + u32(c < 0.0);
  if (negative == 0u || negative == 3u) { return f32(negative) / 3.0; }
  let odd = negative == 1u;
  let isA = (a < 0.0) == odd && (b < 0.0) != odd && (c < 0.0) != odd;
  let isB = !isA && (b < 0.0) == odd;
  let alone = select(select(c, b, isB), a, isA);
  let first = select(a, b, isA);
  let second = select(select(b, c, isB), c, isA);
  let corner = (alone / (alone - first)) * (alone / (alone - second));
  return select(1.0 - corner, corner, odd);
}`;

const marginAt = /* wgsl */ `
fn marginAt(chosen: u32, row: u32, column: u32) -> f32 {
  let z = margin(placeOf(chosen, row, column))[0];
  return select(z, FAR, lost(z));
}
fn targetShare(chosen: u32, row: u32, column: u32) -> f32 {
  let a = marginAt(chosen, row, column);
  let b = marginAt(chosen, row, column + 1u);
  let c = marginAt(chosen, row + 1u, column);
  let d = marginAt(chosen, row + 1u, column + 1u);
  return 0.5 * (negativeShare(a, b, c) + negativeShare(b, c, d));
}`;

/** For each column of each set, the row (with a fraction) where z first changes its sign, going up; −1 without one. */
export const crossingKernel = (functions: string): string => /* wgsl */ `
${KERNEL_HEAD}
${functions}
@group(0) @binding(2) var<storage, read_write> crossings: array<f32>;
fn marginHere(chosen: u32, row: u32, column: u32) -> f32 { return margin(placeOf(chosen, row, column))[0]; }
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= job.columns) { return; }
  var found = -1.0;
  var before = marginHere(id.y, 0u, id.x);
  for (var row = 1u; row < job.rows; row++) {
    let here = marginHere(id.y, row, id.x);
    if (!lost(before) && !lost(here) && (before < 0.0) != (here < 0.0)) {
      found = f32(row - 1u) + before / (before - here);
      break;
    }
    before = here;
  }
  crossings[id.y * job.columns + id.x] = found;
}
`;
