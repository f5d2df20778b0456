import { parseLabel } from "./label.ts";
import type { SceneNode } from "./scene.ts";

/** One label at a place. */
export const text = (
  x: number,
  y: number,
  label: string,
  size: number,
  color: string,
  anchor: "start" | "middle" | "end",
): Extract<SceneNode, { type: "text" }> => ({
  type: "text",
  x,
  y,
  runs: parseLabel(label),
  size,
  color,
  anchor,
});
