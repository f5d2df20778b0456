import { traceBelow } from "../plane/contour.ts";
import { channelOf } from "../plane/field.ts";
import { type LossOnPlane, sampleLoss } from "../plane/engine.ts";
import type { Axes } from "../spec/axes.ts";
import type { Boundary } from "../region/boundary.ts";
import { type Piece, pointsAlong } from "../region/pieces.ts";
import { gridPixels, type PlaneLayout, pixelLine } from "./layout.ts";
import { type Ellipse, outlinePath } from "./outline.ts";
import { arcTo, line, pathOf } from "./path.ts";
import { type Rectangle, round, type SceneNode, type Stroke } from "./scene.ts";
import type { Look } from "./theme.ts";

const SMOOTH = 181;

export const showsCosines = ({ horizontal, vertical }: PlaneLayout): boolean =>
  horizontal.unit === "cosine" && vertical.unit === "cosine";

/** A boundary in pixels: an exact arc or line where both axes show cosines, else finely sampled. */
export function piecePath(piece: Piece, layout: PlaneLayout): string {
  const straightAxes = showsCosines(layout);
  if (piece.kind === "arc" && straightAxes) return arcPath(piece, layout);
  const count = piece.kind === "line" && straightAxes ? 2 : SMOOTH;
  return pathOf(pixelLine(pointsAlong(piece, count), layout.toPixel));
}

type Arc = Extract<Piece, { kind: "arc" }>;

function arcPath(piece: Arc, layout: PlaneLayout): string {
  const [start, end] = piece.angles;
  const steps = end - start > Math.PI ? 2 : 1;
  const [first, ...further] = pointsAlong(piece, steps + 1).map(layout.toPixel);
  const { radii, clockwise } = ellipseOf(piece, layout);
  return `M${round(first.x)} ${round(first.y)}${further.map((to) => arcTo(radii, clockwise, to)).join("")}`;
}

/** What the circle of an arc is in pixels, and which way round it the angles rise. */
function ellipseOf({ centre, radius }: Arc, { toPixel }: PlaneLayout): Ellipse & { clockwise: boolean } {
  const middle = toPixel(centre);
  const [a, b] = [
    { sn: centre.sn + radius, sp: centre.sp },
    { sn: centre.sn, sp: centre.sp + radius },
  ].map((point) => {
    const { x, y } = toPixel(point);
    return { x: x - middle.x, y: y - middle.y };
  });
  // one of the two lies across, the other runs up or down
  return {
    centre: middle,
    radii: [Math.abs(a.x + b.x), Math.abs(a.y + b.y)],
    clockwise: a.x * b.y > a.y * b.x,
  };
}

/** The ellipses that the outlines of what these boundaries bound may follow. */
export const ellipsesOf = (boundaries: readonly Boundary[], layout: PlaneLayout): readonly Ellipse[] =>
  showsCosines(layout)
    ? boundaries.flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece.kind === "arc" ? [ellipseOf(piece, layout)] : [])),
      )
    : [];

/** A boundary's casing, and the line itself. */
export const boundaryStrokes = (look: Look): readonly [Stroke, Stroke] => [
  { color: look.casing, width: 4.6 * look.weight, opacity: 0.85 },
  { color: look.boundary, width: 2 * look.weight },
];

/** The boundary as a line with a casing, so that it is seen on every colour. */
export function drawBoundary(
  boundary: Boundary,
  name: string,
  dashed: boolean,
  layout: PlaneLayout,
  look: Look,
): SceneNode {
  const d = boundary.pieces.map((piece) => piecePath(piece, layout)).join("");
  const dash = dashed ? { dash: [6 * look.weight, 4 * look.weight] } : {};
  const [casing, stroke] = boundaryStrokes(look);
  return {
    type: "group",
    name,
    clip: layout.frame,
    children: d
      ? [
          { type: "path", d, stroke: casing },
          { type: "path", d, stroke: { ...stroke, ...dash } },
        ]
      : [],
  };
}

/** Small boxes along a boundary, to keep labels off it. */
export function boundaryBoxes(boundary: Boundary, layout: PlaneLayout, em = 1): Rectangle[] {
  const side = layout.sizes.base * em;
  return boundary.pieces.flatMap((piece) =>
    pointsAlong(piece, 41).map((point) => {
      const { x, y } = layout.toPixel(point);
      return { x: x - side / 2, y: y - side / 2, width: side, height: side };
    }),
  );
}

/** Hatching over colours. */
export const hatchStroke = ({ weight }: Look): Stroke => ({
  color: "#ffffff",
  width: 0.8 * weight,
  opacity: 0.42,
});

/** From one line of a hatching to the next along an axis. */
export const hatchGap = ({ sizes }: PlaneLayout): number => sizes.base * 0.62;

/** Nodes along each axis for the outline of the hatching, which ends under the boundary line. */
const REGION_NODES = 129;

/**
 * {z < 0} as hatching: it is told from the rest without colour. On the bare ground it is shaded as well, and the
 * hatching dark enough to be seen there.
 */
export function drawRegion(
  loss: LossOnPlane,
  boundary: Boundary,
  axes: Axes,
  layout: PlaneLayout,
  look: Look,
  onGround = false,
): SceneNode {
  const { frame } = layout;
  const field = sampleLoss(loss, axes, { columns: REGION_NODES, rows: REGION_NODES, channels: ["z"] });
  const ellipses = ellipsesOf([boundary], layout);
  const outlines = traceBelow(channelOf(field, "z"), field.columns, field.rows, 0).map((traced) =>
    gridPixels(traced, field.columns, field.rows, frame),
  );
  const inside = outlines.map((outline) => outlinePath(outline, ellipses)).join("");
  const hatching: SceneNode = {
    type: "path",
    d: hatchLines(frame, around(outlines, frame.width / (REGION_NODES - 1)), hatchGap(layout)),
    stroke: onGround ? { color: look.soft, width: 0.8 * look.weight, opacity: 0.55 } : hatchStroke(look),
    inside,
  };
  const shade: SceneNode = { type: "path", d: inside, fill: look.soft, fillOpacity: 0.14 };
  const children = onGround ? [shade, hatching] : [hatching];
  return { type: "group", name: "region", children: inside ? children : [] };
}

/** Lines from lower left to upper right, the first by the upper left corner of the frame, as far as a box reaches. */
function hatchLines(frame: Rectangle, { x, y, width, height }: Rectangle, gap: number): string {
  let d = "";
  for (let at = gap; at < frame.width + frame.height; at += gap) {
    const sum = frame.x + frame.y + at;
    const left = Math.max(x, frame.x, sum - Math.min(y + height, frame.y + frame.height));
    const right = Math.min(x + width, frame.x + frame.width, sum - Math.max(y, frame.y));
    if (left < right) d += line(left, sum - left, right, sum - right);
  }
  return d;
}

/** The box round lines in pixels, and so much more on every side. */
function around(lines: readonly Float64Array[], more: number): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lines) {
    for (let i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
  }
  return {
    x: left - more,
    y: top - more,
    width: right - left + 2 * more,
    height: bottom - top + 2 * more,
  };
}
