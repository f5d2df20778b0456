import type { Run } from "../figures/scene.ts";

/** The files of `src/assets/fonts` that a figure's letters come from. */
export const FONT_FILES = {
  text: "Inter-Regular.ttf",
  strong: "Inter-SemiBold.ttf",
  serif: "STIXTwoText-Regular.ttf",
  serifStrong: "STIXTwoText-SemiBold.ttf",
  math: "KaTeX_Math-Italic.ttf",
  symbol: "KaTeX_Main-Regular.ttf",
  script: "KaTeX_Script-Regular.ttf",
} as const satisfies Record<Run["font"], string>;

/** Pixels, four bytes each (red, green, blue, opacity, not multiplied), first row on top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The pictures of a video, all of one size with an even number of pixels each way. */
export interface VideoSource {
  readonly frames: AsyncIterable<Pixels>;
  readonly width: number;
  readonly height: number;
  /** Pictures a second. */
  readonly rate: number;
  readonly signal?: AbortSignal | undefined;
}

/** What the formats need of the machine they run on: `platform-node.ts` and `platform-browser.ts` have it. */
export interface Platform {
  /** The bytes of a font that ships with Marginscape. */
  readonly font: (name: Run["font"]) => Promise<Uint8Array>;
  /** An SVG document with `runs: "placed"` as a PNG file, `scale` pixels to the figure's pixel. */
  readonly png: (svg: string, scale: number) => Promise<Uint8Array>;
  /** The same as bare pixels. */
  readonly pixels: (svg: string, scale: number) => Promise<Pixels>;
  /** A WebM file. */
  readonly video: (source: VideoSource) => Promise<Uint8Array>;
  /** The pieces of the script that makes the figure of an interactive page alive, as JSON. */
  readonly player: () => Promise<string>;
}
