import type { ResolvedDifference } from "../spec/difference.ts";
import { drawAxes, similarityAxis } from "./axes.ts";
import { boundaryBoxes, drawBoundary } from "./boundary.ts";
import { differenceCaption } from "./difference-caption.ts";
import { type DifferenceData, differenceData } from "./difference-data.ts";
import { differenceFacts } from "./difference-facts.ts";
import { differenceReading } from "./difference-reading.ts";
import { differenceTable } from "./difference-table.ts";
import { captionedLayout, framedScene, type FrameOptions } from "./frame.ts";
import { legendPlace } from "./frame-words.ts";
import { drawIsolines, isolineLevels } from "./isolines.ts";
import { drawField } from "./landscape.ts";
import { planeLayout } from "./layout.ts";
import { drawLegend } from "./legend.ts";
import { drawMarks, placeMarks } from "./marks.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import { planeReaders } from "./reading.ts";
import type { Scene } from "./scene.ts";
import { lookOf } from "./theme.ts";

/** Two losses compared over the plane. */
export function prepareDifference(figure: ResolvedDifference): Prepared {
  const data = differenceData(figure);
  const caption = figure.words.caption || differenceCaption(figure, data);
  return {
    colours: { quantity: data.shown, domain: data.domain },
    caption,
    draw: (how) => drawDifference(figure, data, caption, how),
    ...planeReaders(figure.axes, differenceReading(figure, data)),
    facts: () => differenceFacts(figure, data),
    table: () => differenceTable(figure, data),
  };
}

function drawDifference(
  figure: ResolvedDifference,
  own: DifferenceData,
  caption: string,
  how: DrawOptions = {},
): Scene {
  const { a, b, field, quantity, shown, domain } = how.domain ? { ...own, domain: how.domain } : own;
  const look = lookOf(figure);
  const { layers } = figure;
  const options: FrameOptions = {
    size: how.size ?? figure.size,
    theme: figure.theme,
    title: how.title ?? (figure.title || `Two losses: ${shown.name}`),
    subtitle: `${a.name} against ${b.name}`,
    caption,
    showsCaption: layers.caption && !how.bare,
    legend: legendPlace(layers, how),
    square: true,
  };
  const layout = planeLayout(captionedLayout(options), figure.axes);
  const marks = placeMarks(figure.points, a.boundary, layout);
  const markBoxes = marks.map(({ box }) => box);
  const lines = layers.boundaries ? [a.boundary, b.boundary] : [];
  const isolines = drawIsolines(field, quantity.values, layout, look, {
    levels:
      layers.isolines > 0 && quantity.low !== quantity.high ? isolineLevels(domain, layers.isolines) : [],
    labels: layers.isolineLabels,
    scale: shown.scale,
    domain,
    avoid: [...markBoxes, ...lines.flatMap((line) => boundaryBoxes(line, layout))],
  });
  return framedScene(options, layout, [
    drawField({ field, quantity, domain }, layout, shown.scale),
    ...(layers.isolines > 0 ? [isolines.lines] : []),
    ...lines.map((line, i) =>
      drawBoundary(line, i === 0 ? "boundary-a" : "boundary-b", i === 1, layout, look),
    ),
    ...(isolines.boxes.length > 0 ? [isolines.labels] : []),
    drawAxes(layout, look, similarityAxis(layout.horizontal), similarityAxis(layout.vertical), figure.words),
    ...drawLegend(layout, look, shown, domain),
    drawMarks(marks, layout, look),
  ]);
}
