import type { BoundProgram } from "../../formula/evaluate.ts";
import type { AxisNodes } from "../tables.ts";

/** The numbers of some steps at every node of the axis that they depend on. */
export type NodeTables = ReadonlyMap<number, Float64Array>;

/** Computes steps that depend on one similarity once for every node of its axis. */
export function tabulated(
  { values, setPositive, setNegative }: BoundProgram,
  steps: readonly number[],
  { similarity, nodes }: AxisNodes,
): NodeTables {
  const tables = new Map(steps.map((step) => [step, new Float64Array(nodes.length)]));
  if (steps.length === 0) return tables;
  const set = similarity === "positive" ? setPositive : setNegative;
  for (let i = 0; i < nodes.length; i++) {
    set(nodes[i]);
    for (const [step, table] of tables) table[i] = values[step];
  }
  return tables;
}
