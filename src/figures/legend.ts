import type { Quantity } from "../spec/quantities.ts";
import { text } from "./text.ts";
import { type ColorDomain, mapOf, paletteOf, shadeOf } from "./color.ts";
import { bent, bentTicks, LINEAR, minorTicks, tickLabels } from "./bend.ts";
import { parseLabel, widthOf } from "./label.ts";
import type { FrameLayout } from "./frame.ts";
import { REACH } from "./frame-words.ts";
import { line, polygon, rectangle } from "./path.ts";
import type { Raster, SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** The colour bar beside the frame; a pointed end says that values lie beyond it. */
export function drawLegend(
  layout: FrameLayout,
  look: Look,
  quantity: Quantity,
  domain: ColorDomain,
): SceneNode[] {
  const { frame, sizes, legendX: x } = layout;
  if (x === null) return [];
  const width = sizes.base * 0.95;
  const point = sizes.base * 0.8;
  const top = frame.y + (domain.above ? point : 0);
  const bottom = frame.y + frame.height - (domain.below ? point : 0);
  const raster = ramp(quantity, domain);
  const shade = (index: number): string =>
    `rgb(${[...raster.palette.subarray(3 * index, 3 * index + 3)].join(",")})`;
  const tips = [
    ...(domain.above
      ? [{ points: [x, top, x + width / 2, frame.y, x + width, top], shade: raster.indices[0] }]
      : []),
    ...(domain.below
      ? [
          {
            points: [x, bottom, x + width / 2, frame.y + frame.height, x + width, bottom],
            shade: raster.indices[raster.rows - 1],
          },
        ]
      : []),
  ];
  const outline = rectangle(x, top, width, bottom - top) + tips.map(({ points }) => polygon(points)).join("");
  const stroke = { color: look.frame, width: look.weight * 0.75 };
  const children: SceneNode[] = [
    ...tips.map(({ points, shade: index }): SceneNode => ({
      type: "path",
      d: polygon(points),
      fill: shade(index),
    })),
    { type: "image", box: { x, y: top, width, height: bottom - top }, raster },
    { type: "path", d: outline, stroke },
    ...scaleMarks(layout, look, quantity, domain, { x: x + width, top, bottom }),
    title(layout, look, quantity, x),
  ];
  return [{ type: "group", name: "legend", children }];
}

/** Ticks and numbers to the right of the bar. */
function scaleMarks(
  { frame, sizes }: FrameLayout,
  look: Look,
  quantity: Quantity,
  { from, to, bend = LINEAR }: ColorDomain,
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
): SceneNode[] {
  const place = (value: number): number =>
    bottom - ((bent(value, bend) - bent(from, bend)) / (bent(to, bend) - bent(from, bend))) * (bottom - top);
  const levels =
    quantity.scale === "cyclic"
      ? [-180, -90, 0, 90, 180]
      : bentTicks(from, to, frame.height / (sizes.base * 3.2), bend);
  const tick = sizes.base * 0.3;
  const names = tickLabels(levels, bend);
  const marks = (values: readonly number[], reach: number, width: number): SceneNode => ({
    type: "path",
    d: values.map((value) => line(x, place(value), x + reach, place(value))).join(""),
    stroke: { color: look.frame, width: look.weight * width },
  });
  const minor = minorTicks(from, to, bend).filter((value) => !levels.includes(value));
  return [
    marks(levels, tick, 0.75),
    ...(minor.length > 0 ? [marks(minor, tick * 0.55, 0.5)] : []),
    ...levels.map((value, i) =>
      text(x + tick * 1.8, place(value) + sizes.small * 0.34, names[i], sizes.small, look.ink, "start"),
    ),
  ];
}

/** The label ends at the right edge of the legend where it is too long to begin at its left one. */
function title({ frame, sizes }: FrameLayout, look: Look, quantity: Quantity, x: number): SceneNode {
  const room = sizes.base * 5.6;
  const width = widthOf(parseLabel(quantity.label), sizes.base);
  const long = width > room;
  // beyond that it would run into the words over the frame
  const most = x + room - frame.x - frame.width + REACH * frame.width;
  return text(
    long ? x + room : x,
    frame.y - sizes.base * 0.75,
    quantity.label,
    sizes.base * Math.min(1, most / width),
    look.ink,
    long ? "end" : "start",
  );
}

/** The shades between the ends of the legend, the highest on top. */
function ramp({ scale }: Quantity, domain: ColorDomain): Raster {
  const first = shadeOf(domain.from, domain);
  const rows = shadeOf(domain.to, domain) - first + 1;
  const indices = Uint8Array.from({ length: rows }, (_, i) => first + rows - 1 - i);
  return { columns: 1, rows, indices, palette: paletteOf(mapOf(domain, scale)) };
}
