import { planePoint } from "../../losses/plane-form.ts";
import type { CoupledForm, PlaneForm } from "../../losses/types.ts";
import { finiteRange } from "../../plane/quantity.ts";
import { logitsAt, sideTables, slopesAt } from "../../plane/tables.ts";
import type { Nodes } from "./value-measures.ts";

/** Nodes without a finite gradient count in neither share; the largest length is NaN where there is none. */
export interface GradientMeasures {
  readonly maxGradient: number;
  readonly active: number;
  readonly vanishing: number;
}

/** Of the gradient on all nodes; one no longer than `threshold` has vanished. */
export function gradientMeasures(form: PlaneForm, nodes: Nodes, threshold: number): GradientMeasures {
  switch (form.coupling) {
    case "coupled":
      return ofCoupled(form, nodes, threshold);
    case "decoupled": {
      const across = sideTables(form.negative, { similarity: "negative", nodes: nodes.sn }).slope;
      const up = sideTables(form.positive, { similarity: "positive", nodes: nodes.sp }).slope;
      if (finiteRange(across).masked + finiteRange(up).masked === 0) return ofSides(across, up, threshold);
      return ofNodes(nodes, threshold, (column, row) => Math.hypot(across[column], up[row]));
    }
    case "pointwise":
      return ofNodes(nodes, threshold, (column, row) => {
        const { dSp, dSn } = planePoint(form, nodes.sp[row], nodes.sn[column]);
        return Math.hypot(dSp, dSn);
      });
  }
}

/** Half at an end of an axis: a node stands for the frame round it. */
const weightOf = (i: number, count: number): number => (i === 0 || i === count - 1 ? 0.5 : 1);

/** The same sums for every kind of loss; shares are of the squares between the nodes. */
function shares(nodes: Nodes, longest: number, active: number, vanishing: number): GradientMeasures {
  const squares = (nodes.sn.length - 1) * (nodes.sp.length - 1);
  return {
    maxGradient: longest < 0 ? NaN : longest,
    active: active / squares,
    vanishing: vanishing / squares,
  };
}

function ofNodes(
  nodes: Nodes,
  threshold: number,
  lengthAt: (column: number, row: number) => number,
): GradientMeasures {
  const [columns, rows] = [nodes.sn.length, nodes.sp.length];
  let [longest, active, vanishing] = [-1, 0, 0];
  for (let row = 0; row < rows; row++) {
    let [above, below] = [0, 0];
    for (let column = 0; column < columns; column++) {
      const length = lengthAt(column, row);
      if (length - length !== 0) continue;
      if (length > longest) longest = length;
      if (length > threshold) above += weightOf(column, columns);
      else below += weightOf(column, columns);
    }
    active += weightOf(row, rows) * above;
    vanishing += weightOf(row, rows) * below;
  }
  return shares(nodes, longest, active, vanishing);
}

/** φ′(z) times the length of (A_n′, A_p′): one slope of the link and one root a node. */
function ofCoupled(form: CoupledForm, nodes: Nodes, threshold: number): GradientMeasures {
  const [negative, positive] = [
    { similarity: "negative", nodes: nodes.sn },
    { similarity: "positive", nodes: nodes.sp },
  ] as const;
  const [across, up] = [logitsAt(form, negative), logitsAt(form, positive)];
  const [acrossSlopes, upSlopes] = [slopesAt(form, negative), slopesAt(form, positive)];
  const { slope } = form.link;
  return ofNodes(nodes, threshold, (column, row) => {
    const p = acrossSlopes[column];
    const q = upSlopes[row];
    return Math.abs(slope(across[column] + up[row])) * Math.sqrt(p * p + q * q);
  });
}

/** Two sides that do not see each other: in a row, what is longer than the threshold are the columns past one place. */
function ofSides(across: Float64Array, up: Float64Array, threshold: number): GradientMeasures {
  const nodes = { sn: across, sp: up };
  const columns = across.length;
  const sorted = Array.from(across, (slope, i) => ({ size: Math.abs(slope), weight: weightOf(i, columns) }));
  sorted.sort((a, b) => a.size - b.size);
  const sizes = Float64Array.from(sorted, ({ size }) => size);
  const below = new Float64Array(columns + 1);
  sorted.forEach(({ weight }, i) => (below[i + 1] = below[i] + weight));
  let [longest, active, vanishing] = [0, 0, 0];
  for (let row = 0; row < up.length; row++) {
    const size = Math.abs(up[row]);
    longest = Math.max(longest, size);
    let [from, to] = [0, columns];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (Math.hypot(sizes[middle], size) > threshold) to = middle;
      else from = middle + 1;
    }
    const weight = weightOf(row, up.length);
    active += weight * (below[columns] - below[from]);
    vanishing += weight * below[from];
  }
  return shares(nodes, Math.hypot(longest, sizes[columns - 1]), active, vanishing);
}
