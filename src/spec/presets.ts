import { unknownName } from "../losses/errors.ts";
import { ARCFACE_CURVES } from "./presets/arcface-curves.ts";
import { ARCFACE_FIG5 } from "./presets/arcface-fig5.ts";
import { BLOG_CURVES } from "./presets/blog-curves.ts";
import { CIRCLE_PATHS } from "./presets/circle-paths.ts";
import { CIRCLE_FIG1 } from "./presets/circle-fig1.ts";
import { CIRCLE_SCATTER } from "./presets/circle-scatter.ts";
import { BLOG_SURFACE } from "./presets/blog-surface.ts";
import { CIRCLE_NEGATIVE_SIDE } from "./presets/circle-negative-side.ts";
import { CIRCLE_SURFACES } from "./presets/circle-surfaces.ts";
import { COEFFICIENTS } from "./presets/coefficients.ts";
import { LANDSCAPES } from "./presets/landscapes.ts";
import type { Preset, Presets } from "./presets/preset.ts";
import { PROXY_ANCHOR_PAIRS } from "./presets/proxy-anchor-pairs.ts";
import { WEIGHTS } from "./presets/weights.ts";

/** Figures by name. */
export const PRESETS: Presets = {
  ...LANDSCAPES,
  ...CIRCLE_SURFACES,
  ...BLOG_SURFACE,
  ...CIRCLE_NEGATIVE_SIDE,
  ...BLOG_CURVES,
  ...ARCFACE_CURVES,
  ...WEIGHTS,
  ...CIRCLE_PATHS,
  ...COEFFICIENTS,
  ...ARCFACE_FIG5,
  ...CIRCLE_FIG1,
  ...CIRCLE_SCATTER,
  ...PROXY_ANCHOR_PAIRS,
};

/** A preset by name. Throws `InputError` with the nearest name. */
export function findPreset(name: string): Preset {
  if (!Object.hasOwn(PRESETS, name)) throw unknownName("preset", name, Object.keys(PRESETS));
  return PRESETS[name];
}
