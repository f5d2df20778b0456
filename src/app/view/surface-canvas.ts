import { SEAM } from "../../figures/surface-painter.ts";
import type { SurfaceParts } from "../../figures/surface.ts";
import { paintPaths } from "./paint-paths.ts";

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
