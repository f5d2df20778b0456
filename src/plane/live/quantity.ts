import { BEFORE, type Tile } from "../../kernels/paint.ts";
import { sineOf } from "../../numerics/sphere.ts";
import type { Axes, Similarity } from "../../spec/axes.ts";
import type { QuantityId } from "../../spec/quantities.ts";
import { placed } from "../axis.ts";
import { keptNodes } from "../fast/nodes.ts";
import type { Numbers } from "../field.ts";
import { descentAngle } from "../quantity.ts";

/** Runs a primitive over all numbers of a tile. */
export function overTile(
  { kernels, count }: Tile,
  primitive: string,
  out: number,
  a: number,
  b = 0,
  along = 0b11,
): void {
  const kernel = kernels.kernel(primitive);
  if (kernel === undefined) throw new Error(`no kernel ${primitive}; build them again`);
  kernel(out, a, b, 0, along, count);
}

/** As `quantityNumbers`, in the arena: from a tile of a field's channels, in whose place the numbers then stand. */
export function quantityInTile(tile: Tile, quantity: QuantityId, axes: Axes): number {
  const [first, second] = tile.at;
  switch (quantity) {
    case "loss":
    case "logLoss":
    case "z":
    case "dSp":
    case "dSn":
    case "curl":
    case "curvature":
      break;
    case "absDSp":
    case "absDSn":
      overTile(tile, "abs", first, first);
      break;
    case "paceRatio":
      overTile(tile, "log", first, first);
      overTile(tile, "multiply", first, first, tile.number(Math.LOG10E), 0b01);
      break;
    case "gradientLength":
      for (const at of [first, second]) overTile(tile, "multiply", at, at, at);
      overTile(tile, "add", first, first, second);
      overTile(tile, "sqrt", first, first);
      break;
    case "direction":
      turnIntoAngles(tile.kernels.memory, first, second, tile.count);
      break;
    case "embeddingP":
      timesSine(tile, "positive", axes);
      break;
    case "embeddingN":
      timesSine(tile, "negative", axes);
      break;
  }
  return first;
}

function turnIntoAngles(memory: Numbers, first: number, second: number, count: number): void {
  for (let i = 0; i < count; i++) memory[first + i] = descentAngle(memory[first + i], memory[second + i]);
}

function timesSine(tile: Tile, side: Similarity, axes: Axes): void {
  const { at, columns, rows, picture, stride, first, kernels } = tile;
  overTile(tile, "abs", at[0], at[0]);
  const { horizontal, vertical } = placed(axes);
  const multiply = kernels.kernel("multiply");
  const isAcross = horizontal.similarity === side;
  const nodes = isAcross ? keptNodes(horizontal, columns) : keptNodes(vertical, picture);
  const across = isAcross ? tile.row(rowOf(nodes, stride)) : undefined;
  for (let row = 0; row < rows + 2; row++) {
    const from = at[0] + row * stride;
    const node = Math.min(Math.max(0, first + row - 1), nodes.length - 1);
    if (across !== undefined) multiply?.(from, from, across, 0, 0b11, stride);
    else multiply?.(from, from, tile.number(sineOf(nodes[node])), 0, 0b01, stride);
  }
}

/** The sines of a row of nodes, and what a tile's row ends in. */
function rowOf(nodes: Float64Array, stride: number): Float32Array {
  const row = new Float32Array(stride);
  nodes.forEach((s, column) => (row[BEFORE + column] = sineOf(s)));
  row[BEFORE - 1] = row[BEFORE + 1];
  row[BEFORE + nodes.length] = row[BEFORE + nodes.length - 2];
  return row;
}
