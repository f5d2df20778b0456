import { ticks } from "d3";
import type { Quantity } from "../spec/quantities.ts";
import { text } from "./axes.ts";
import { type ColorDomain, paletteOf } from "./color.ts";
import { parseLabel, widthOf } from "./label.ts";
import type { Layout } from "./layout.ts";
import { line, polygon, rectangle } from "./path.ts";
import type { Raster, SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";
import { numberLabel } from "./ticks.ts";

/** The colour bar beside the frame; a pointed end says that values lie beyond it. */
export function drawLegend(layout: Layout, look: Look, quantity: Quantity, domain: ColorDomain): SceneNode[] {
  const { frame, sizes, legendX: x } = layout;
  if (x === null) return [];
  const width = sizes.base * 0.95;
  const point = sizes.base * 0.8;
  const top = frame.y + (domain.above ? point : 0);
  const bottom = frame.y + frame.height - (domain.below ? point : 0);
  const place = (value: number): number =>
    bottom - ((value - domain.low) / (domain.high - domain.low)) * (bottom - top);
  const levels =
    quantity.scale === "cyclic"
      ? [-180, -90, 0, 90, 180]
      : ticks(domain.low, domain.high, frame.height / (sizes.base * 3.2));
  const tick = sizes.base * 0.3;
  const inner = rectangle(x, top, width, bottom - top);
  const outline =
    inner +
    (domain.above ? polygon([x, top, x + width / 2, frame.y, x + width, top]) : "") +
    (domain.below ? polygon([x, bottom, x + width / 2, frame.y + frame.height, x + width, bottom]) : "");
  const stroke = { color: look.frame, width: look.weight * 0.75 };
  const shade = (index: number): string =>
    `rgb(${[...paletteOf(quantity.scale).subarray(3 * index, 3 * index + 3)].join(",")})`;
  return [
    {
      type: "group",
      name: "legend",
      children: [
        ...(domain.above ? [tip([x, top, x + width / 2, frame.y, x + width, top], shade(254))] : []),
        ...(domain.below
          ? [tip([x, bottom, x + width / 2, frame.y + frame.height, x + width, bottom], shade(0))]
          : []),
        { type: "image", box: { x, y: top, width, height: bottom - top }, raster: ramp(quantity) },
        { type: "path", d: outline, stroke },
        {
          type: "path",
          d: levels.map((value) => line(x + width, place(value), x + width + tick, place(value))).join(""),
          stroke,
        },
        ...levels.map((value) =>
          text(
            x + width + tick * 1.8,
            place(value) + sizes.small * 0.34,
            numberLabel(value),
            sizes.small,
            look.ink,
            "start",
          ),
        ),
        title(layout, look, quantity, x),
      ],
    },
  ];
}

const tip = (points: readonly number[], fill: string): SceneNode => ({
  type: "path",
  d: polygon(points),
  fill,
});

/** The label ends at the right edge of the legend where it is too long to begin at its left one. */
function title({ frame, sizes }: Layout, look: Look, quantity: Quantity, x: number): SceneNode {
  const room = sizes.base * 5.6;
  const long = widthOf(parseLabel(quantity.label), sizes.base) > room;
  return text(
    long ? x + room : x,
    frame.y - sizes.base * 0.75,
    quantity.label,
    sizes.base,
    look.ink,
    long ? "end" : "start",
  );
}

const ramps = new Map<Quantity["scale"], Raster>();

function ramp({ scale }: Quantity): Raster {
  let raster = ramps.get(scale);
  if (raster === undefined) {
    raster = {
      columns: 1,
      rows: 255,
      indices: Uint8Array.from({ length: 255 }, (_, i) => 254 - i),
      palette: paletteOf(scale),
    };
    ramps.set(scale, raster);
  }
  return raster;
}
