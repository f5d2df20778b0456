import type { Point } from "../losses/curves.ts";
import type { ResolvedScatter } from "../spec/scatter.ts";
import { drawAxes, similarityAxis } from "./axes.ts";
import { drawBoundary } from "./boundary.ts";
import { countsLine, gradientNote, parameterLine } from "./caption.ts";
import { captionedLayout, framedScene, type FrameOptions } from "./frame.ts";
import { type PlaneLayout, planeLayout } from "./layout.ts";
import { disc } from "./path.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import { SCATTER_COLORS } from "./scatter-colors.ts";
import { type ScatterData, scatterData, scatterFacts } from "./scatter-data.ts";
import { drawGuides, drawPassage, stretchesOf } from "./scatter-passage.ts";
import { scatterReader } from "./scatter-reading.ts";
import { scatterTable } from "./scatter-table.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { lookOf } from "./theme.ts";
import { numberLabel } from "./ticks.ts";

/** A scatter with its numbers: the boundary, and where the cloud crossed it. */
export function prepareScatter(figure: ResolvedScatter): Prepared {
  const data = scatterData(figure);
  const caption = figure.words.caption || captionOfScatter(figure, data);
  return {
    colours: null,
    caption,
    draw: (how) => drawScatter(figure, data, caption, how),
    readAt: scatterReader(figure, data),
    facts: () => scatterFacts(figure, data),
    table: () => scatterTable(data),
  };
}

function drawScatter(
  figure: ResolvedScatter,
  data: ScatterData,
  caption: string,
  how: DrawOptions = {},
): Scene {
  const look = lookOf(figure);
  const colors = SCATTER_COLORS[figure.theme];
  const { layers } = figure;
  const options: FrameOptions = {
    size: how.size ?? figure.size,
    theme: figure.theme,
    title: how.title ?? (figure.title || data.loss.name),
    subtitle: parameterLine(figure),
    caption,
    showsCaption: layers.caption && !how.bare,
    legend: "none",
    square: true,
  };
  const layout = planeLayout(captionedLayout(options), figure.axes);
  const nodes: SceneNode[] = [];
  if (layers.starts && data.cloud)
    nodes.push(drawDots("starts", data.cloud.starts, layout, colors.start, 0.45));
  if (layers.ends) nodes.push(drawDots("ends", data.ends, layout, colors.end, 0.75));
  if (layers.boundary)
    nodes.push(drawBoundary(data.boundary, "boundary", true, layout, { ...look, boundary: colors.boundary }));
  if (layers.passage && data.passage)
    nodes.push(drawPassage(stretchesOf(data.boundary, data.passage), layout, look, colors.passage));
  nodes.push(
    drawAxes(layout, look, similarityAxis(layout.horizontal), similarityAxis(layout.vertical), figure.words),
  );
  if (layers.guides && data.passage) nodes.push(drawGuides(data.passage, layout, look));
  return framedScene(options, layout, nodes);
}

/** One path for all of them: thousands of nodes would make a file that nothing opens. */
function drawDots(
  name: string,
  points: readonly Point[],
  layout: PlaneLayout,
  color: string,
  fillOpacity: number,
): SceneNode {
  const { frame, sizes, toPixel } = layout;
  const radius = Math.round(Math.max(0.7, sizes.base * 0.095) * 100) / 100;
  const d = points
    .map(toPixel)
    .filter(
      ({ x, y }) =>
        x > frame.x - radius &&
        x < frame.x + frame.width + radius &&
        y > frame.y - radius &&
        y < frame.y + frame.height + radius,
    )
    .map(({ x, y }) => disc(x, y, radius))
    .join("");
  return {
    type: "group",
    name,
    clip: frame,
    children: d ? [{ type: "path", d, fill: color, fillOpacity }] : [],
  };
}

/** What every mark means; nothing in it depends on the loss, so that panels share it. */
function captionOfScatter(figure: ResolvedScatter, { loss, boundary, passage }: ScatterData): string {
  const { layers, cloud, counts } = figure;
  const sentences: string[] = [];
  if (cloud && layers.ends) {
    const moving = cloud.space === "sphere" ? "unit embeddings that follow" : "pairs that follow";
    sentences.push(
      `Green: ${numberLabel(cloud.pairs)} ${moving} the ${gradientNote(loss, figure.loss.gradient)} downhill${cloud.noise > 0 ? " with noise" : ""}, after ${numberLabel(cloud.steps)} steps.`,
    );
  } else if (layers.ends) sentences.push(`Green: ${numberLabel(figure.points?.length ?? 0)} pairs.`);
  if (cloud && layers.starts) sentences.push(`Grey: where they started, seed ${numberLabel(cloud.seed)}.`);
  if (layers.boundary && boundary.pieces.length > 0)
    sentences.push(`Dashed orange line: decision boundary for ${countsLine(counts)}.`);
  if (passage && (layers.passage || layers.guides)) {
    const [low, high] = figure.passage.map((part) => numberLabel(Number((100 * part).toFixed(4))));
    const quantiles = `between the ${low}% and ${high}% quantiles of their crossings`;
    if (layers.passage) sentences.push(`Blue: the stretch of it that they passed through, ${quantiles}.`);
    if (layers.guides)
      sentences.push(
        layers.passage
          ? "Dashed straight lines: its two ends."
          : `Dashed straight lines: where they passed the boundary, ${quantiles}.`,
      );
  }
  return sentences.join(" ");
}
