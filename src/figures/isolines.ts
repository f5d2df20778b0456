import { traceLevels } from "../plane/contour.ts";
import type { Field, Numbers } from "../plane/field.ts";
import type { Scale } from "../spec/quantities.ts";
import { bentTicks, LINEAR, tickLabels } from "./bend.ts";
import { type ColorDomain, isLight } from "./color.ts";
import { parseLabel, widthOf } from "./label.ts";
import { gridPixels, type PlaneLayout } from "./layout.ts";
import { pathOf } from "./path.ts";
import { overlap, type Rectangle, type SceneNode } from "./scene.ts";
import { LEAST_LETTERS, type Look } from "./theme.ts";

const DARK = "#0b0d12";
const LIGHT = "#ffffff";

/** Round levels inside the colour domain. */
export const isolineLevels = ({ from, to, bend = LINEAR }: ColorDomain, count: number): number[] =>
  bentTicks(from, to, count, bend).filter((level) => level > from && level < to);

/** Without the weight of a look. */
export const ISOLINE = { width: 0.9, opacity: 0.75 } as const;

export const isolineColor = (level: number, scale: Scale, domain: ColorDomain): string =>
  isLight(level, scale, domain) ? DARK : LIGHT;

export interface IsolineOptions {
  readonly levels: readonly number[];
  readonly labels: boolean;
  readonly scale: Scale;
  readonly domain: ColorDomain;
  /** Places that no label may cover. */
  readonly avoid: readonly Rectangle[];
}

export interface DrawnIsolines {
  readonly lines: SceneNode;
  readonly labels: SceneNode;
  /** Where the labels stand. */
  readonly boxes: readonly Rectangle[];
}

/** Isolines, light on dark colours and dark on light ones, with their levels written into gaps of the lines. */
export function drawIsolines(
  field: Field,
  values: Numbers,
  layout: PlaneLayout,
  look: Look,
  options: IsolineOptions,
): DrawnIsolines {
  const { levels, labels, scale, domain } = options;
  const { frame, sizes } = layout;
  const taken: Rectangle[] = [...options.avoid];
  const lines: SceneNode[] = [];
  const texts: SceneNode[] = [];
  const names = tickLabels(levels, domain.bend ?? LINEAR);
  const traced = traceLevels(values, field.columns, field.rows, levels);
  for (const [i, level] of levels.entries()) {
    const color = isolineColor(level, scale, domain);
    let d = "";
    for (const line of traced[i]) {
      const pixels = gridPixels(line, field.columns, field.rows, frame);
      const label = labels
        ? place(pixels, names[i], Math.max(LEAST_LETTERS, sizes.small * 0.92), frame, taken)
        : null;
      if (label === null) d += pathOf(pixels);
      else {
        taken.push(label.box);
        d += pathOf(pixels.subarray(0, label.from)) + pathOf(pixels.subarray(label.to));
        texts.push({ ...label.node, color });
      }
    }
    if (d) lines.push({ type: "path", d, stroke: { ...ISOLINE, color, width: ISOLINE.width * look.weight } });
  }
  return {
    lines: { type: "group", name: "isolines", clip: frame, children: lines },
    labels: { type: "group", name: "isoline-labels", children: texts },
    boxes: taken.slice(options.avoid.length),
  };
}

type TextNode = Extract<SceneNode, { type: "text" }>;

interface PlacedLabel {
  readonly node: Omit<TextNode, "color"> & { readonly color: string };
  readonly box: Rectangle;
  /** The stretch of the line that makes room. */
  readonly from: number;
  readonly to: number;
}

/** A gentle stretch near the middle of a line, away from the frame and from other labels; null where there is none. */
function place(
  pixels: Float64Array,
  label: string,
  size: number,
  frame: Rectangle,
  taken: readonly Rectangle[],
): PlacedLabel | null {
  const runs = parseLabel(label);
  const width = widthOf(runs, size) + size * 0.6;
  const lengths = lengthsAlong(pixels);
  const total = lengths[lengths.length - 1];
  if (total < 2.5 * width) return null;
  for (const part of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
    const from = indexAt(lengths, part * total - width / 2);
    const to = indexAt(lengths, part * total + width / 2);
    const [x0, y0, x1, y1] = [pixels[2 * from], pixels[2 * from + 1], pixels[2 * to], pixels[2 * to + 1]];
    if (Math.hypot(x1 - x0, y1 - y0) < 0.92 * (lengths[to] - lengths[from])) continue;
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    const box = { x: x - width * 0.4, y: y - width * 0.4, width: width * 0.8, height: width * 0.8 };
    if (!contains(frame, box) || taken.some((other) => overlap(other, box))) continue;
    const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
    const rotate = Math.round(angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle);
    const turn = (rotate * Math.PI) / 180;
    const node = {
      type: "text" as const,
      x: x - Math.sin(turn) * size * 0.34,
      y: y + Math.cos(turn) * size * 0.34,
      runs,
      size,
      color: "",
      anchor: "middle" as const,
      rotate,
    };
    return { node, box, from: 2 * from + 2, to: 2 * to };
  }
  return null;
}

function lengthsAlong(pixels: Float64Array): Float64Array {
  const lengths = new Float64Array(pixels.length / 2);
  for (let i = 1; i < lengths.length; i++) {
    lengths[i] =
      lengths[i - 1] + Math.hypot(pixels[2 * i] - pixels[2 * i - 2], pixels[2 * i + 1] - pixels[2 * i - 1]);
  }
  return lengths;
}

function indexAt(lengths: Float64Array, length: number): number {
  let low = 0;
  let high = lengths.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lengths[middle] < length) low = middle + 1;
    else high = middle;
  }
  return low;
}

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x > outer.x + 2 &&
  inner.y > outer.y + 2 &&
  inner.x + inner.width < outer.x + outer.width - 2 &&
  inner.y + inner.height < outer.y + outer.height - 2;
