import type { SceneNode } from "../../figures/scene.ts";

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A picture is painted strip by strip. */
const paths = new WeakMap<SceneNode, Path2D>();

function pathOf(node: Extract<SceneNode, { type: "path" }>): Path2D {
  const known = paths.get(node);
  if (known !== undefined) return known;
  const path = new Path2D(node.d);
  paths.set(node, path);
  return path;
}

/** The paths of a scene's node, for what the page paints rather than writes; `join`: of its lines. */
export function paintPaths(context: Context, node: SceneNode, join: CanvasLineJoin = "round"): void {
  if (node.type === "group") for (const child of node.children) paintPaths(context, child, join);
  if (node.type !== "path") return;
  const path = pathOf(node);
  context.save();
  if (node.inside !== undefined) context.clip(new Path2D(node.inside), "evenodd");
  if (node.fill !== undefined) {
    context.globalAlpha = node.fillOpacity ?? 1;
    context.fillStyle = node.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(path);
  }
  if (node.stroke) {
    const { color, width, dash = [], opacity = 1 } = node.stroke;
    context.globalAlpha = opacity;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.lineJoin = join;
    context.setLineDash([...dash]);
    context.stroke(path);
  }
  context.restore();
}
