import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { type PlacedAxis, similarityRate } from "../plane/axis.ts";
import type { MarkedPoint } from "../spec/entries.ts";
import { slimArrow } from "./arrows.ts";
import type { PlaneLayout } from "./layout.ts";
import type { SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** Part of the frame's width that an arrow is long. */
const LENGTH = 0.16;

/**
 * The way down from every point that is given by its pair, all equally long; a point of the boundary, or T, is where
 * a way ends. None where there is no gradient.
 */
export function drawPointArrows(
  points: readonly MarkedPoint[],
  form: PlaneForm,
  layout: PlaneLayout,
  look: Look,
): SceneNode {
  const length = LENGTH * layout.frame.width;
  let d = "";
  for (const point of points) {
    if (!("sp" in point)) continue;
    const way = wayDown(form, layout, point);
    if (way === null) continue;
    const { x, y } = layout.toPixel(point);
    d += slimArrow(
      x + (way.dx * length) / 2,
      y + (way.dy * length) / 2,
      way.dx * length,
      way.dy * length,
      length / 24,
    );
  }
  return {
    type: "group",
    name: "point-arrows",
    clip: layout.frame,
    children: d
      ? [
          {
            type: "path",
            d,
            fill: look.boundary,
            stroke: { color: look.casing, width: 0.6 * look.weight },
          },
        ]
      : [],
  };
}

/** The direction of descent by what the axes show, one pixel long. */
function wayDown(
  form: PlaneForm,
  { horizontal, vertical }: PlaneLayout,
  { sn, sp }: { readonly sn: number; readonly sp: number },
): { readonly dx: number; readonly dy: number } | null {
  const { dSp, dSn } = planePoint(form, sp, sn);
  const along = ({ unit, range, similarity }: PlacedAxis): number => {
    const [s, slope] = similarity === "positive" ? [sp, dSp] : [sn, dSn];
    return -slope * similarityRate(unit, s) * Math.sign(range[1] - range[0]);
  };
  const [dx, dy] = [along(horizontal), -along(vertical)];
  const size = Math.hypot(dx, dy);
  return size > 0 && Number.isFinite(size) ? { dx: dx / size, dy: dy / size } : null;
}
