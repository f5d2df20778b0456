import { nice } from "d3";
import type { Point } from "../losses/curves.ts";
import type { Loss, PlaneForm } from "../losses/types.ts";
import { similarityRange } from "../plane/axis.ts";
import { type LossOnPlane, sampleLoss } from "../plane/engine.ts";
import { CHANNELS_OF, finiteRange, quantityNumbers, quantityValues } from "../plane/quantity.ts";
import { quantityAt } from "../plane/quantity-at.ts";
import { type Boundary, decisionBoundary } from "../region/boundary.ts";
import type { Frame } from "../region/pieces.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { Quantity } from "../spec/quantities.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { type ColorDomain, colorDomain } from "./color.ts";
import { mapFor } from "./colour-maps/maps.ts";
import { lookDomain } from "./look-domain.ts";
import { isInBox, placeOf, type SurfaceGrid } from "./surface-grid.ts";
import { divisorOf, heightOf, partsOf, type Parts } from "./surface-heights.ts";
import { colouringOf } from "./surface-labels.ts";
import { type Line, surfaceLines } from "./surface-lines.ts";
import { type Mesh, meshOf } from "./surface-mesh.ts";
import { markedPlace } from "./marks.ts";
import type { Place } from "./surface-camera.ts";

/** An extreme of the height among the nodes of the grid. */
export interface Extreme extends Point {
  readonly height: number;
}

/** A marked point with its place on the surface; null where it has none in the box. */
export interface Marked {
  readonly name: string;
  readonly point: Point | null;
  readonly height: number | null;
  readonly place: Place | null;
}

/** Everything a surface shows, as numbers; none of it depends on the camera, the size or the theme. */
export interface SurfaceData {
  readonly loss: Loss;
  readonly form: PlaneForm;
  readonly grid: SurfaceGrid;
  readonly divisor: number;
  /** Null where no height is finite. */
  readonly lowest: Extreme | null;
  readonly highest: Extreme | null;
  /** Nodes without a finite height, and nodes beyond the ends of the height axis. */
  readonly masked: number;
  readonly cut: number;
  readonly colouring: Quantity;
  readonly domain: ColorDomain;
  readonly boundaries: { readonly unit: Boundary; readonly counts: Boundary };
  readonly mesh: Mesh;
  readonly lines: readonly Line[];
  readonly points: readonly Marked[];
  readonly readings: readonly Marked[];
}

/** Samples the surface, cuts it into quads and lays its lines and points on it. */
export function surfaceData(figure: ResolvedSurface): SurfaceData {
  const loss = figureLoss(figure.loss);
  const { params, gradient } = figure.loss;
  const { axes, counts, quantity, colour, transform } = figure;
  const form = loss.plane(params, counts, gradient);
  const columns = figure.samples + 1;
  const channels = [...new Set([...CHANNELS_OF[quantity], ...CHANNELS_OF[colour]])];
  const on: LossOnPlane = { loss, params, counts, gradient };
  const field = sampleLoss(on, axes, { columns, rows: columns, channels });
  const own = Float64Array.from(quantityNumbers(field, quantity));
  const divisor = divisorOf(figure.heightScale, own);
  const heights = own.map((number) => heightOf(number, divisor, transform));
  const colours = colour === quantity ? heights : Float64Array.from(quantityValues(field, colour).values);
  const { toPoint, toParts } = partsOf(axes);
  const ownAt = quantityAt(on, quantity);
  const colourAt = colour === quantity ? null : quantityAt(on, colour);
  const heightAt = (point: Point): number => heightOf(ownAt(point), divisor, transform);
  const colouring = colouringOf(figure);
  const range = rangeOf(figure, heights);
  const domain = domainOf(figure, colours, colouring, range);
  const grid: SurfaceGrid = {
    columns,
    rows: columns,
    heights,
    colours,
    range,
    at: (u, v) => {
      const point = toPoint({ u, v });
      const height = heightAt(point);
      return { height, colour: colourAt === null ? height : colourAt(point) };
    },
  };
  const frame: Frame = { sn: similarityRange(axes.negative), sp: similarityRange(axes.positive) };
  const unit = decisionBoundary(loss, params, { K: 1, L: 1 }, frame);
  const isUnit = counts.K === 1 && counts.L === 1;
  const boundaries = { unit, counts: isUnit ? unit : decisionBoundary(loss, params, counts, frame) };
  const { masked, low, high } = finiteRange(heights);
  const extreme = (height: number): Extreme | null => {
    const node = heights.indexOf(height);
    if (node < 0 || !Number.isFinite(height)) return null;
    const column = node % columns;
    return {
      height,
      ...toPoint({ u: column / (columns - 1), v: (node - column) / columns / (columns - 1) }),
    };
  };
  const marked = markedOn(boundaries.unit, heightAt, toParts, range);
  return {
    loss,
    form,
    grid,
    divisor,
    lowest: extreme(low),
    highest: extreme(high),
    masked,
    cut: heights.filter((height) => Number.isFinite(height) && (height < range[0] || height > range[1]))
      .length,
    colouring,
    domain,
    boundaries,
    mesh: meshOf(grid, (domain.high - domain.low) / SHADES),
    lines: surfaceLines(figure, grid, toParts, boundaries),
    points: figure.points.map(marked),
    readings: figure.readings.map(marked),
  };
}

/** Shades that a wall is painted in from its foot to its top. */
const SHADES = 40;

/**
 * Ends of the height axis in round numbers: from 0 where the heights start near it, else with room above the floor
 * for what is painted there. Single nodes far beyond the rest do not stretch it.
 */
function rangeOf({ heightRange, layers }: ResolvedSurface, values: Float64Array): readonly [number, number] {
  if (heightRange !== "auto") return heightRange;
  const { from, to } = colorDomain({ values, ...finite(values) }, "sequential");
  if (from >= 0 && from <= to / 2) return nice(0, to, 5);
  return nice(layers.floor === "bands" ? from - 0.3 * (to - from) : from, to, 5);
}

function finite(values: Float64Array) {
  const { masked, low, high } = finiteRange(values);
  return masked === values.length ? { masked, low: NaN, high: NaN } : { masked, low, high };
}

function domainOf(
  { palette, colour, quantity, look }: ResolvedSurface,
  values: Float64Array,
  quantityShown: Quantity,
  [low, high]: readonly [number, number],
): ColorDomain {
  if (palette === "quantity") return lookDomain({ values, ...finite(values) }, quantityShown, look);
  // the usual map of the scale, from the lowest height to the highest
  const map = mapFor(quantityShown.scale, look);
  const spread = { ...colorDomain({ values, ...finite(values) }, "sequential"), map };
  if (colour !== quantity) return spread;
  return { ...spread, low, high, from: Math.max(low, spread.from), to: Math.min(high, spread.to) };
}

const markedOn =
  (
    unit: Boundary,
    heightAt: (point: Point) => number,
    toParts: (point: Point) => Parts,
    range: readonly [number, number],
  ) =>
  (marked: ResolvedSurface["points"][number]): Marked => {
    const { name } = marked;
    const found = markedPlace(marked, unit);
    if (found === null) return { name, point: null, height: null, place: null };
    const point = { sn: found.sn, sp: found.sp };
    const height = heightAt(point);
    if (!Number.isFinite(height)) return { name, point, height: null, place: null };
    const { u, v } = toParts(point);
    const isInside = [u, v].every((part) => part >= -1e-9 && part <= 1 + 1e-9);
    const place = placeOf(range, u, v, height);
    return { name, point, height, place: isInside && isInBox(place) ? place : null };
  };
