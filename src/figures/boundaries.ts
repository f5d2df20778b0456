import type { ResolvedBoundaries } from "../spec/boundaries.ts";
import { heightIsFree } from "../spec/resolve.ts";
import { similarityAxis, drawAxes, type AxisView } from "./axes.ts";
import { drawMargins, drawTargets } from "./boundaries-areas.ts";
import { boundariesCaption } from "./boundaries-caption.ts";
import { namedBoundaries, type NamedBoundary } from "./boundaries-data.ts";
import { boundariesFacts } from "./boundaries-facts.ts";
import { drawBoundaries, piecePixels } from "./boundaries-lines.ts";
import { drawLineNames } from "./boundaries-names.ts";
import { boundariesReading } from "./boundaries-reading.ts";
import { boundariesTable } from "./boundaries-table.ts";
import { subtitleOf } from "./curves-caption.ts";
import { drawKey, keyRoom, withKey } from "./curves-key.ts";
import type { PlacedCurve } from "./curves-lines.ts";
import { captionedLayout, framedScene, type FrameOptions } from "./frame.ts";
import { type PlaneLayout, planeLayout } from "./layout.ts";
import { drawMarks, placeMarks } from "./marks.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import { planeReaders } from "./reading.ts";
import type { Scene } from "./scene.ts";
import { seriesStyle } from "./series.ts";
import { lookOf } from "./theme.ts";

/** The boundaries of several losses in one plane, with where they meet the frame. */
export function prepareBoundaries(figure: ResolvedBoundaries): Prepared {
  const boundaries = namedBoundaries(figure);
  const caption = figure.words.caption || boundariesCaption(figure, boundaries);
  return {
    colours: null,
    caption,
    draw: (how) => drawFigure(figure, boundaries, caption, how),
    ...planeReaders(figure.axes, boundariesReading(figure, boundaries)),
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
  const wanted: FrameOptions = {
    size: how.size ?? figure.size,
    theme: figure.theme,
    title: title || titleOf(found),
    subtitle: subtitleOf(
      found.map(({ choice }) => choice),
      title !== "",
    ),
    caption,
    showsCaption: layers.caption && !how.bare,
    legend: "none",
    square: true,
  };
  const boundaries = found.map((each, i) => ({ ...each, style: seriesStyle(i, figure) }));
  const placedIn = (layout: PlaneLayout, others = true): PlacedCurve[] =>
    boundaries.map(({ name, style, boundary, mirrored }) => ({
      name,
      style,
      stretches: [...boundary.pieces, ...((others && mirrored?.pieces) || [])].map((piece) =>
        piecePixels(piece, layout),
      ),
    }));
  const whole = planeLayout(captionedLayout(wanted), axes);
  // one boundary needs no name: the title has it
  const names = boundaries.length === 1 ? "none" : layers.names;
  const onLines = names === "lines" ? drawLineNames(placedIn(whole, false), whole, look) : undefined;
  const hasKey = names === "key" || (names === "lines" && onLines === undefined);
  const options = hasKey
    ? withKey(wanted, placedIn(whole), whole, keyRoom(figure.venue, how, heightIsFree(figure)))
    : wanted;
  const layout = planeLayout(captionedLayout(options), axes);
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
    ...(onLines ? [onLines] : []),
    ...(hasKey ? drawKey(placedIn(layout), options, layout, look, false) : []),
    drawMarks(marks, layout, look),
  ]);
}

function titleOf(boundaries: readonly NamedBoundary[]): string {
  const names = [...new Set(boundaries.map(({ loss }) => loss.name))];
  return names.length <= 3 ? names.join(", ") : "Decision boundaries";
}
