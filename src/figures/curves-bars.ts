import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedBar, ResolvedCurves } from "../spec/curves-resolved.ts";
import { scaleOf } from "../spec/loss-scale.ts";
import { drawAxes } from "./axes.ts";
import { barsTable } from "./bars-table.ts";
import { scaled, upRange, upView } from "./curves-axes.ts";
import { barsCaption, subtitleOf } from "./curves-caption.ts";
import { memberWeight } from "./curves-functions.ts";
import { curveScales } from "./curves-lines.ts";
import { barsReader } from "./bars-reading.ts";
import { captionedLayout, type FrameLayout, framedScene, type FrameOptions } from "./frame.ts";
import { parseLabel, widthOf, wrapLabel } from "./label.ts";
import { line, rectangle } from "./path.ts";
import type { Facts, Prepared } from "./prepared.ts";
import type { SceneNode } from "./scene.ts";
import { drawMarker, seriesStyle } from "./series.ts";
import { text } from "./text.ts";
import { LEAST_LETTERS, type Look, lookOf } from "./theme.ts";
import { numberLabel } from "./ticks.ts";

interface Bar {
  readonly name: string;
  readonly height: number;
  /** Which of the losses in the figure, in the order of their first bar. */
  readonly series: number;
  readonly facts: Facts;
}

/** The gradient on one member of a set, case by case. */
export function prepareBars(figure: ResolvedCurves, cases: readonly ResolvedBar[]): Prepared {
  const bars = barsOf(figure, cases);
  const caption = figure.words.caption || barsCaption(figure, cases);
  return {
    colours: null,
    caption,
    readAt: barsReader(bars, upTitle(figure, bars, figure.y.label)),
    table: () => barsTable(bars),
    facts: () => ({ barHeight: figure.barHeight, bars: bars.map(({ facts }) => facts) }),
    draw: (how = {}) => {
      const look = lookOf(figure);
      const options: FrameOptions = {
        size: how.size ?? figure.size,
        theme: figure.theme,
        title: how.title ?? (figure.title || figureLoss(cases[0].loss).name),
        subtitle: subtitleOf(
          cases.map(({ loss }) => loss),
          how.title !== undefined || figure.title !== "",
        ),
        caption,
        showsCaption: figure.layers.caption && !how.bare,
        legend: "none",
        square: false,
      };
      const layout = captionedLayout(options);
      return framedScene(options, layout, drawBars(figure, bars, layout, look));
    },
  };
}

function barsOf({ barHeight }: ResolvedCurves, cases: readonly ResolvedBar[]): Bar[] {
  const ids = [...new Set(cases.map(({ loss }) => JSON.stringify(loss)))];
  return cases.map(({ name, loss: choice, positives, negatives, member: { side, index } }): Bar => {
    const loss = figureLoss(choice);
    const slopes = loss.evaluate({ positives, negatives }, choice.params, choice.gradient)[`${side}s`];
    const weight = memberWeight(slopes, index, false);
    const share = memberWeight(slopes, index, true);
    const sideTotal = slopes.reduce((sum, slope) => sum + Math.abs(slope), 0);
    const scale = scaleOf(loss, choice.params, side);
    return {
      name,
      height: barHeight === "share" ? share : weight,
      series: ids.indexOf(JSON.stringify(choice)),
      facts: {
        name,
        loss: loss.id,
        side,
        similarity: (side === "positive" ? positives : negatives)[index],
        weight,
        share: share - share === 0 ? share : null,
        sideTotal,
        sideTotalPerScale: scale ? sideTotal / scale.value : null,
      },
    };
  });
}

function drawBars(
  figure: ResolvedCurves,
  bars: readonly Bar[],
  layout: FrameLayout,
  look: Look,
): SceneNode[] {
  const { frame, sizes } = layout;
  const isLog = figure.y.scale === "log";
  const heights = bars.map(({ height }) => scaled(figure.y.scale, height));
  // room above the highest for its number
  const [low, high] = upRange(figure, isLog ? heights.filter(Number.isFinite) : [0, ...heights]);
  const air = figure.y.range ? 0 : ((high - low) * sizes.base * 1.6) / frame.height;
  const up = upView(figure.y.scale, [low, high + air], upTitle(figure, bars, figure.y.label));
  const scales = curveScales(layout, [0, bars.length], up.range);
  const slot = frame.width / bars.length;
  const width = Math.min(slot * 0.56, sizes.base * 6);
  const bottom = frame.y + frame.height;
  const zero = isLog ? bottom : Math.min(bottom, scales.y(0));
  const nodes = bars.map(({ height, series }, i): SceneNode[] => {
    const style = seriesStyle(series, figure);
    const x = scales.x(i + 0.5);
    const y = Math.min(bottom, Math.max(frame.y, scales.y(heights[i])));
    if (!Number.isFinite(heights[i])) return [label(x, bottom - sizes.base * 0.5, height)];
    const mark: SceneNode[] = isLog
      ? [
          {
            type: "path",
            d: line(x, y, x, bottom),
            stroke: { color: style.color, width: look.weight, dash: [1.5 * look.weight, 3 * look.weight] },
          },
          drawMarker(x, y, style, look, sizes.base * 0.38),
        ]
      : [
          {
            type: "path",
            d: rectangle(x - width / 2, y, width, Math.max(0.01, zero - y)),
            fill: style.color,
          },
        ];
    return [...mark, label(x, y - sizes.base * (isLog ? 0.8 : 0.4), height)];
  });
  return [
    { type: "group", name: "bars", children: nodes.flat() },
    withoutEmpty(
      drawAxes(layout, look, { range: [0, bars.length], label: "", ticks: () => [] }, up, figure.words),
    ),
    names(),
  ];

  function label(x: number, y: number, height: number): SceneNode {
    return {
      ...text(x, y, shortLabel(height), fitted(shortLabel(height), sizes.small), look.ink, "middle"),
      halo: look.background,
    };
  }
  function fitted(words: string, size: number): number {
    return size * Math.min(1, (slot * 0.98) / widthOf(parseLabel(words), size));
  }
  function names(): SceneNode {
    const children = bars.flatMap(({ name }, i) =>
      wrapLabel(hyphened(name, slot * 0.98), sizes.small, slot * 0.94).map((runs, at): SceneNode => ({
        ...text(
          scales.x(i + 0.5),
          bottom + sizes.base * 1.25 + at * sizes.small * 1.2,
          "",
          sizes.small,
          look.ink,
          "middle",
        ),
        size: sizes.small * Math.min(1, (slot * 0.98) / widthOf(runs, sizes.small)),
        runs,
      })),
    );
    return { type: "group", name: "names", children };
  }
}

/** Words that would be set too small beside their neighbours are broken in two. */
const hyphened = (name: string, room: number): string =>
  name
    .split(" ")
    .map((word) =>
      !word.includes("$") && word.length > 5 && widthOf(parseLabel(word), LEAST_LETTERS) > room
        ? `${word.slice(0, word.length >> 1)}- ${word.slice(word.length >> 1)}`
        : word,
    )
    .join(" ");

/** Four digits are what a bar can be compared by; the facts have all. */
function shortLabel(height: number): string {
  if (!Number.isFinite(height)) return "no value";
  if (height === 0) return "0";
  const exponent = Math.floor(Math.log10(height));
  if (exponent < -4) {
    const digits = (height / 10 ** exponent).toPrecision(2);
    return `$${numberLabel(Number(digits))} · 10^{${numberLabel(exponent)}}$`;
  }
  return numberLabel(Number(height.toPrecision(4)));
}

function upTitle({ barHeight }: ResolvedCurves, bars: readonly Bar[], given: string): string {
  if (given !== "") return given;
  const sides = new Set(bars.map(({ facts }) => facts.side));
  const symbol = sides.size > 1 ? "s" : sides.has("positive") ? "s_p" : "s_n";
  return `${barHeight === "share" ? "share of " : ""}$|∂ℒ/∂${symbol}|$`;
}

/** The axis of cases has no label of its own. */
const withoutEmpty = (node: SceneNode): SceneNode =>
  node.type === "group"
    ? { ...node, children: node.children.filter((child) => child.type !== "text" || child.runs.length > 0) }
    : node;
