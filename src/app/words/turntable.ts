import { EN } from "./en.ts";
import type { Text } from "./text.ts";
import { words } from "./words.ts";

const TURNTABLE_EN = {
  name: "turntable",
  keys: "Surface. Arrow keys turn it, with Shift a degree at a time; Home brings its first view back.",
  camera: (azimuth: string, elevation: string) => `azimuth ${azimuth}°, elevation ${elevation}°`,
} as const;

const TURNTABLE_ZH: Text<typeof TURNTABLE_EN> = {
  name: "转台",
  keys: "曲面。方向键转动，按住 Shift 则每次一度；Home 恢复最初的视角。",
  camera: (azimuth, elevation) => `方位角 ${azimuth}°，仰角 ${elevation}°`,
};

/** What is said of turning a surface in the language of the page; loaded with the first surface. */
export const turntableWords = (): Text<typeof TURNTABLE_EN> => (words === EN ? TURNTABLE_EN : TURNTABLE_ZH);
