import { figureLoss } from "../spec/figure-loss.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { similarityRange } from "../plane/axis.ts";
import type { Field } from "../plane/field.ts";
import { CHANNELS_OF, quantityValues, type QuantityValues } from "../plane/quantity.ts";
import { sampleLoss } from "../plane/engine.ts";
import { type Boundary, decisionBoundary } from "../region/boundary.ts";
import type { Frame } from "../region/pieces.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { ResolvedFigure } from "../spec/resolve.ts";
import { drawArrows } from "./arrows.ts";
import { drawAxes, text } from "./axes.ts";
import { boundaryBoxes, drawBoundary, drawRegion } from "./boundary.ts";
import { captionOf, parameterLine } from "./caption.ts";
import { type ColorDomain, colorDomain, paletteOf, shadesOf } from "./color.ts";
import { drawIsolines, isolineLevels } from "./isolines.ts";
import { parseLabel, plainLabel, widthOf, wrapLabel } from "./label.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { drawLegend } from "./legend.ts";
import { drawMarks, type PlacedMark, placeMarks } from "./marks.ts";
import type { Raster, Run, Scene, SceneNode } from "./scene.ts";
import { type Look, LOOKS } from "./theme.ts";

/** Everything a landscape shows, as numbers. */
export interface LandscapeData {
  readonly loss: Loss;
  readonly form: PlaneForm;
  readonly field: Field;
  readonly quantity: QuantityValues;
  readonly domain: ColorDomain;
  /** For K = L = 1, and for the figure's K and L. */
  readonly boundaries: { readonly unit: Boundary; readonly counts: Boundary };
}

const ONE_EACH: Counts = { K: 1, L: 1 };

/**
 * Samples the field and finds the boundary of a figure; `reuse` gives back the memory of an earlier one. A `field` of
 * the figure that was filled elsewhere is taken as it is.
 */
export function landscapeData(figure: ResolvedFigure, reuse?: LandscapeData, filled?: Field): LandscapeData {
  const loss = figureLoss(figure.loss);
  const { params, gradient } = figure.loss;
  const form = loss.plane(params, figure.counts, gradient);
  const { axes, samples } = figure;
  const field =
    filled ??
    sampleLoss({ loss, params, counts: figure.counts, gradient }, axes, {
      columns: samples,
      rows: samples,
      channels: CHANNELS_OF[figure.quantity],
      reuse: reuse?.field,
    });
  const quantity = quantityValues(field, figure.quantity);
  const frame: Frame = { sn: similarityRange(axes.negative), sp: similarityRange(axes.positive) };
  const unit = decisionBoundary(loss, params, ONE_EACH, frame);
  const isUnit = figure.counts.K === 1 && figure.counts.L === 1;
  return {
    loss,
    form,
    field,
    quantity,
    domain: colorDomain(quantity, QUANTITIES[figure.quantity].scale),
    boundaries: { unit, counts: isUnit ? unit : decisionBoundary(loss, params, figure.counts, frame) },
  };
}

/** One loss over the plane: colour field, isolines, boundary, target region, descent arrows, marked points. */
export function drawLandscape(figure: ResolvedFigure, data: LandscapeData): Scene {
  const look = LOOKS[figure.theme];
  const caption = figureCaption(figure, data);
  const captionLines = figure.layers.caption ? wrapCaption(figure, caption) : [];
  const layout = layoutOf(figure, captionLines);
  const title = figure.title || data.loss.name;
  const parameters = parameterLine(figure);
  const marks = placeMarks(figure.points, shownBoundary(figure, data), layout);
  return {
    width: figure.size.width,
    height: figure.size.height,
    background: look.background,
    frame: layout.frame,
    title: plainLabel(title),
    description: plainLabel(`${data.loss.name}: ${parameters}. ${caption}`),
    nodes: [
      ...drawFieldLayers(figure, data, layout, look, marks),
      drawAxes(layout, look),
      ...(figure.layers.field ? drawLegend(layout, look, QUANTITIES[figure.quantity], data.domain) : []),
      drawMarks(marks, layout, look),
      drawWords(figure.size, layout, look, title, parameters, captionLines),
    ],
  };
}

/** What every mark of the figure means, with mathematics between dollar signs. */
export const figureCaption = (
  figure: ResolvedFigure,
  { boundaries, quantity, field }: LandscapeData,
): string =>
  captionOf(figure, {
    masked: quantity.masked,
    cells: field.columns * field.rows,
    hasBoundary: boundaries.unit.origin !== "none",
    showsBoundary: shownBoundaries(figure, boundaries).some(({ pieces }) => pieces.length > 0),
  });

const shownBoundaries = (
  { layers }: ResolvedFigure,
  { unit, counts }: LandscapeData["boundaries"],
): readonly Boundary[] =>
  layers.boundary === "both" ? [unit, counts] : [layers.boundary === "counts" ? counts : unit];

const shownBoundary = (figure: ResolvedFigure, { boundaries }: LandscapeData): Boundary =>
  figure.layers.boundary === "counts" ? boundaries.counts : boundaries.unit;

/**
 * Lines of the caption; none where they would not fit under the smallest frame: the description has it anyway.
 * They take room from the frame, which moves their left edge: hence the second look.
 */
function wrapCaption(figure: ResolvedFigure, caption: string) {
  const wrapped = ({ sizes, frame }: Layout) =>
    wrapLabel(caption, sizes.small, figure.size.width - wordsLeft(frame, sizes) - sizes.base * 1.2);
  const lines = wrapped(layoutOf(figure, wrapped(layoutOf(figure, []))));
  const { captionY, sizes } = layoutOf(figure, lines);
  const bottom = captionY + sizes.base * 0.7 + lines.length * sizes.small * 1.4;
  return bottom <= figure.size.height ? lines : [];
}

const wordsLeft = (frame: Layout["frame"], sizes: Layout["sizes"]): number => frame.x - sizes.base * 3.2;

/** From the bottom up: field, region, isolines, arrows, boundaries, isoline labels. */
function drawFieldLayers(
  figure: ResolvedFigure,
  data: LandscapeData,
  layout: Layout,
  look: Look,
  marks: readonly PlacedMark[],
): SceneNode[] {
  const { layers } = figure;
  const { scale } = QUANTITIES[figure.quantity];
  const { unit, counts } = data.boundaries;
  const isUnit = figure.counts.K === 1 && figure.counts.L === 1;
  const markBoxes = marks.map(({ box }) => box);
  const isolines = drawIsolines(data.field, data.quantity.values, layout, look, {
    levels: shownLevels(figure, data),
    labels: layers.isolineLabels,
    scale,
    domain: data.domain,
    avoid:
      layers.boundary === "none"
        ? markBoxes
        : [...markBoxes, ...boundaryBoxes(shownBoundary(figure, data), layout)],
  });
  const nodes: SceneNode[] = [];
  if (layers.field) nodes.push(drawField(data, layout, scale));
  if (layers.region && unit.origin !== "none")
    nodes.push(
      drawRegion({ ...figure.loss, loss: data.loss, counts: figure.counts }, figure.axes, layout, look),
    );
  if (layers.isolines > 0) nodes.push(isolines.lines);
  if (layers.arrows > 0)
    nodes.push(drawArrows(data.form, figure, layout, look, [...markBoxes, ...isolines.boxes]));
  if (layers.boundary === "unit" || layers.boundary === "both") {
    nodes.push(drawBoundary(unit, "boundary", false, layout, look));
  }
  if (layers.boundary === "counts" || (layers.boundary === "both" && !isUnit)) {
    nodes.push(drawBoundary(counts, "boundary-counts", layers.boundary === "both", layout, look));
  }
  return isolines.boxes.length > 0 ? [...nodes, isolines.labels] : nodes;
}

/** The level that is the boundary itself is left to the boundary. */
function shownLevels({ layers, quantity }: ResolvedFigure, { domain }: LandscapeData): number[] {
  if (layers.isolines === 0) return [];
  const levels = isolineLevels(domain, layers.isolines);
  return quantity === "z" && layers.boundary !== "none" ? levels.filter((level) => level !== 0) : levels;
}

/** Nodes become pixels that reach half a step beyond the frame; the frame clips them. */
function drawField(
  { field, quantity, domain }: LandscapeData,
  { frame }: Layout,
  scale: Parameters<typeof paletteOf>[0],
): SceneNode {
  const { columns, rows } = field;
  const shades = shadesOf(quantity.values, domain, new Uint8Array(columns * rows));
  const raster: Raster = {
    columns,
    rows,
    indices: upsideDown(shades, columns),
    palette: paletteOf(scale),
  };
  const stepX = frame.width / (columns - 1);
  const stepY = frame.height / (rows - 1);
  const box = {
    x: frame.x - stepX / 2,
    y: frame.y - stepY / 2,
    width: stepX * columns,
    height: stepY * rows,
  };
  return { type: "group", name: "field", clip: frame, children: [{ type: "image", box, raster }] };
}

function upsideDown(indices: Uint8Array, columns: number): Uint8Array {
  const turned = new Uint8Array(indices.length);
  for (let at = 0; at < indices.length; at += columns)
    turned.set(indices.subarray(at, at + columns), indices.length - at - columns);
  return turned;
}

function drawWords(
  { width }: ResolvedFigure["size"],
  layout: Layout,
  look: Look,
  title: string,
  parameters: string,
  captionLines: ReturnType<typeof wrapLabel>,
): SceneNode {
  const { frame, sizes, captionY } = layout;
  const left = wordsLeft(frame, sizes);
  const titleY = sizes.base * 0.9 + sizes.title;
  const room = width - left - sizes.base * 0.5;
  return {
    type: "group",
    name: "words",
    children: [
      oneLine(left, titleY, parseLabel(title, "strong"), sizes.title, look.ink, room),
      oneLine(
        left,
        titleY + sizes.base * 1.45,
        parseLabel(parameters),
        sizes.base,
        look.soft,
        Math.min(room, frame.x + frame.width - left),
      ),
      ...captionLines.map((runs, i): SceneNode => ({
        ...text(
          left,
          captionY + sizes.base * 0.7 + (i + 0.6) * sizes.small * 1.4,
          "",
          sizes.small,
          look.soft,
          "start",
        ),
        runs,
      })),
    ],
  };
}

/** Words that must not be broken: smaller where there is no room for them. */
const oneLine = (
  x: number,
  y: number,
  runs: readonly Run[],
  size: number,
  color: string,
  room: number,
): SceneNode => ({
  ...text(x, y, "", size * Math.min(1, room / widthOf(runs, size)), color, "start"),
  runs,
});
