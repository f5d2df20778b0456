import { KERNEL_HEAD } from "./kernel-common.ts";

/**
 * Every cell of a band of rows, one channel after the other. A float that is not finite is written as its bits, since
 * a shader must not make one.
 */
export const fillKernel = (cell: string, channels: number): string => /* wgsl */ `${KERNEL_HEAD}
${cell}
@group(0) @binding(2) var<storage, read_write> results: array<u32>;
fn stored(x: f32) -> u32 {
  if (lost(x)) { return 0x7fc00000u; }
  if (far(x)) { return select(0x7f800000u, 0xff800000u, x < 0.0); }
  return bitcast<u32>(x);
}
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = job.firstRow + id.y;
  if (id.x >= job.columns || row >= job.endRow) { return; }
  let numbers = cell(placeOf(0u, row, id.x));
  let cells = job.columns * (job.endRow - job.firstRow);
  let at = id.y * job.columns + id.x;
${Array.from({ length: channels }, (_, k) => `  results[${k}u * cells + at] = stored(numbers[${k}]);`).join("\n")}
}
`;
