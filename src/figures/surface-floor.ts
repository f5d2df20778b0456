import { traceBelow } from "../plane/contour.ts";
import type { Scale } from "../spec/quantities.ts";
import { type Bend, bent, LINEAR, unbent } from "./bend.ts";
import { type ColorDomain, mapOf, shadeOf } from "./color.ts";
import { isolineLevels } from "./isolines.ts";
import { outlinePath } from "./outline.ts";
import { areaOf, backwards, isInside } from "./polygon.ts";
import type { SceneNode } from "./scene.ts";
import type { View } from "./surface-camera.ts";
import type { SurfaceGrid } from "./surface-grid.ts";
import { fillsOf, SEAM } from "./surface-painter.ts";

/**
 * The colours' numbers in filled bands on the floor. Each band covers the lower part of the one before, so that no two
 * of them abut.
 */
export function drawFloor(
  { colours, columns, rows }: SurfaceGrid,
  view: View,
  domain: ColorDomain,
  scale: Scale,
  count: number,
): SceneNode {
  const values = Float64Array.from(colours);
  const levels = isolineLevels(domain, count);
  const fills = fillsOf(mapOf(domain, scale));
  const ends = [domain.from, ...levels, domain.to];
  const beyond = Math.max(
    domain.to,
    values.reduce((most, x) => (x < Infinity && x > most ? x : most), -Infinity),
  );
  const children: SceneNode[] = [];
  for (let i = ends.length - 1; i > 0; i--) {
    const level = i === ends.length - 1 ? beyond + Math.abs(beyond) + 1 : ends[i];
    const outlines = traceBelow(values, columns, rows, level).map((line) =>
      floorPixels(line, columns, rows, view),
    );
    const fill = fills[shadeOf(between(ends[i - 1], ends[i], domain.bend), domain)];
    const d = oppositeHoles(outlines)
      .map((points) => outlinePath(points))
      .join("");
    if (d) children.push({ type: "path", d, fill, stroke: { color: fill, width: SEAM } });
  }
  return { type: "group", name: "floor", children };
}

/** The middle as the colours go. */
const between = (a: number, b: number, bend: Bend = LINEAR): number =>
  unbent((bent(a, bend) + bent(b, bend)) / 2, bend);

function floorPixels(line: Float64Array, columns: number, rows: number, view: View): number[] {
  const pixels: number[] = [];
  for (let i = 0; i < line.length; i += 2) {
    const { x, y } = view.toPixel({
      x: line[i] / (columns - 1) - 0.5,
      y: line[i + 1] / (rows - 1) - 0.5,
      h: 0,
    });
    pixels.push(x, y);
  }
  return pixels;
}

/** Outlines that lie in an odd number of others run the other way round: every fill rule then leaves them open. */
function oppositeHoles(outlines: readonly number[][]): number[][] {
  return outlines.map((outline, i) => {
    const depth = outlines.filter((other, k) => k !== i && isInside(outline[0], outline[1], other)).length;
    const wanted = depth % 2 === 0;
    return areaOf(outline) > 0 === wanted ? outline : backwards(outline);
  });
}
