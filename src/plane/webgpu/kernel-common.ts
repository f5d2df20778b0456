import { WGSL_LIBRARY } from "../../formula/primitives/wgsl.ts";

/** Numbers of a uniform, in their order. */
type Fields = Readonly<Record<string, "u32" | "f32">>;

/** The uniform of every kernel over a grid. */
const JOB = {
  columns: "u32",
  rows: "u32",
  firstRow: "u32",
  endRow: "u32",
  positiveNodes: "u32",
  negativeNodes: "u32",
  positiveAt: "u32",
  negativeAt: "u32",
  setLength: "u32",
  horizontalIsPositive: "u32",
  bins: "u32",
  zero: "u32",
  low: "f32",
  high: "f32",
  threshold: "f32",
  spare: "f32",
} as const satisfies Fields;

/** The numbers of a kernel's uniform; those left out are 0. */
export type JobNumbers = Partial<Record<keyof typeof JOB, number>>;

export const jobBytes = (numbers: JobNumbers): ArrayBuffer => fieldBytes(JOB, numbers);

/** A uniform's numbers as bytes; those left out are 0. */
export function fieldBytes<Names extends Fields>(
  fields: Names,
  numbers: Partial<Record<keyof Names, number>>,
): ArrayBuffer {
  const entries = Object.entries(fields);
  const bytes = new ArrayBuffer(4 * entries.length);
  const view = new DataView(bytes);
  entries.forEach(([field, type], i) => {
    const x = numbers[field] ?? 0;
    if (type === "f32") view.setFloat32(4 * i, x, true);
    else view.setUint32(4 * i, x, true);
  });
  return bytes;
}

/** A uniform's members in WGSL. */
export const fieldTexts = (fields: Fields): string =>
  Object.entries(fields)
    .map(([field, type]) => `  ${field}: ${type},`)
    .join("\n");

/** What every kernel begins with: uniform, tables, the places in them, and all primitives. */
export const KERNEL_HEAD = /* wgsl */ `
struct Job {
${fieldTexts(JOB)}
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
