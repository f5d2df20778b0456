import { nodesOf } from "../axis.ts";
import type { Axis } from "../../spec/axes.ts";

/** Axes whose nodes are kept: those of a few pictures side by side. */
const KEPT = 8;
const kept = new Map<string, Float64Array>();

/** As `nodesOf`, worked out once while a figure is redrawn; not to be written to. */
export function keptNodes(axis: Axis, count: number): Float64Array {
  const key = [axis.unit, ...axis.range, count].join(" ");
  const nodes = kept.get(key) ?? nodesOf(axis, count);
  kept.delete(key);
  kept.set(key, nodes);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return nodes;
}
