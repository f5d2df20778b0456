import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Run } from "../figures/scene.ts";
import { checkScale } from "./options.ts";
import type { Pixels, Platform } from "./platform.ts";
import { loadResvg } from "./resvg-node.ts";

const FONTS: Readonly<Record<Run["font"], URL>> = {
  text: new URL("../assets/fonts/Inter-Regular.ttf", import.meta.url),
  strong: new URL("../assets/fonts/Inter-SemiBold.ttf", import.meta.url),
  serif: new URL("../assets/fonts/STIXTwoText-Regular.ttf", import.meta.url),
  serifStrong: new URL("../assets/fonts/STIXTwoText-SemiBold.ttf", import.meta.url),
  math: new URL("../assets/fonts/KaTeX_Math-Italic.ttf", import.meta.url),
  symbol: new URL("../assets/fonts/KaTeX_Main-Regular.ttf", import.meta.url),
  script: new URL("../assets/fonts/KaTeX_Script-Regular.ttf", import.meta.url),
};

/** A rectangle that is none: resvg then hands out the picture as it is, and no copy of all of it. */
const WHOLE = { left: 0, top: 0, right: 0, bottom: 0 };

async function rendered(svg: string, scale: number) {
  checkScale(scale);
  const draw = await loadResvg();
  return draw(svg, {
    fitTo: { mode: "zoom", value: scale },
    crop: WHOLE,
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONTS).map((file) => fileURLToPath(file)),
      defaultFontFamily: "Inter",
    },
  });
}

const PLAYER = new URL("../assets/player.json", import.meta.url);

/** Node: resvg draws, only the fonts that ship with Marginscape are used. */
export const nodePlatform: Platform = {
  // small files, and read at once: threads that read, or node:fs/promises, take milliseconds of a cold start
  font: async (name) => readFileSync(FONTS[name]),
  png: async (svg, scale) => (await rendered(svg, scale)).asPng(),
  pixels: async (svg, scale): Promise<Pixels> => {
    const { width, height, pixels } = await rendered(svg, scale);
    return { width, height, data: new Uint8ClampedArray(pixels) };
  },
  video: async (source) => (await import("./motion/video-node.ts")).encodedByFfmpeg(source),
  player: async () => readFileSync(PLAYER, "utf8"),
};
