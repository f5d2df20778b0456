import { widthOf } from "../figures/label.ts";
import type { Run, SceneNode } from "../figures/scene.ts";

export type TextNode = Extract<SceneNode, { type: "text" }>;

/** A run and the left end of its baseline. */
export interface PlacedRun {
  readonly run: Run;
  readonly x: number;
  readonly y: number;
}

/** Each run of a text where the figure fonts put it. */
export function placedRuns(node: TextNode): PlacedRun[] {
  const width = widthOf(node.runs, node.size);
  let x = node.x - (node.anchor === "start" ? 0 : node.anchor === "middle" ? width / 2 : width);
  return node.runs.map((run) => {
    const place = { run, x, y: node.y + run.shift * node.size };
    x += widthOf([run], node.size);
    return place;
  });
}
