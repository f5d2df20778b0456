import type { DrawnLandscape } from "../../export/figure.ts";
import type { Point } from "../../losses/curves.ts";
import { plainLabel } from "../../figures/label.ts";
import { roundedValue } from "../../losses/further.ts";
import { planePoint } from "../../losses/plane-form.ts";
import { parameterThrough } from "../../region/through.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import type { LandscapeSpec } from "../../spec/landscape-schema.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { mainParam } from "../views/as-view.ts";
import { words } from "../words/words.ts";
import { type FramePlace, placeOf, pointAt } from "./place.ts";

/** Something of a landscape that a hand can take hold of. */
export interface Handle {
  /** What it is, for the words of a test or a screen reader. */
  readonly name: string;
  /** What a hand does with it, in the language of the page. */
  readonly hint: string;
  readonly step: string;
  /** The figure with it moved to a pair; undefined where it cannot go there. */
  readonly moved: (figure: ResolvedLandscape, to: Point) => LandscapeSpec | undefined;
}

/** So near, in pixels, a marked point or a start is taken, and the boundary, which is long and easily taken by mistake. */
const NEAR = 14;
const NEAR_LINE = 7;

/** What lies under a pointer at a place of a frame `width` by `height` pixels large. */
export function handleAt(
  drawn: DrawnLandscape,
  place: FramePlace,
  [width, height]: readonly [number, number],
): Handle | undefined {
  const { figure } = drawn;
  const distance = (point: Point): number => {
    const [across, up] = placeOf(figure.axes, point);
    return Math.hypot((across - place[0]) * width, (up - place[1]) * height);
  };
  const points = figure.points.flatMap((point, i) =>
    "sp" in point ? [{ at: distance(point), handle: pointHandle(i, point.name) }] : [],
  );
  const starts = figure.paths.map(({ from }, i) => ({ at: distance(from), handle: startHandle(i) }));
  const nearest = [...points, ...starts].toSorted((a, b) => a.at - b.at).at(0);
  if (nearest !== undefined && nearest.at <= NEAR) return nearest.handle;
  const param = mainParam(figure.loss);
  return param !== undefined && isOnBoundary(drawn, place, [width, height])
    ? boundaryHandle(param)
    : undefined;
}

const pointHandle = (index: number, name: string): Handle => ({
  name: `point ${name}`,
  hint: words.hands.point(plainLabel(name)),
  step: `point ${index}`,
  moved: (figure, { sn, sp }) => ({
    ...figure,
    points: figure.points.map((point, i) => (i === index ? { name: point.name, sn, sp } : point)),
  }),
});

const startHandle = (index: number): Handle => ({
  name: `start ${index + 1}`,
  hint: words.hands.start,
  step: `start ${index}`,
  moved: (figure, from) => ({
    ...figure,
    paths: figure.paths.map((path, i) => (i === index ? { ...path, from } : path)),
  }),
});

/** The boundary follows the hand: the main parameter becomes what lets it run through there. */
const boundaryHandle = (param: NonNullable<ReturnType<typeof mainParam>>): Handle => ({
  name: "decision boundary",
  hint: words.hands.boundary(plainLabel(param.symbol)),
  step: "boundary",
  moved(figure, to) {
    const { loss, counts } = subjectOf(figure);
    const value = parameterThrough(loss, figure.loss.params, counts, param.id, to);
    if (value === undefined) return undefined;
    const params = { ...figure.loss.params, [param.id]: roundedValue(param, value, 4) };
    return { ...figure, loss: { ...figure.loss, params } };
  },
});

/** z changes its sign within some pixels of a place. */
function isOnBoundary(
  { figure, data }: DrawnLandscape,
  place: FramePlace,
  size: readonly [number, number],
): boolean {
  if (figure.layers.boundary === "none") return false;
  const isUnit = figure.layers.boundary !== "counts";
  const form = isUnit ? data.loss.plane(figure.loss.params, ONE_EACH) : data.form;
  const [dx, dy] = [NEAR_LINE / size[0], NEAR_LINE / size[1]];
  const sides = [
    [dx, 0],
    [-dx, 0],
    [0, dy],
    [0, -dy],
  ].map(([x, y]) => {
    const { sn, sp } = pointAt(figure.axes, [place[0] + x, place[1] + y]);
    return planePoint(form, sp, sn).z < 0;
  });
  return sides.some((side) => side !== sides[0]);
}

const ONE_EACH = { K: 1, L: 1 };

/** The loss of a landscape, with the counts for which its boundary is drawn. */
const subjectOf = (figure: ResolvedLandscape) => ({
  loss: figureLoss(figure.loss),
  counts: figure.layers.boundary === "counts" ? figure.counts : ONE_EACH,
});
