import { halfSquaredHinge, hinge, identity, softplusLink } from "../../losses/links.ts";
import { planePoint } from "../../losses/plane-form.ts";
import type { Link, PlaneForm } from "../../losses/types.ts";
import { finiteRange } from "../../plane/quantity.ts";
import { logitsAt, sideTables } from "../../plane/tables.ts";

/** The nodes of a grid along both axes. */
export interface Nodes {
  readonly sn: Float64Array;
  readonly sp: Float64Array;
}

/** Extremes of the finite numbers (NaN where there is none) and how many are not finite. */
export interface ValueMeasures {
  readonly minLoss: number;
  readonly maxLoss: number;
  readonly masked: number;
}

/** Links that never fall: their extremes are those of z. */
const RISING: ReadonlySet<Link> = new Set([softplusLink, hinge, halfSquaredHinge, identity]);

/** Of the loss on all nodes. */
export function valueMeasures(form: PlaneForm, nodes: Nodes): ValueMeasures {
  switch (form.coupling) {
    case "coupled": {
      const across = logitsAt(form, { similarity: "negative", nodes: nodes.sn });
      const up = logitsAt(form, { similarity: "positive", nodes: nodes.sp });
      return ofSums(across, up, form.link.value, RISING.has(form.link));
    }
    case "decoupled": {
      const across = sideTables(form.negative, { similarity: "negative", nodes: nodes.sn });
      const up = sideTables(form.positive, { similarity: "positive", nodes: nodes.sp });
      return ofSums(across.value, up.value, (value) => value, true);
    }
    case "pointwise":
      return ofRows(nodes.sn.length, nodes.sp.length, (column, row) => {
        return planePoint(form, nodes.sp[row], nodes.sn[column]).value;
      });
  }
}

/** Of f over the sums of a column's and a row's term; from four numbers where f never falls. */
function ofSums(
  across: Float64Array,
  up: Float64Array,
  f: (x: number) => number,
  isRising: boolean,
): ValueMeasures {
  const [a, b] = [finiteRange(across), finiteRange(up)];
  if (isRising && a.masked + b.masked === 0) {
    const [low, high] = [f(a.low + b.low), f(a.high + b.high)];
    if (Number.isFinite(low) && Number.isFinite(high)) return { minLoss: low, maxLoss: high, masked: 0 };
  }
  return ofRows(across.length, up.length, (column, row) => f(across[column] + up[row]));
}

/** Node by node, a row at a time. */
function ofRows(columns: number, rows: number, at: (column: number, row: number) => number): ValueMeasures {
  let [minLoss, maxLoss, masked] = [Infinity, -Infinity, 0];
  const values = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[column] = at(column, row);
    const found = finiteRange(values);
    minLoss = Math.min(minLoss, found.low);
    maxLoss = Math.max(maxLoss, found.high);
    masked += found.masked;
  }
  return masked === columns * rows ? { minLoss: NaN, maxLoss: NaN, masked } : { minLoss, maxLoss, masked };
}
