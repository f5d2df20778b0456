import type { FigureSpec } from "../../spec/figure.ts";
import { InputError } from "../../losses/errors.ts";
import { recipeOf } from "../figure.ts";
import type { ExportOptions, SweepOptions } from "../options.ts";
import type { Pixels, Platform } from "../platform.ts";
import { bounced, motionOf } from "./frames.ts";
import { toGif } from "./gif.ts";

function sweepIn({ sweep }: ExportOptions): SweepOptions {
  if (sweep === undefined)
    throw new InputError("no sweep; expected a parameter with two ends, for example margin=0.1:0.5");
  return sweep;
}

/** An animated GIF of a sweep. */
export function writeGif(spec: FigureSpec, options: ExportOptions, platform: Platform): Promise<Uint8Array> {
  const sweep = sweepIn(options);
  return toGif(motionOf(spec, sweep, options, platform), sweep.seconds, recipeWith(spec, sweep));
}

/** A WebM video of a sweep, there and back. */
export async function writeWebm(
  spec: FigureSpec,
  options: ExportOptions,
  platform: Platform,
): Promise<Uint8Array> {
  const sweep = sweepIn(options);
  const motion = motionOf(spec, sweep, options, platform);
  const rate = Math.max(1, Math.round((motion.count - 1) / sweep.seconds));
  return platform.video({ ...motion, frames: thereAndBack(motion.frames), rate, signal: options.signal });
}

async function* thereAndBack(frames: AsyncIterable<Pixels>): AsyncGenerator<Pixels> {
  const kept: Pixels[] = [];
  for await (const frame of frames) {
    kept.push(frame);
    yield frame;
  }
  for (const i of bounced(kept.length).slice(kept.length)) yield kept[i];
}

/** What reads a recipe looks at the figure alone. */
const recipeWith = (spec: FigureSpec, sweep: SweepOptions): string =>
  JSON.stringify({ ...(JSON.parse(recipeOf(spec)) as object), sweep });
