import type { Scale } from "../spec/quantities.ts";
import { type ColorDomain, mapOf, MASKED, paletteOf, shadeOf } from "./color.ts";
import type { ColourMap } from "./colour-maps/maps.ts";
import { areaOf, backwards } from "./polygon.ts";
import { round, type SceneNode } from "./scene.ts";
import type { Polygon } from "./surface-bands.ts";
import type { View } from "./surface-camera.ts";
import type { Cell, Mesh } from "./surface-mesh.ts";

/** A piece of a surface as it is painted. */
export interface PaintedQuad {
  /** Pixels x0, y0, x1, y1 …, a closed outline. */
  readonly points: readonly number[];
  readonly fill: string;
  /** The same as an index into the colours. */
  readonly shade: number;
}

/** Pixels of the line round every quad, in its own colour: it covers the seam to the next one. */
export const SEAM = 0.8;

/**
 * The quads in painter's order. Each stands on its own square of the floor, and a line of sight passes over the squares
 * of a grid row by row, so the order of the squares is exact for every height and every elevation.
 */
export function paintedQuads(mesh: Mesh, view: View, domain: ColorDomain, scale: Scale): PaintedQuad[] {
  const { columns, rows, cells } = mesh;
  const fills = fillsOf(mapOf(domain, scale));
  const quads: PaintedQuad[] = [];
  for (const row of fromFarthest(rows, view.toViewer.y)) {
    for (const column of fromFarthest(columns, view.toViewer.x)) {
      const cell = cells[row * columns + column];
      if (cell === null) continue;
      for (const part of partsFromFarthest(cell, view))
        for (const piece of part) quads.push(painted(piece, view, domain, fills));
    }
  }
  return quads;
}

function fromFarthest(count: number, towardsViewer: number): number[] {
  const indices = Array.from({ length: count }, (_, i) => i);
  return towardsViewer >= 0 ? indices : indices.toReversed();
}

const partsFromFarthest = ({ parts, across }: Cell, { toViewer: { x, y } }: View): Cell["parts"] =>
  across[0] * x + across[1] * y >= 0 ? parts : parts.toReversed();

function painted(piece: Polygon, view: View, domain: ColorDomain, fills: readonly string[]): PaintedQuad {
  const points: number[] = [];
  let sum = 0;
  for (const vertex of piece) {
    const { x, y } = view.toPixel(vertex);
    points.push(x, y);
    sum += vertex.colour;
  }
  const mean = sum / piece.length;
  const shade = Number.isFinite(mean) ? shadeOf(mean, domain) : MASKED;
  return { points, fill: fills[shade], shade };
}

const known = new Map<ColourMap, readonly string[]>();

/** Every shade as a colour of six digits. */
export function fillsOf(map: ColourMap): readonly string[] {
  const found = known.get(map);
  if (found) return found;
  const palette = paletteOf(map);
  const made = Array.from(
    { length: 256 },
    (_, i) =>
      `#${[...palette.subarray(3 * i, 3 * i + 3)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`,
  );
  known.set(map, made);
  return made;
}

/** The quads as paths; neighbours in the order of painting that have the same colour share one. */
export function quadNodes(quads: readonly PaintedQuad[]): SceneNode[] {
  const nodes: SceneNode[] = [];
  for (let i = 0; i < quads.length;) {
    const { fill } = quads[i];
    let d = "";
    for (; i < quads.length && quads[i].fill === fill; i++) d += outlineOf(quads[i].points);
    if (d) nodes.push({ type: "path", d, fill, stroke: { color: fill, width: SEAM } });
  }
  return nodes;
}

/** All outlines run the same way round, so that two that overlap in one path never leave a hole. */
function outlineOf(points: readonly number[]): string {
  const turn = areaOf(points) < 0 ? backwards(points) : points;
  let d = `M${round(turn[0])} ${round(turn[1])}L`;
  for (let i = 2; i < turn.length; i += 2) d += `${i > 2 ? " " : ""}${round(turn[i])} ${round(turn[i + 1])}`;
  return `${d}Z`;
}
