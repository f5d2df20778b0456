import { WGSL_LIBRARY } from "../../formula/primitives/wgsl.ts";

/** The uniform of every kernel, in the order of its numbers; the last three are floats. */
export const JOB_FIELDS = [
  "columns",
  "rows",
  "firstRow",
  "endRow",
  "positiveNodes",
  "negativeNodes",
  "positiveAt",
  "negativeAt",
  "setLength",
  "horizontalIsPositive",
  "bins",
  "zero",
  "low",
  "high",
  "threshold",
  "spare",
] as const;

const FLOATS: readonly string[] = ["low", "high", "threshold", "spare"];

/** The numbers of a kernel's uniform; those left out are 0. */
export type JobNumbers = Partial<Record<(typeof JOB_FIELDS)[number], number>>;

export function jobBytes(numbers: JobNumbers): ArrayBuffer {
  const bytes = new ArrayBuffer(4 * JOB_FIELDS.length);
  const view = new DataView(bytes);
  JOB_FIELDS.forEach((field, i) => {
    const x = numbers[field] ?? 0;
    if (FLOATS.includes(field)) view.setFloat32(4 * i, x, true);
    else view.setUint32(4 * i, x, true);
  });
  return bytes;
}

const fields = JOB_FIELDS.map((field) => `  ${field}: ${FLOATS.includes(field) ? "f32" : "u32"},`).join("\n");

/** What every kernel begins with: uniform, tables, the places in them, and all primitives. */
export const KERNEL_HEAD = /* wgsl */ `
struct Job {
${fields}
}
@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read> tables: array<vec2f>;
/** Where a cell's numbers stand in the tables */
struct Place { constants: u32, positive: u32, negative: u32 }
fn placeOf(chosen: u32, row: u32, column: u32) -> Place {
  let start = chosen * job.setLength;
  let across = job.horizontalIsPositive != 0u;
  return Place(start, start + job.positiveAt + select(row, column, across),
    start + job.negativeAt + select(column, row, across));
}
fn constantOf(place: Place, i: u32) -> vec2f { return tables[place.constants + i]; }
fn positiveOf(place: Place, i: u32) -> vec2f { return tables[place.positive + i * job.positiveNodes]; }
fn negativeOf(place: Place, i: u32) -> vec2f { return tables[place.negative + i * job.negativeNodes]; }
fn fixed(x: f32) -> f32 { return bitcast<f32>(bitcast<u32>(x) ^ job.zero); }
${WGSL_LIBRARY}
`;
