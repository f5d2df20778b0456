import { casedMark } from "./cased.ts";
import type { Point } from "../losses/curves.ts";
import type { Boundary } from "../region/boundary.ts";
import { pieceAt } from "../region/pieces.ts";
import { tangentPoint } from "../region/target.ts";
import type { MarkedPoint } from "../spec/entries.ts";
import { parseLabel } from "./label.ts";
import type { PlaneLayout } from "./layout.ts";
import { disc } from "./path.ts";
import { overlap, type Rectangle, type SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** Where a marked point is now: fixed, at T, or on the boundary at its s_n. Null where there is no such place. */
export function markedPlace(point: MarkedPoint, boundary: Boundary): Point | null {
  if ("sp" in point) return point;
  if (!("sn" in point)) return tangentPoint(boundary.pieces);
  for (const piece of boundary.pieces) {
    const found = pieceAt(piece, point.sn);
    if (found) return found;
  }
  return null;
}

/** A marked point that can be seen, in pixels, with the place of its name. */
export interface PlacedMark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly textX: number;
  readonly textY: number;
  /** What disc and name cover. */
  readonly box: Rectangle;
}

/** Of a disc; it grows with the letters of a slide. */
const radiusOf = (em: number): number => Math.max(4, (em * 4) / 13);

/** The marked points inside the frame; a name stands on the side where there is room, and off what it should avoid. */
export function placeMarks(
  points: readonly MarkedPoint[],
  boundary: Boundary,
  layout: PlaneLayout,
  avoid: readonly Rectangle[] = [],
): PlacedMark[] {
  const { frame, sizes, toPixel } = layout;
  const em = sizes.base;
  const places = points.map((point) => {
    const found = markedPlace(point, boundary);
    return found && toPixel(found);
  });
  const names: Rectangle[] = [];
  return points.flatMap((point, i): PlacedMark[] => {
    const place = places[i];
    if (place === null) return [];
    const { x, y } = place;
    const isInside =
      x >= frame.x - 0.5 &&
      x <= frame.x + frame.width + 0.5 &&
      y >= frame.y - 0.5 &&
      y <= frame.y + frame.height + 0.5;
    if (!isInside) return [];
    const noRight = x > frame.x + frame.width - em * 2;
    const noLeft = !noRight && x < frame.x + em * 2;
    const noAbove = y < frame.y + em * 2;
    const { leftwards, below } = freest(
      CORNERS.filter((corner) => (corner.leftwards ? !noLeft : !noRight) && (corner.below || !noAbove)),
      (corner) => nameBox(x, y, em, corner),
      [
        ...avoid,
        ...names,
        ...places.flatMap((other, k) => (other === null || k === i ? [] : [discBox(other, radiusOf(em))])),
      ],
    );
    names.push(nameBox(x, y, em, { leftwards, below }));
    const aside = radiusOf(em) + em * 0.3;
    return [
      {
        name: point.name,
        x,
        y,
        anchor: leftwards ? "end" : "start",
        textX: leftwards ? x - aside : x + aside,
        textY: y + (below ? em * 1.1 : -em * 0.45),
        box: {
          x: leftwards ? x - em * 2 : x - em * 0.5,
          y: below ? y - em * 0.5 : y - em * 1.6,
          width: em * 2.5,
          height: em * 2.1,
        },
      },
    ];
  });
}

const CORNERS = [
  { leftwards: false, below: false },
  { leftwards: false, below: true },
  { leftwards: true, below: false },
  { leftwards: true, below: true },
];
type Corner = (typeof CORNERS)[number];

/** About what a short name covers. */
const nameBox = (x: number, y: number, em: number, { leftwards, below }: Corner): Rectangle => ({
  x: leftwards ? x - em * 1.5 : x + em * 0.5,
  y: below ? y + em * 0.3 : y - em * 1.3,
  width: em,
  height: em,
});

const discBox = ({ x, y }: { readonly x: number; readonly y: number }, radius: number): Rectangle => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** The first of the corners whose box is hit least. */
function freest(
  corners: readonly Corner[],
  boxOf: (corner: Corner) => Rectangle,
  avoid: readonly Rectangle[],
): Corner {
  const hits = corners.map((corner) => avoid.filter((other) => overlap(other, boxOf(corner))).length);
  return corners[hits.indexOf(Math.min(...hits))];
}

/** Named points: a disc and a name beside it. */
export function drawMarks(marks: readonly PlacedMark[], { sizes }: PlaneLayout, look: Look): SceneNode {
  const children = marks.flatMap(({ name, x, y, anchor, textX, textY }): SceneNode[] => [
    ...casedMark(
      disc(x, y, radiusOf(sizes.base)),
      look.accent,
      { color: look.casing, width: 1.4 * look.weight },
      look,
    ),
    {
      type: "text",
      x: textX,
      y: textY,
      runs: parseLabel(/^\p{L}′*$/u.test(name) ? `$${name}$` : name),
      size: sizes.base * 1.1,
      color: look.boundary,
      anchor,
      halo: look.casing,
    },
  ]);
  return { type: "group", name: "points", children };
}
