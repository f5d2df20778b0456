import type { Point } from "../losses/curves.ts";
import type { Boundary } from "../region/boundary.ts";
import { along, type Passage } from "../region/cloud.ts";
import { type Piece, pointsAlong } from "../region/pieces.ts";
import { type PlaneLayout, pixelLine } from "./layout.ts";
import { line, pathOf } from "./path.ts";
import { guideLabels } from "./scatter-labels.ts";
import type { SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

const SMOOTH = 721;

/** The stretches of a boundary between the two ends of a passage. */
export const stretchesOf = ({ pieces }: Boundary, { from, to }: Passage): Point[][] =>
  pieces.map((piece) => stretchOf(piece, from, to)).filter((points) => points.length > 1);

function stretchOf(piece: Piece, from: Point, to: Point): Point[] {
  const points = pointsAlong(piece, SMOOTH);
  const isRising = along(points[points.length - 1]) >= along(points[0]);
  const inside = points.filter((point) => along(point) > along(from) && along(point) < along(to));
  const reached = (end: Point): Point[] => (onPiece(points, end) ? [end] : []);
  return isRising
    ? [...reached(from), ...inside, ...reached(to)]
    : [...reached(to), ...inside, ...reached(from)];
}

/** Whether a point of the boundary lies on this piece of it and not on another. */
function onPiece(points: readonly Point[], { sn, sp }: Point): boolean {
  const longest = points
    .slice(1)
    .reduce(
      (most, point, i) => Math.max(most, Math.hypot(point.sn - points[i].sn, point.sp - points[i].sp)),
      0,
    );
  return points.some((point) => Math.hypot(point.sn - sn, point.sp - sp) <= longest);
}

/** The passage as a thick line, with a casing. */
export function drawPassage(
  stretches: readonly (readonly Point[])[],
  layout: PlaneLayout,
  look: Look,
  color: string,
): SceneNode {
  const d = stretches.map((points) => pathOf(pixelLine(points, layout.toPixel))).join("");
  return {
    type: "group",
    name: "passage",
    clip: layout.frame,
    children: d
      ? [
          { type: "path", d, stroke: { color: look.casing, width: 5.4 * look.weight, opacity: 0.8 } },
          { type: "path", d, stroke: { color, width: 3.2 * look.weight } },
        ]
      : [],
  };
}

/** From each end of the passage down to the axis of the one similarity and right to the end of the other. */
export function drawGuides({ from, to }: Passage, layout: PlaneLayout, look: Look): SceneNode {
  const { frame, toPixel } = layout;
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  const ends = [from, to].map(toPixel);
  const dash = [5 * look.weight, 3.5 * look.weight];
  return {
    type: "group",
    name: "guides",
    clip: frame,
    children: [
      {
        type: "path",
        d: ends.map(({ x, y }) => line(x, y, right, y)).join(""),
        stroke: { color: look.soft, width: look.weight, dash, opacity: 0.8 },
      },
      {
        type: "path",
        d: ends.map(({ x, y }) => line(x, y, x, bottom)).join(""),
        stroke: { color: look.ink, width: 1.4 * look.weight, dash },
      },
      ...guideLabels({ from, to }, layout, look),
    ],
  };
}
