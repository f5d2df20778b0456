import type { ColorDomain } from "../../figures/color.ts";
import { prepareFigure } from "../../figures/figure.ts";
import { unionOf } from "../../figures/union-domain.ts";
import { InputError } from "../../losses/errors.ts";
import type { FigureSpec, ResolvedFigure } from "../../spec/figure.ts";
import type { ExportOptions, SweepOptions } from "../options.ts";
import type { Pixels, Platform } from "../platform.ts";
import { toSvg } from "../svg.ts";
import { sweptFigures } from "./swept.ts";

/** Samples along each axis that are enough to know which colours occur. */
const SCOUTING = 64;
/** Of all frames together. */
const MOST_PIXELS = 600e6;

export interface Motion {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Pictures from one end of the sweep to the other. */
  readonly frames: AsyncIterable<Pixels>;
}

/**
 * The pictures of a sweep, one at a time. Colours mean the same in all of them: their scale goes from the lowest to the
 * highest number of any frame. Throws `InputError` as `sweptFigures` does, and for more pixels than memory should hold.
 */
export function motionOf(
  spec: FigureSpec,
  sweep: SweepOptions,
  { scale, progress, signal }: Pick<ExportOptions, "scale" | "progress" | "signal">,
  platform: Platform,
): Motion {
  // a transparent ground would show the frame before
  const figures = sweptFigures(spec, sweep).map((each): ResolvedFigure => ({
    ...each,
    look: { ...each.look, ground: "solid" },
  }));
  const [{ size }] = figures;
  const [width, height] = [size.width, size.height].map((length) => evenPart(Math.round(length * scale)));
  if (width * height * figures.length > MOST_PIXELS)
    throw new InputError(
      `too large: ${figures.length} frames of ${width} × ${height} pixels; expected at most ${MOST_PIXELS / 1e6} megapixels in all`,
    );
  async function* frames(): AsyncGenerator<Pixels> {
    const domain = sharedDomain(figures);
    for (const [i, figure] of figures.entries()) {
      signal?.throwIfAborted();
      const scene = prepareFigure(figure).draw({ ...(domain && { domain }), size });
      yield evened(await platform.pixels(toSvg(scene, { runs: "placed" }), scale));
      progress?.(i + 1, figures.length);
    }
  }
  return { width, height, count: figures.length, frames: frames() };
}

const evenPart = (length: number): number => length - (length % 2);

/** Without the last row and column where they are odd: video has one colour to four pixels. */
function evened(pixels: Pixels): Pixels {
  const [width, height] = [evenPart(pixels.width), evenPart(pixels.height)];
  if (width === pixels.width && height === pixels.height) return pixels;
  const data = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++)
    data.set(pixels.data.subarray(4 * row * pixels.width, 4 * (row * pixels.width + width)), 4 * row * width);
  return { width, height, data };
}

/** The colours of all frames, found on coarse grids; none where the figure has no scale of colours. */
function sharedDomain(figures: readonly ResolvedFigure[]): ColorDomain | undefined {
  const domains = figures.flatMap((figure) => {
    const coarse = "samples" in figure ? { ...figure, samples: Math.min(SCOUTING, figure.samples) } : figure;
    return prepareFigure(coarse).colours?.domain ?? [];
  });
  return domains.length === 0 ? undefined : unionOf(domains);
}

/** There and back again: the places of the frames as they are shown. */
export const bounced = (count: number): number[] => [
  ...Array.from({ length: count }, (_, i) => i),
  ...Array.from({ length: Math.max(0, count - 2) }, (_, i) => count - 2 - i),
];
