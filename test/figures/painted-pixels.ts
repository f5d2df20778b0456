import { type LiveMemory, type LivePlan, paintPlan } from "../../src/figures/live.ts";

/** A live picture by the CPU, nodes × nodes, the first row at the top. */
export function paintedPixels(plan: LivePlan, memory: LiveMemory): Uint32Array {
  const { nodes } = plan;
  const bytes = new Uint8Array(4 * nodes ** 2);
  paintPlan(plan, memory, (rows, top) => bytes.set(rows, 4 * nodes * top));
  return new Uint32Array(bytes.buffer);
}
