import type { SceneNode } from "../../figures/scene.ts";
import { SEAM } from "../../figures/surface-painter.ts";
import type { SurfaceParts } from "../../figures/surface.ts";

/** Paints a surface between its box and its labels, which an SVG draws over it. */
export function paintSurface(
  context: CanvasRenderingContext2D,
  { behind, quads, lines, clip }: SurfaceParts,
): void {
  context.save();
  if (clip) {
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
  }
  for (const node of behind) paintPaths(context, node);
  paintQuads(context, quads);
  for (const node of lines) paintPaths(context, node);
  context.restore();
}

function paintQuads(context: CanvasRenderingContext2D, quads: SurfaceParts["quads"]): void {
  context.lineWidth = SEAM;
  context.lineJoin = "round";
  for (const { points, fill } of quads) {
    context.beginPath();
    context.moveTo(points[0], points[1]);
    for (let i = 2; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
    context.closePath();
    context.fillStyle = fill;
    context.strokeStyle = fill;
    context.fill();
    context.stroke();
  }
}

/** The paths of floor, box and lines: what of a scene lies in or behind the surface. */
function paintPaths(context: CanvasRenderingContext2D, node: SceneNode): void {
  if (node.type === "group") for (const child of node.children) paintPaths(context, child);
  if (node.type !== "path") return;
  const path = new Path2D(node.d);
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
    context.lineJoin = "round";
    context.setLineDash([...dash]);
    context.stroke(path);
  }
  context.restore();
}
