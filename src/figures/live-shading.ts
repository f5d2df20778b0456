import type { Line, Shading, Tile } from "../plane/live/kernels.ts";
import { overTile } from "../plane/live/quantity.ts";
import type { BendShader } from "../plane/webgpu/picture-parts.ts";
import type { Scale } from "../spec/quantities.ts";
import { type Bend, bent, LINEAR } from "./bend.ts";
import { type ColorDomain, mapOf, paletteOf } from "./color.ts";
import { ISOLINE, isolineColor } from "./isolines.ts";
import type { Stroke } from "./scene.ts";

/** As many as a palette has for numbers; the last of its colours is for masked cells. */
const SHADES = 255;

/** `#rrggbb` as a pixel of a canvas. */
const pixelOf = (color: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return word(r, g, b);
};
const word = (r: number, g: number, b: number): number => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** A stroke of a scene as a line of a picture that has `perPixel` pixels to one of the scene. */
export const lineOf = ({ color, width, opacity = 1 }: Stroke, perPixel: number): Line => ({
  color: pixelOf(color),
  width: width * perPixel,
  opacity,
});

/** The colours of a domain, and the level that is nearest to each. */
export function shadingOf(
  domain: ColorDomain,
  scale: Scale,
  levels: readonly number[],
  width: number,
): Shading {
  const { bend = LINEAR } = domain;
  const low = bent(domain.low, bend);
  const slope = SHADES / (bent(domain.high, bend) - low);
  const palette = paletteOf(mapOf(domain, scale));
  const lines = levels.map((level) => ({
    at: (bent(level, bend) - low) * slope,
    color: pixelOf(isolineColor(level, scale, domain)),
  }));
  const shades = new Uint32Array(4 * (SHADES + 1));
  const numbers = new Float32Array(shades.buffer);
  let next = 0;
  for (let shade = 0; shade <= SHADES; shade++) {
    const at = 4 * shade;
    shades[at] = word(palette[3 * shade], palette[3 * shade + 1], palette[3 * shade + 2]);
    const from = (i: number): number => Math.abs(lines[i].at - shade - 0.5);
    while (next + 1 < lines.length && from(next + 1) < from(next)) next++;
    numbers[at + 1] = lines[next]?.at ?? NaN;
    shades[at + 2] = lines[next]?.color ?? 0;
  }
  return { low, slope, shades, width: width * ISOLINE.width, opacity: ISOLINE.opacity };
}

/** Stretches of a tile's spare memory that `bendTile` needs. */
export const sparesFor = ({ kind }: Bend): number => (kind === "symlog" ? 2 : 0);

/** Bends the numbers of a tile as `bent` does. */
export function bendTile(tile: Tile, at: number, bend: Bend): void {
  const least = 2 ** -126;
  if (bend.kind === "log") {
    overTile(tile, "max", at, at, tile.number(least), 0b01);
    overTile(tile, "log", at, at);
    overTile(tile, "multiply", at, at, tile.number(Math.LOG10E), 0b01);
  } else if (bend.kind === "symlog") {
    const [size, sign] = tile.spares;
    overTile(tile, "sign", sign, at);
    overTile(tile, "abs", at, at);
    overTile(tile, "multiply", at, at, tile.number(1 / bend.within), 0b01);
    overTile(tile, "max", size, at, tile.number(1), 0b01);
    overTile(tile, "log", size, size);
    overTile(tile, "multiply", size, size, tile.number(Math.LOG10E), 0b01);
    overTile(tile, "min", at, at, tile.number(1), 0b01);
    overTile(tile, "add", at, at, size);
    overTile(tile, "multiply", at, at, sign);
  }
}

const LOG10 = "logWide(wide(max(x, FAINT))).x * 0.4342944819";

/** Bends a number on a GPU as `bent` does. */
export function bendShader(bend: Bend): BendShader {
  if (bend.kind === "linear") return { code: "fn bent(x: f32) -> f32 { return x; }", number: 0 };
  if (bend.kind === "log")
    return { code: `fn bent(x: f32) -> f32 { return select(${LOG10}, x, far(x)); }`, number: 0 };
  const code = /* wgsl */ `
fn log10Of(x: f32) -> f32 { return ${LOG10}; }
fn bent(x: f32) -> f32 {
  if (far(x)) { return x; }
  let times = abs(x) * picture.bend;
  return sign(x) * (min(times, 1.0) + log10Of(max(times, 1.0)));
}`;
  return { code, number: 1 / bend.within };
}
