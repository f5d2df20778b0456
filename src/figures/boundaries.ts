import type { ResolvedBoundaries } from "../spec/boundaries.ts";
import { similarityAxis, drawAxes, type AxisView } from "./axes.ts";
import { drawMargins, drawTargets } from "./boundaries-areas.ts";
import { boundariesCaption } from "./boundaries-caption.ts";
import { namedBoundaries, type NamedBoundary } from "./boundaries-data.ts";
import { boundariesFacts } from "./boundaries-facts.ts";
import { drawBoundaries, piecePixels, type StyledBoundary } from "./boundaries-lines.ts";
import { drawLineNames } from "./boundaries-names.ts";
import { boundariesTable } from "./boundaries-table.ts";
import { subtitleOf } from "./curves-caption.ts";
import { namesWidth } from "./curves-ends.ts";
import { drawKey } from "./curves-key.ts";
import type { PlacedCurve } from "./curves-lines.ts";
import { captionedLayout, framedScene, type FrameOptions } from "./frame.ts";
import { type PlaneLayout, planeLayout } from "./layout.ts";
import { drawMarks, placeMarks } from "./marks.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { seriesStyle } from "./series.ts";
import { type Look, lookOf } from "./theme.ts";

/** The boundaries of several losses in one plane, with where they meet the frame. */
export function prepareBoundaries(figure: ResolvedBoundaries): Prepared {
  const boundaries = namedBoundaries(figure);
  const caption = figure.words.caption || boundariesCaption(figure, boundaries);
  return {
    colours: null,
    caption,
    draw: (how) => drawFigure(figure, boundaries, caption, how),
    facts: () => boundariesFacts(figure, boundaries),
    table: () => boundariesTable(boundaries),
  };
}

function drawFigure(
  figure: ResolvedBoundaries,
  found: readonly NamedBoundary[],
  caption: string,
  how: DrawOptions = {},
): Scene {
  const look = lookOf(figure);
  const { axes, layers, labels } = figure;
  const title = how.title ?? figure.title;
  const options: FrameOptions = {
    size: how.size ?? figure.size,
    theme: figure.theme,
    title: title || titleOf(found),
    subtitle: subtitleOf(
      found.map(({ choice }) => choice),
      title !== "",
    ),
    caption,
    showsCaption: layers.caption && !how.bare,
    legend: false,
    square: true,
  };
  const layout = planeLayout(captionedLayout(options), axes);
  const boundaries = found.map((each, i) => ({ ...each, style: seriesStyle(i, figure) }));
  const view = (axis: PlaneLayout["horizontal"]): AxisView => {
    const own = similarityAxis(axis);
    return { ...own, label: labels[axis.similarity] || own.label };
  };
  const marks = placeMarks(figure.points, found[0].boundary, layout);
  return framedScene(options, layout, [
    ...(figure.mirror && layers.margin ? [drawMargins(boundaries, axes, layout, look)] : []),
    ...(layers.region ? [drawTargets(boundaries, axes, layout, look)] : []),
    drawBoundaries(boundaries, layout, look),
    drawAxes(layout, look, view(layout.horizontal), view(layout.vertical), figure.words),
    ...drawNames(figure, boundaries, layout, look),
    drawMarks(marks, layout, look),
  ]);
}

/** The part of the frame that a key may cover. */
const MOST_FOR_KEY = 0.4;

/** None where there is but one boundary: the title has its name. */
function drawNames(
  { layers }: ResolvedBoundaries,
  boundaries: readonly StyledBoundary[],
  layout: PlaneLayout,
  look: Look,
): SceneNode[] {
  if (layers.names === "none" || boundaries.length === 1) return [];
  const placed = boundaries.map(({ name, style, boundary }): PlacedCurve => ({
    name,
    style,
    stretches: boundary.pieces.map((piece) => piecePixels(piece, layout)),
  }));
  const names = placed.map(({ name }) => name);
  const { frame, sizes } = layout;
  const width = namesWidth(names, sizes);
  // a key that hides half of the lines says less than names on some of them
  const covers = (width * names.length * sizes.small * 1.4) / (frame.width * frame.height);
  const fits = width < 0.9 * frame.width && covers < MOST_FOR_KEY;
  if (layers.names === "key" && fits) return [drawKey(placed, layout, look, false)];
  return [drawLineNames(placed, layout, look)];
}

function titleOf(boundaries: readonly NamedBoundary[]): string {
  const names = [...new Set(boundaries.map(({ loss }) => loss.name))];
  return names.length <= 3 ? names.join(", ") : "Decision boundaries";
}
