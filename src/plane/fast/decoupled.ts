import { fillRows, type FusedInstance, fitsArena } from "../../kernels/fused.ts";
import { sideValue } from "../../losses/plane-form.ts";
import type { DecoupledForm } from "../../losses/types.ts";
import type { Axes } from "../../spec/axes.ts";
import { placed } from "../axis.ts";
import type { Numbers } from "../field.ts";
import type { Arrays } from "./buffers.ts";
import { mapped } from "./mapped.ts";
import { keptNodes } from "./nodes.ts";
import { fillLarger, fillSum } from "./plain-kinked.ts";
import { sumTables } from "./tables.ts";
import { partialOf } from "./terms.ts";

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly precision: 32 | 64;
}

/** A loss that is a sum of one-axis terms: each is worked out once a node, and a cell only adds or repeats them. */
export function fillDecoupled(
  form: DecoupledForm,
  axes: Axes,
  { columns, rows, precision }: Grid,
  arrays: Arrays,
  kernels: FusedInstance | undefined,
): void {
  const { horizontal, vertical } = placed(axes);
  const across = sideOf(form, horizontal.similarity, keptNodes(horizontal, columns));
  const up = sideOf(form, vertical.similarity, keptNodes(vertical, rows));
  const { value, z } = arrays;
  if (value) {
    const tables = sumTables(across.value, up.value, precision);
    if (kernels && fitsArena(tables, kernels)) fillRows(kernels, tables, 0, rows, [value], 0);
    else fillSum(across.value, up.value, value);
  }
  if (z) fillLarger(across.z, up.z, z);
  const byAcross = arrays[partialOf(horizontal)];
  const byUp = arrays[partialOf(vertical)];
  if (byAcross) repeatRow(byAcross, across.slope);
  if (byUp) up.slope.forEach((slope, row) => byUp.fill(slope, row * columns, (row + 1) * columns));
}

/** Every row of `out` is `row`. */
function repeatRow(out: Numbers, row: Float64Array): void {
  out.set(row);
  for (let at = row.length; at < out.length; at += row.length) out.copyWithin(at, 0, row.length);
}

function sideOf(form: DecoupledForm, similarity: "positive" | "negative", nodes: Float64Array) {
  const side = form[similarity];
  const sign = similarity === "positive" ? -1 : 1;
  const z = mapped(nodes, (s) => side.offset + sign * side.value(s));
  const slope = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) {
    slope[i] = sign * side.weight * side.link.slope(z[i]) * side.slope(nodes[i]);
  }
  return { z, slope, value: mapped(z, (each) => sideValue(side, each)) };
}
