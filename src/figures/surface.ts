import type { ResolvedSurface } from "../spec/surface.ts";
import { framedScene } from "./frame.ts";
import { mapOf } from "./color.ts";
import { drawLegend } from "./legend.ts";
import type { DrawOptions } from "./prepared.ts";
import type { Rectangle, Scene, SceneNode } from "./scene.ts";
import { type SurfaceData, surfaceData } from "./surface-data.ts";
import { drawFloor } from "./surface-floor.ts";
import { drawLine } from "./surface-lines-drawn.ts";
import { drawSurfaceMarks } from "./surface-marks.ts";
import { paintedQuads, type PaintedQuad, quadNodes } from "./surface-painter.ts";
import { isBitmap, quadsAsImage } from "./surface-raster.ts";
import { stageOf } from "./surface-stage.ts";
import { lookOf } from "./theme.ts";

export { type PaintedQuad, type SurfaceData, surfaceData };

/** The same figure seen from elsewhere, both in degrees; its `surfaceData` stay what they are. */
export function turned(figure: ResolvedSurface, azimuth: number, elevation: number): ResolvedSurface {
  const wrapped = ((((azimuth + 180) % 360) + 360) % 360) - 180;
  const camera = { ...figure.camera, azimuth: wrapped, elevation: Math.min(90, Math.max(0, elevation)) };
  return { ...figure, camera };
}

/** A surface in pixels, from the farthest to the nearest: what a scene is made of, and what a canvas paints in turn. */
export interface SurfaceParts {
  readonly behind: readonly SceneNode[];
  readonly quads: readonly PaintedQuad[];
  /** Curves and boundary that lie on it. */
  readonly lines: readonly SceneNode[];
  /** Everything else, words and legend too; what is given goes before it. */
  readonly sceneOver: (nodes: readonly SceneNode[]) => Scene;
  /** A box that is larger than its room must not run into the words. */
  readonly clip: Rectangle | undefined;
}

export function surfaceParts(asked: ResolvedSurface, own: SurfaceData, how: DrawOptions = {}): SurfaceParts {
  const figure = { ...asked, size: how.size ?? asked.size };
  const data = how.domain ? { ...own, domain: how.domain } : own;
  const { grid, domain, colouring, mesh } = data;
  const { layers, camera } = figure;
  const look = lookOf(figure);
  const { options, layout, room, inner, view, box } = stageOf(figure, data, how);
  const clip = camera.zoom > 1 ? room : undefined;
  return {
    behind: [
      ...(layers.floor === "bands"
        ? [drawFloor(grid, view, domain, colouring.scale, layers.floorBands)]
        : []),
      box.behind,
    ],
    quads: paintedQuads(mesh, view, domain, colouring.scale),
    lines: data.lines.map((line) => drawLine(line, grid, view, look)),
    clip,
    sceneOver: (nodes) => {
      const children = [
        ...nodes,
        box.ticks,
        drawSurfaceMarks(data.points, layers.drops, grid, view, layout.sizes, look),
      ];
      const inRoom: SceneNode[] = clip ? [{ type: "group", name: "room", clip, children }] : children;
      const legend = drawLegend(layout, look, colouring, domain);
      return { ...framedScene(options, layout, [...inRoom, ...legend]), room: inner };
    },
  };
}

/** A surface in its box: floor, quads in painter's order, the lines and points that lie on it. */
export function drawSurface(figure: ResolvedSurface, data: SurfaceData, how: DrawOptions = {}): Scene {
  const { behind, quads, lines, sceneOver, clip } = surfaceParts(figure, data, how);
  const map = mapOf(how.domain ?? data.domain, data.colouring.scale);
  const children =
    isBitmap(figure.samples) || how.bitmaps
      ? [quadsAsImage(quads, map, clip ?? { x: 0, y: 0, ...(how.size ?? figure.size) }, how.bitmaps)]
      : quadNodes(quads);
  const surface: SceneNode = { type: "group", name: "surface", children };
  return sceneOver([...behind, surface, ...lines]);
}
