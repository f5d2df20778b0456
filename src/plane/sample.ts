import { logAddExp } from "../numerics/scalar.ts";
import type { CoupledForm, DecoupledForm, PlaneForm, PointwiseForm } from "../losses/types.ts";
import type { Axes, Similarity } from "../spec/axes.ts";
import { nodesOf, placed } from "./axis.ts";
import { type Band, type Channel, type Field, type FormChannel, isSecond } from "./field.ts";
import { type AxisNodes, logitsAt, sideTables, slopesAt } from "./tables.ts";

export interface SampleOptions {
  /** Nodes along the horizontal axis, at least 2. */
  readonly columns: number;
  /** Nodes along the vertical axis, at least 2 in the whole grid. */
  readonly rows: number;
  /** Fills only `rows` rows of a larger grid, each to the bit as the whole grid would have it. */
  readonly band?: Band | undefined;
  readonly channels: readonly Channel[];
  /** A field that is no longer needed; its memory is used again where it fits. */
  readonly reuse?: Field | undefined;
}

/**
 * Fills a field on the CPU in double precision; throws an error for a channel that a closed form lacks. What depends on one axis only is computed once per row or
 * column: two transforms per axis node, and per cell only the link.
 */
export function sampleField(
  form: PlaneForm,
  axes: Axes,
  { columns, rows, band, channels, reuse }: SampleOptions,
): Field {
  const cells = columns * rows;
  const arrays: Grid["arrays"] = {};
  for (const channel of channels) {
    if (isSecond(channel)) throw new Error(`no closed form of ${channel}; sample the loss by its program`);
    const old = reuse?.channels[channel];
    arrays[channel] = old instanceof Float64Array && old.length === cells ? old : new Float64Array(cells);
  }
  const { horizontal, vertical } = placed(axes);
  const grid: Grid = {
    across: { similarity: horizontal.similarity, nodes: nodesOf(horizontal, columns) },
    up: { similarity: vertical.similarity, nodes: nodesOf(vertical, band?.of ?? rows, band?.first, rows) },
    arrays,
  };
  if (form.coupling === "coupled") fillCoupled(form, grid);
  else if (form.coupling === "decoupled") fillDecoupled(form, grid);
  else fillPointwise(form, grid);
  return { axes, columns, rows, band, channels: arrays, engine: { name: "analytic", precision: 64 } };
}

interface Grid {
  readonly across: AxisNodes;
  readonly up: AxisNodes;
  readonly arrays: Partial<Record<FormChannel, Float64Array>>;
}

/** Calls `fill` with each channel array that was asked for. */
function into(grid: Grid, channel: FormChannel, fill: (out: Float64Array) => void): void {
  const out = grid.arrays[channel];
  if (out) fill(out);
}

/** out[cell] = f(z) with z the sum of a column's and a row's term. */
function fromSum(out: Float64Array, across: Float64Array, up: Float64Array, f: (z: number) => number): void {
  for (let row = 0, cell = 0; row < up.length; row++) {
    const fromRow = up[row];
    for (let column = 0; column < across.length; column++) out[cell++] = f(across[column] + fromRow);
  }
}

/** The channel of the partial that belongs to an axis. */
const partialOf = (similarity: Similarity): FormChannel => (similarity === "positive" ? "dSp" : "dSn");

function fillCoupled(form: CoupledForm, grid: Grid): void {
  const { link } = form;
  const across = logitsAt(form, grid.across);
  const up = logitsAt(form, grid.up);
  into(grid, "value", (out) => fromSum(out, across, up, link.value));
  into(grid, "logValue", (out) => fromSum(out, across, up, link.log));
  into(grid, "z", (out) => fromSum(out, across, up, (z) => z));
  const acrossSlopes = slopesAt(form, grid.across);
  const upSlopes = slopesAt(form, grid.up);
  into(grid, partialOf(grid.across.similarity), (out) => {
    fromSum(out, across, up, link.slope);
    scaleCells(out, acrossSlopes.length, (_, column) => acrossSlopes[column]);
  });
  into(grid, partialOf(grid.up.similarity), (out) => {
    fromSum(out, across, up, link.slope);
    scaleCells(out, acrossSlopes.length, (row) => upSlopes[row]);
  });
  const acrossIsPositive = grid.across.similarity === "positive";
  into(grid, "paceRatio", (out) =>
    fillCells(out, acrossSlopes.length, (row, column) => {
      const ratio = Math.abs(acrossSlopes[column] / upSlopes[row]);
      return acrossIsPositive ? ratio : 1 / ratio;
    }),
  );
}

function fillDecoupled(form: DecoupledForm, grid: Grid): void {
  const tables = [grid.across, grid.up].map(({ similarity, nodes }) =>
    sideTables(form[similarity], { similarity, nodes }),
  );
  const [across, up] = tables;
  into(grid, "value", (out) => fromSum(out, across.value, up.value, (value) => value));
  into(grid, "logValue", (out) =>
    fillCells(out, across.log.length, (row, column) => logAddExp(across.log[column], up.log[row])),
  );
  into(grid, "z", (out) =>
    fillCells(out, across.z.length, (row, column) => Math.max(across.z[column], up.z[row])),
  );
  into(grid, partialOf(grid.across.similarity), (out) =>
    fillCells(out, across.slope.length, (_, column) => across.slope[column]),
  );
  into(grid, partialOf(grid.up.similarity), (out) =>
    fillCells(out, across.slope.length, (row) => up.slope[row]),
  );
  const acrossIsPositive = grid.across.similarity === "positive";
  into(grid, "paceRatio", (out) =>
    fillCells(out, across.slope.length, (row, column) => {
      const ratio = Math.abs(across.slope[column] / up.slope[row]);
      return acrossIsPositive ? ratio : 1 / ratio;
    }),
  );
}

function fillPointwise(form: PointwiseForm, { across, up, arrays }: Grid): void {
  const columns = across.nodes.length;
  const acrossIsPositive = across.similarity === "positive";
  const { value, logValue, z: margin, dSp, dSn, paceRatio } = arrays;
  const { z } = form;
  const onlyZ = [value, logValue, dSp, dSn, paceRatio].every((other) => other === undefined);
  if (z && margin && onlyZ) {
    fillCells(margin, columns, (row, column) =>
      acrossIsPositive ? z(across.nodes[column], up.nodes[row]) : z(up.nodes[row], across.nodes[column]),
    );
    return;
  }
  for (let row = 0, cell = 0; row < up.nodes.length; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      const [horizontal, vertical] = [across.nodes[column], up.nodes[row]];
      const point = acrossIsPositive ? form.at(horizontal, vertical) : form.at(vertical, horizontal);
      if (value) value[cell] = point.value;
      if (logValue) logValue[cell] = point.logValue;
      if (margin) margin[cell] = point.z;
      if (dSp) dSp[cell] = point.dSp;
      if (dSn) dSn[cell] = point.dSn;
      if (paceRatio) paceRatio[cell] = Math.abs(point.dSp / point.dSn);
    }
  }
}

function fillCells(out: Float64Array, columns: number, f: (row: number, column: number) => number): void {
  for (let cell = 0, row = 0; cell < out.length; row++) {
    for (let column = 0; column < columns; column++) out[cell++] = f(row, column);
  }
}

function scaleCells(out: Float64Array, columns: number, f: (row: number, column: number) => number): void {
  for (let cell = 0, row = 0; cell < out.length; row++) {
    for (let column = 0; column < columns; column++) out[cell++] *= f(row, column);
  }
}
