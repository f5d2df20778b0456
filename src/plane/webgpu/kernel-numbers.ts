import type { Similarity } from "../../spec/axes.ts";
import type { QuantityId } from "../../spec/quantities.ts";
import { fieldTexts, KERNEL_HEAD } from "./kernel-common.ts";

/** Numbers that both steps of a picture read. */
export const PICTURE = {
  side: "u32",
  /** The bent number at which the first shade begins, and shades to one. */
  low: "f32",
  slope: "f32",
  /** A number of the bend. */
  bend: "f32",
} as const;

/** The numbers of a picture's pixels as they are kept: infinities and those that are none as `WGSL_MARKS` has them. */
export const KEPT = /* wgsl */ `
struct Picture {
${fieldTexts(PICTURE)}
}
/** Further from zero a number is beyond all levels */
const BEYOND = 1.0e18;`;

/** How a quantity comes of the channels that `CHANNELS_OF` names, as `quantityNumbers` has it. */
const QUANTITY: Readonly<Record<QuantityId, string>> = {
  loss: "first",
  logLoss: "first",
  z: "first",
  dSp: "first",
  dSn: "first",
  curl: "first",
  curvature: "first",
  absDSp: "abs(first)",
  absDSn: "abs(first)",
  paceRatio: "multiply32(logOf(wide(first)), 0.4342944819)",
  gradientLength: "lengthOf(first, second)",
  direction: "descentAngle(first, second)",
  embeddingP: "multiply32(abs(first), sines[positiveNode(row, column)])",
  embeddingN: "multiply32(abs(first), sines[negativeNode(row, column)])",
};

/** The similarity whose sine a quantity has as a factor. */
export const sineOfQuantity = (quantity: QuantityId): Similarity | undefined =>
  quantity === "embeddingP" ? "positive" : quantity === "embeddingN" ? "negative" : undefined;

export interface NumbersText {
  /** `cell` and `margin` of a program; `margin` only where margins are wanted. */
  readonly cell: string;
  readonly channels: number;
  readonly quantity: QuantityId;
  /** `fn bent(x: f32) -> f32`, which may read `picture.bend`. */
  readonly bend: string;
  /** For each margin term that is wanted, whose set of parameters it takes. */
  readonly margins: readonly number[];
}

/** For every pixel of a picture its quantity, bent and counted in shades, and then each margin term. */
export const numbersKernel = ({
  cell,
  channels,
  quantity,
  bend,
  margins,
}: NumbersText): string => /* wgsl */ `
${KERNEL_HEAD}
${KEPT}
${cell}
@group(0) @binding(2) var<uniform> picture: Picture;
@group(0) @binding(3) var<storage, read> sines: array<f32>;
@group(0) @binding(4) var<storage, read_write> numbers: array<f32>;
fn positiveNode(row: u32, column: u32) -> u32 { return select(row, column, job.horizontalIsPositive != 0u); }
fn negativeNode(row: u32, column: u32) -> u32 { return select(column, row, job.horizontalIsPositive != 0u); }
fn lengthOf(x: f32, y: f32) -> f32 {
  if (lost(x) || lost(y)) { return LOST; }
  let larger = max(abs(x), abs(y));
  if (far(larger) || larger < TINY) { return larger; }
  let part = min(abs(x), abs(y)) / larger;
  return multiply32(larger, sqrt(1.0 + part * part));
}
fn descentAngle(dSp: f32, dSn: f32) -> f32 {
  let larger = max(abs(dSp), abs(dSn));
  if (lost(larger) || larger < TINY) { return LOST; }
  let near = atanOf(wide(min(abs(dSp), abs(dSn)) / larger));
  let beyond = select(near, 1.57079632679 - near, abs(dSn) > abs(dSp));
  return 57.2957795131 * signed(select(beyond, 3.14159265359 - beyond, dSp > 0.0), dSn);
}
${bend}
fn kept(x: f32) -> f32 { return select(clamp(x, -BEYOND, BEYOND), x, far(x)); }
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = id.y;
  let column = id.x;
  if (column >= picture.side || row >= picture.side) { return; }
  let cells = picture.side * picture.side;
  let at = row * picture.side + column;
  let found = cell(placeOf(0u, row, column));
  let first = found[0];${channels > 1 ? "\n  let second = found[1];" : ""}
  let number = bent(${QUANTITY[quantity]});
  numbers[at] = kept(select(multiply32(add32(number, -picture.low), picture.slope), number, far(number)));
${margins.map((set, k) => `  numbers[${k + 1}u * cells + at] = kept(margin(placeOf(${set}u, row, column))[0]);`).join("\n")}
}
`;
