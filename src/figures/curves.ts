import { CURVES_SIZE } from "../spec/curves.ts";
import type { ResolvedCurve, ResolvedCurves } from "../spec/curves-resolved.ts";
import { heightIsFree } from "../spec/resolve.ts";
import { drawAxes } from "./axes.ts";
import { acrossView, scaled, upLabel, upRange, upView } from "./curves-axes.ts";
import { prepareBars } from "./curves-bars.ts";
import { curvesCaption, subtitleOf } from "./curves-caption.ts";
import { drawEnds, endsWidth } from "./curves-ends.ts";
import { curveFacts } from "./curves-facts.ts";
import { type CurveFunction, curveFunctions } from "./curves-functions.ts";
import { drawKey, keyRoom, withKey } from "./curves-key.ts";
import { curveScales, drawCurves, drawZeroLine, type PlacedCurve, placeCurve } from "./curves-lines.ts";
import { type SampledCurve, sampleCurve } from "./curves-sample.ts";
import { curvesReader } from "./curves-reading.ts";
import { curvesTable } from "./curves-table.ts";
import { captionedLayout, type FrameLayout, framedScene, type FrameOptions } from "./frame.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import type { Scene } from "./scene.ts";
import { seriesStyle } from "./series.ts";
import { lookOf } from "./theme.ts";

/** Curves over one similarity or a line, or bars for cases. */
export function prepareCurves(figure: ResolvedCurves): Prepared {
  if (figure.bars) return prepareBars(figure, figure.bars);
  const functions = curveFunctions(figure);
  const { scale } = figure.y;
  const sampled = functions.map(({ at }) => sampleCurve((x) => scaled(scale, at(x)), figure.x.range));
  const exact = scale === "linear" ? sampled : functions.map(({ at }) => sampleCurve(at, figure.x.range));
  const hidden = sampled.some(({ gaps }, i) => gaps.length > exact[i].gaps.length);
  const caption =
    figure.words.caption ||
    curvesCaption(figure, functions, {
      gaps: exact.some(({ gaps }) => gaps.length > 0),
      hidden,
      cut: figure.y.range === undefined && sampled.some(({ cut }) => cut),
    });
  return {
    colours: null,
    caption,
    draw: (how) => drawCurvesFigure(figure, functions, sampled, caption, how),
    readAt: curvesReader(figure, functions, sampled),
    table: () => curvesTable(figure, functions, exact),
    facts: () => ({
      x: figure.x.of,
      curves: functions.map((each, i) => curveFacts(figure, each, exact[i])),
    }),
  };
}

/** Names stand in a key where beside it they would leave too little of it. */
const MOST_FOR_NAMES = 0.5;

function drawCurvesFigure(
  figure: ResolvedCurves,
  functions: readonly CurveFunction[],
  sampled: readonly SampledCurve[],
  caption: string,
  how: DrawOptions = {},
): Scene {
  const look = lookOf(figure);
  const draws = functions.map(({ curve }: { readonly curve: ResolvedCurve }) => curve.draw);
  const title = how.title ?? figure.title;
  const wanted: FrameOptions = {
    size: how.size ?? figure.size,
    theme: figure.theme,
    title: title || lossNames(functions),
    subtitle: subtitleOf(
      functions.map(({ curve }) => curve.loss),
      title !== "",
      dividedBy(functions),
    ),
    caption,
    showsCaption: figure.layers.caption && !how.bare,
    legend: "none",
    square: false,
  };
  const drawn = sampled.flatMap(({ low, high }) => [low, high]);
  const across = acrossView(figure, draws);
  const up = upView(figure.y.scale, upRange(figure, drawn), upLabel(figure, draws));
  const names = functions.map(({ name }) => name);
  const placedIn = (layout: FrameLayout): PlacedCurve[] => {
    const scales = curveScales(layout, across.range, up.range);
    return sampled.map((curve, i) => placeCurve(names[i], seriesStyle(i, figure), curve, scales));
  };
  const whole = captionedLayout(wanted);
  const room = endsWidth(names, whole.sizes);
  const place =
    figure.layers.names === "ends" && room > MOST_FOR_NAMES * whole.frame.width ? "key" : figure.layers.names;
  const options =
    place === "key"
      ? withKey(wanted, placedIn(whole), whole, keyRoom(figure.venue, how, heightIsFree(figure, CURVES_SIZE)))
      : wanted;
  const layout =
    place === "ends"
      ? { ...whole, frame: { ...whole.frame, width: whole.frame.width - room } }
      : captionedLayout(options);
  const placed = placedIn(layout);
  const scales = curveScales(layout, across.range, up.range);
  const marks = functions.map(({ at }, i) =>
    markPlaces(figure, i, functions.length).flatMap((x): [number, number][] => {
      const y = scaled(figure.y.scale, at(x));
      return y - y === 0 ? [[scales.x(x), scales.y(y)]] : [];
    }),
  );
  const { markers } = figure.layers;
  return framedScene(options, layout, [
    ...(figure.y.scale === "linear" ? drawZeroLine(scales, layout, look) : []),
    drawAxes(layout, look, across, up, figure.words),
    ...drawCurves(placed, marks, layout, look),
    ...(place === "ends" ? [drawEnds(placed, layout, look, markers)] : []),
    ...(place === "key" ? drawKey(placed, options, layout, look, markers) : []),
  ]);
}

const lossNames = (functions: readonly CurveFunction[]): string => {
  const names = [...new Set(functions.map(({ loss }) => loss.name))];
  return names.length <= 3 ? names.join(", ") : "Curves";
};

/** Parameters that are in no curve, because each is divided by it. */
const dividedBy = (functions: readonly CurveFunction[]): ReadonlySet<string> =>
  new Set(
    functions.every(({ scale }) => scale !== undefined)
      ? functions.flatMap(({ scale }) => scale?.id ?? [])
      : [],
  );

const MARKS = 6;

/** Marks at the readings; without readings a few along each curve, apart from those of the others. */
function markPlaces(
  { x: { range }, readings, layers }: ResolvedCurves,
  i: number,
  of: number,
): readonly number[] {
  const [start, end] = range;
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  if (readings.length > 0) return readings.filter((at) => at >= low && at <= high);
  if (!layers.markers) return [];
  return Array.from({ length: MARKS }, (_, k) => start + ((end - start) * (k + (i + 0.5) / of)) / MARKS);
}
