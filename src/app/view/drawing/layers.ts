import type { SceneNode } from "../../../figures/scene.ts";

/** A picture in two layers. */
export interface Layers {
  /** Bitmaps, and surfaces with all that lies behind them: many small faces, painted on a canvas. */
  readonly beneath: readonly SceneNode[];
  /** Lines and words, written as SVG. */
  readonly over: readonly SceneNode[];
}

/** No node of one layer comes before one of the other that it covers. */
export function layersOf(nodes: readonly SceneNode[]): Layers {
  const beneath: SceneNode[] = [];
  const over: SceneNode[] = [];
  const surface = nodes.findLastIndex((node) => node.type === "group" && node.name === "surface");
  for (const [i, node] of nodes.entries()) {
    if (i <= surface || (node.type === "image" && node.raster.transparent === undefined)) beneath.push(node);
    else if (node.type !== "group") over.push(node);
    else {
      const inner = layersOf(node.children);
      if (inner.beneath.length > 0) beneath.push({ ...node, children: inner.beneath });
      if (inner.over.length > 0 || inner.beneath.length === 0) over.push({ ...node, children: inner.over });
    }
  }
  return { beneath, over };
}
