import { figureLoss } from "../spec/figure-loss.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { similarityRange } from "../plane/axis.ts";
import type { Field } from "../plane/field.ts";
import { CHANNELS_OF, quantityValues, type QuantityValues } from "../plane/quantity.ts";
import { sampleLoss } from "../plane/engine.ts";
import { type Boundary, decisionBoundary } from "../region/boundary.ts";
import type { Frame } from "../region/pieces.ts";
import { QUANTITIES, type Scale } from "../spec/quantities.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { drawArrows } from "./arrows.ts";
import { drawAxes, similarityAxis } from "./axes.ts";
import { boundaryBoxes, drawBoundary, drawRegion } from "./boundary.ts";
import { captionOf, parameterLine } from "./caption.ts";
import { type ColorDomain, mapOf, paletteOf, shadesOf } from "./color.ts";
import { lookDomain } from "./look-domain.ts";
import { scaleNote } from "./scale-note.ts";
import { drawIsolines, isolineLevels } from "./isolines.ts";
import type { DrawOptions } from "./prepared.ts";
import { drawGuideLines, guideBoundary } from "./guides.ts";
import { drawPointArrows } from "./point-arrows.ts";
import { type CaptionedLayout, captionedLayout, framedScene, type FrameOptions } from "./frame.ts";
import { legendPlace } from "./frame-words.ts";
import { type PlaneLayout, planeLayout } from "./layout.ts";
import { drawLegend } from "./legend.ts";
import { drawMarks, type PlacedMark, placeMarks } from "./marks.ts";
import { drawPaths, type FollowedPath, followedPaths } from "./paths.ts";
import type { Raster, Scene, SceneNode } from "./scene.ts";
import { type Look, lookOf } from "./theme.ts";

/** Everything a landscape shows, as numbers. */
export interface LandscapeData {
  readonly loss: Loss;
  readonly form: PlaneForm;
  readonly field: Field;
  readonly quantity: QuantityValues;
  readonly domain: ColorDomain;
  /** For K = L = 1, and for the figure's K and L. */
  readonly boundaries: { readonly unit: Boundary; readonly counts: Boundary };
  readonly paths: readonly FollowedPath[];
}

const ONE_EACH: Counts = { K: 1, L: 1 };

/**
 * Samples the field and finds the boundary of a figure; `reuse` gives back the memory of an earlier one. A `field` of
 * the figure that was filled elsewhere is taken as it is.
 */
export function landscapeData(
  figure: ResolvedLandscape,
  reuse?: LandscapeData,
  filled?: Field,
): LandscapeData {
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
    domain: lookDomain(quantity, QUANTITIES[figure.quantity], figure.look),
    boundaries: { unit, counts: isUnit ? unit : decisionBoundary(loss, params, figure.counts, frame) },
    paths: followedPaths(figure, loss),
  };
}

/** One loss over the plane: colour field, isolines, boundary, target region, descent arrows, marked points. */
export function drawLandscape(figure: ResolvedLandscape, own: LandscapeData, how: DrawOptions = {}): Scene {
  const data = how.domain ? { ...own, domain: how.domain } : own;
  const look = lookOf(figure);
  const options = frameOptions(figure, data, how);
  const layout = planeLayout(captionedLayout(options), figure.axes);
  const shown = shownBoundary(figure, data);
  const guideLines = guideBoundary(figure.guides, figure.axes);
  const avoid =
    figure.guides.length > 0 ? [guideLines, shown].flatMap((line) => boundaryBoxes(line, layout, 0.3)) : [];
  const marks = placeMarks(figure.points, shown, layout, avoid);
  return framedScene(options, layout, [
    ...drawFieldLayers(figure, data, layout, look, marks),
    ...drawGuideLines(guideLines, layout, look),
    ...drawPaths(data.paths, layout, look),
    ...(figure.layers.pointArrows ? [drawPointArrows(figure.points, data.form, layout, look)] : []),
    drawAxes(layout, look, similarityAxis(layout.horizontal), similarityAxis(layout.vertical), figure.words),
    ...(figure.layers.field ? drawLegend(layout, look, QUANTITIES[figure.quantity], data.domain) : []),
    drawMarks(marks, layout, look),
  ]);
}

function frameOptions(figure: ResolvedLandscape, data: LandscapeData, how: DrawOptions): FrameOptions {
  return {
    size: how.size ?? figure.size,
    theme: figure.theme,
    title: how.title ?? (figure.title || data.loss.name),
    subtitle: parameterLine(figure),
    caption: figureCaption(figure, data),
    showsCaption: figure.layers.caption && !how.bare,
    legend: legendPlace(figure.layers, how),
    square: true,
  };
}

/** Where the parts of a landscape stand. */
export const landscapeLayout = (figure: ResolvedLandscape, data: LandscapeData): CaptionedLayout =>
  captionedLayout(frameOptions(figure, data, {}));

/** What every mark of the figure means, with mathematics between dollar signs. */
export const figureCaption = (
  figure: ResolvedLandscape,
  { boundaries, quantity, field, domain }: LandscapeData,
): string =>
  figure.words.caption ||
  captionOf(figure, {
    masked: quantity.masked,
    cells: field.columns * field.rows,
    hasBoundary: boundaries.unit.origin !== "none",
    showsBoundary: shownBoundaries(figure, boundaries).some(({ pieces }) => pieces.length > 0),
    scale: scaleNote({
      quantity: QUANTITIES[figure.quantity],
      asked: figure.look.scale,
      domain,
      values: quantity.values,
      bar: figure.layers.field && figure.layers.legend,
    }),
  });

const shownBoundaries = (
  { layers }: ResolvedLandscape,
  { unit, counts }: LandscapeData["boundaries"],
): readonly Boundary[] =>
  layers.boundary === "both" ? [unit, counts] : [layers.boundary === "counts" ? counts : unit];

const shownBoundary = (figure: ResolvedLandscape, { boundaries }: LandscapeData): Boundary =>
  figure.layers.boundary === "counts" ? boundaries.counts : boundaries.unit;

/** From the bottom up: field, region, isolines, arrows, boundaries, isoline labels. */
function drawFieldLayers(
  figure: ResolvedLandscape,
  data: LandscapeData,
  layout: PlaneLayout,
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
      drawRegion(
        { ...figure.loss, loss: data.loss, counts: figure.counts },
        counts,
        figure.axes,
        layout,
        look,
        !layers.field,
      ),
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
export function shownLevels(
  { layers, quantity }: ResolvedLandscape,
  { domain }: Pick<LandscapeData, "domain">,
): number[] {
  if (layers.isolines === 0) return [];
  const levels = isolineLevels(domain, layers.isolines);
  return quantity === "z" && layers.boundary !== "none" ? levels.filter((level) => level !== 0) : levels;
}

/** Nodes become pixels that reach half a step beyond the frame; the frame clips them. */
export function drawField(
  { field, quantity, domain }: Pick<LandscapeData, "field" | "quantity" | "domain">,
  { frame }: PlaneLayout,
  scale: Scale,
): SceneNode {
  const { columns, rows } = field;
  const shades = shadesOf(quantity.values, domain, new Uint8Array(columns * rows));
  const raster: Raster = {
    columns,
    rows,
    indices: upsideDown(shades, columns),
    palette: paletteOf(mapOf(domain, scale)),
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
