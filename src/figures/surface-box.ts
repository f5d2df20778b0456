import { placed, type PlacedAxis } from "../plane/axis.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { axisLabel } from "./axes.ts";
import { parseLabel, widthOf } from "./label.ts";
import { line } from "./path.ts";
import type { Rectangle, SceneNode } from "./scene.ts";
import { CORNERS, type Place, type View } from "./surface-camera.ts";
import { along, at, drawEdge, type Edge, lengthOf, shownTicks, type Sizes } from "./surface-edges.ts";
import type { Look } from "./theme.ts";
import { axisTicks, numberTicks } from "./ticks.ts";

export interface DrawnBox {
  /** Behind the surface: floor, back walls and the lines on them. */
  readonly behind: SceneNode;
  readonly ticks: SceneNode;
  /** What the words at the edges cover. */
  readonly words: readonly Rectangle[];
}

/** The box round a surface, with honest ticks: at the numbers they name, none where an edge is seen end-on. */
export function drawBox(
  { axes, words: given }: Pick<ResolvedSurface, "axes" | "words">,
  height: { readonly range: readonly [number, number]; readonly label: string },
  view: View,
  sizes: Sizes,
  look: Look,
): DrawnBox {
  const { horizontal, vertical } = placed(axes);
  const nearX = view.toViewer.x >= 0 ? 0.5 : -0.5;
  const nearY = view.toViewer.y > 0 ? 0.5 : -0.5;
  const floorEdges: Edge[] = [
    {
      name: "x",
      from: at(-0.5, nearY, 0),
      to: at(0.5, nearY, 0),
      ...similarityEdge(horizontal, given.horizontal),
    },
    {
      name: "y",
      from: at(nearX, -0.5, 0),
      to: at(nearX, 0.5, 0),
      ...similarityEdge(vertical, given.vertical),
    },
  ];
  const left = CORNERS.filter(({ h }) => h === 0).toSorted(
    (a, b) => view.toPixel(a).x - view.toPixel(b).x || view.toPixel(b).y - view.toPixel(a).y,
  )[0];
  const upright: Edge = {
    name: "height",
    from: left,
    to: { ...left, h: 1 },
    range: height.range,
    ticks: (count) => numberTicks(height.range, count),
    label: height.label,
    symbol: height.label,
    tickRoom: 2.2,
  };
  const words: Rectangle[] = [];
  const inFull = floorEdges.every(
    (edge) => lengthOf(edge, view) > widthOf(parseLabel(edge.label), sizes.base),
  );
  const edges = [...floorEdges, upright].map((edge) => drawEdge(edge, inFull, view, sizes, look, words));
  return {
    behind: drawWalls(floorEdges, upright, { x: -nearX, y: -nearY }, view, sizes, look),
    ticks: { type: "group", name: "axes", children: edges.flat() },
    words,
  };
}

const similarityEdge = (axis: PlacedAxis, given: string) => {
  const label = given || axisLabel(axis);
  return {
    range: axis.range,
    ticks: (count: number) => axisTicks(axis, count),
    label,
    // what stands there where the whole has no room
    symbol: given || label.slice(label.indexOf("$")),
    // fractions of π are wider than decimals
    tickRoom: axis.unit === "radians" ? 3.4 : 2.5,
  };
};

/** Outlines of the floor and of the two walls behind the surface, and fine lines at the ticks. */
function drawWalls(
  floorEdges: readonly Edge[],
  upright: Edge,
  far: { readonly x: number; readonly y: number },
  view: View,
  sizes: Sizes,
  look: Look,
): SceneNode {
  const stroke = (...places: readonly Place[]): string =>
    places
      .slice(1)
      .map((to, i) => {
        const [a, b] = [view.toPixel(places[i]), view.toPixel(to)];
        return line(a.x, a.y, b.x, b.y);
      })
      .join("");
  const grid = [
    ...shownTicks(upright, view, sizes).map(({ at: value }) => {
      const { h } = along(upright, value);
      return stroke(at(-far.x, far.y, h), at(far.x, far.y, h), at(far.x, -far.y, h));
    }),
    ...floorEdges.flatMap((edge) =>
      shownTicks(edge, view, sizes).map(({ at: value }) => {
        const { x, y } = along(edge, value);
        return edge.name === "x"
          ? stroke(at(x, -far.y, 0), at(x, far.y, 0), at(x, far.y, 1))
          : stroke(at(-far.x, y, 0), at(far.x, y, 0), at(far.x, y, 1));
      }),
    ),
  ].join("");
  const outline = [
    stroke(at(-0.5, -0.5, 0), at(0.5, -0.5, 0), at(0.5, 0.5, 0), at(-0.5, 0.5, 0), at(-0.5, -0.5, 0)),
    stroke(
      at(-far.x, far.y, 0),
      at(-far.x, far.y, 1),
      at(far.x, far.y, 1),
      at(far.x, -far.y, 1),
      at(far.x, -far.y, 0),
    ),
    stroke(at(far.x, far.y, 0), at(far.x, far.y, 1)),
  ].join("");
  return {
    type: "group",
    name: "box",
    children: [
      ...(grid
        ? [
            {
              type: "path" as const,
              d: grid,
              stroke: { color: look.soft, width: 0.5 * look.weight, opacity: 0.35 },
            },
          ]
        : []),
      { type: "path", d: outline, stroke: { color: look.frame, width: 0.8 * look.weight } },
    ],
  };
}
