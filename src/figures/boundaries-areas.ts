import { traceBelow } from "../plane/contour.ts";
import { sampleLoss } from "../plane/engine.ts";
import { channelOf, type Numbers } from "../plane/field.ts";
import type { Axes } from "../spec/axes.ts";
import type { Boundary } from "../region/boundary.ts";
import { ellipsesOf } from "./boundary.ts";
import type { NamedBoundary } from "./boundaries-data.ts";
import type { StyledBoundary } from "./boundaries-lines.ts";
import { gridPixels, type PlaneLayout } from "./layout.ts";
import { outlinePath } from "./outline.ts";
import { line } from "./path.ts";
import type { Rectangle, SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** Nodes along each axis; the outlines end under the lines. */
const NODES = 257;

const marginTerm = ({ loss, choice, counts }: NamedBoundary, axes: Axes): Numbers =>
  channelOf(
    sampleLoss({ loss, counts, params: choice.params, gradient: choice.gradient }, axes, {
      columns: NODES,
      rows: NODES,
      channels: ["z"],
    }),
    "z",
  );

/** The same places of a picture with s_p and s_n swapped. */
const swappedAxes = ({ negative, positive, horizontal }: Axes): Axes => ({
  negative: positive,
  positive: negative,
  horizontal: horizontal === "negative" ? "positive" : "negative",
});

/** {values < 0}, whose edge the boundaries are. */
function outlinesOf(values: Numbers, boundaries: readonly Boundary[], layout: PlaneLayout): string {
  const ellipses = ellipsesOf(boundaries, layout);
  return traceBelow(values, NODES, NODES, 0)
    .map((traced) => outlinePath(gridPixels(traced, NODES, NODES, layout.frame), ellipses))
    .join("");
}

/** What neither class reaches: z > 0, and z > 0 with s_p and s_n swapped, shaded in the colour of its boundary. */
export function drawMargins(
  boundaries: readonly StyledBoundary[],
  axes: Axes,
  layout: PlaneLayout,
  look: Look,
): SceneNode {
  const alone = boundaries.length === 1;
  return {
    type: "group",
    name: "margins",
    clip: layout.frame,
    children: boundaries.flatMap((each): SceneNode[] => {
      if (each.boundary.origin === "none") return [];
      const own = marginTerm(each, axes);
      const other = marginTerm(each, swappedAxes(axes));
      const d = outlinesOf(
        own.map((z, cell) => -Math.min(z, other[cell])),
        each.mirrored ? [each.boundary, each.mirrored] : [each.boundary],
        layout,
      );
      // a family's margins lie on one another: each adds a little
      const fillOpacity = alone ? 0.22 : 0.1;
      return d ? [{ type: "path", d, fill: alone ? look.soft : each.style.color, fillOpacity }] : [];
    }),
  };
}

/** {z < 0} of every boundary, hatched in its colour, each in another direction. */
export function drawTargets(
  boundaries: readonly StyledBoundary[],
  axes: Axes,
  layout: PlaneLayout,
  look: Look,
): SceneNode {
  const gap = layout.sizes.base * 0.75;
  return {
    type: "group",
    name: "regions",
    clip: layout.frame,
    children: boundaries.flatMap((each, i): SceneNode[] => {
      const { boundary } = each;
      const inside = boundary.origin === "none" ? "" : outlinesOf(marginTerm(each, axes), [boundary], layout);
      const turn = ((45 + (180 * i) / boundaries.length) * Math.PI) / 180;
      const stroke = { color: each.style.color, width: 0.7 * look.weight, opacity: 0.5 };
      return inside ? [{ type: "path", d: hatching(layout.frame, turn, gap), stroke, inside }] : [];
    }),
  };
}

/** Parallel lines over a rectangle, `gap` apart, from its middle outwards. */
function hatching({ x, y, width, height }: Rectangle, turn: number, gap: number): string {
  const reach = Math.hypot(width, height) / 2;
  const [ux, uy] = [Math.cos(turn), -Math.sin(turn)];
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  let d = "";
  for (let aside = -Math.floor(reach / gap) * gap; aside <= reach; aside += gap) {
    const [px, py] = [middleX - uy * aside, middleY + ux * aside];
    const half = Math.sqrt(Math.max(0, reach ** 2 - aside ** 2));
    d += line(px - ux * half, py - uy * half, px + ux * half, py + uy * half);
  }
  return d;
}
