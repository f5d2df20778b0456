import type { ResolvedSurface } from "../spec/surface.ts";
import { framedScene } from "./frame.ts";
import { drawLegend } from "./legend.ts";
import type { DrawOptions } from "./prepared.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { type SurfaceData, surfaceData } from "./surface-data.ts";
import { drawFloor } from "./surface-floor.ts";
import { drawLine } from "./surface-lines-drawn.ts";
import { drawSurfaceMarks } from "./surface-marks.ts";
import { paintedQuads, type PaintedQuad, quadNodes } from "./surface-painter.ts";
import { stageOf } from "./surface-stage.ts";
import { LOOKS } from "./theme.ts";

export { type PaintedQuad, type SurfaceData, surfaceData };

/** The same figure seen from elsewhere, both in degrees; its `surfaceData` stay what they are. */
export function turned(figure: ResolvedSurface, azimuth: number, elevation: number): ResolvedSurface {
  const wrapped = ((((azimuth + 180) % 360) + 360) % 360) - 180;
  const camera = { ...figure.camera, azimuth: wrapped, elevation: Math.min(90, Math.max(0, elevation)) };
  return { ...figure, camera };
}

/** A surface in its box: floor, quads in painter's order, the lines and points that lie on it. */
export function drawSurface(asked: ResolvedSurface, own: SurfaceData, how: DrawOptions = {}): Scene {
  const figure = { ...asked, size: how.size ?? asked.size };
  const data = how.domain ? { ...own, domain: how.domain } : own;
  const { grid, domain, colouring, mesh } = data;
  const { layers, camera } = figure;
  const look = LOOKS[figure.theme];
  const { options, layout, room, view, box } = stageOf(figure, data, how);
  const parts: SceneNode[] = [
    ...(layers.floor === "bands" ? [drawFloor(grid, view, domain, colouring.scale, layers.floorBands)] : []),
    box.behind,
    {
      type: "group",
      name: "surface",
      children: quadNodes(paintedQuads(mesh, view, domain, colouring.scale)),
    },
    ...data.lines.map((line) => drawLine(line, grid, view, look)),
    box.ticks,
    drawSurfaceMarks(data.points, layers.drops, grid, view, layout.sizes, look),
  ];
  // a box that is larger than its room must not run into the words
  const inRoom: SceneNode[] =
    camera.zoom > 1 ? [{ type: "group", name: "room", clip: room, children: parts }] : parts;
  return framedScene(options, layout, [...inRoom, ...drawLegend(layout, look, colouring, domain)]);
}

/** Only the quads of the figure, in painter's order and in its pixels: for a canvas that turns it. */
export function surfaceQuads(
  figure: ResolvedSurface,
  data: SurfaceData,
  how: DrawOptions = {},
): PaintedQuad[] {
  const { view } = stageOf(figure, data, how);
  return paintedQuads(data.mesh, view, how.domain ?? data.domain, data.colouring.scale);
}
