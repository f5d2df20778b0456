import type { Run } from "../figures/scene.ts";
import { checkScale } from "./options.ts";
import type { Pixels, Platform } from "./platform.ts";

interface Face {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly style: "normal" | "italic";
  readonly file: URL;
}

const FACES: Readonly<Record<Run["font"], Face>> = {
  text: face("Inter", 400, new URL("../assets/fonts/Inter-Regular.ttf", import.meta.url)),
  strong: face("Inter", 600, new URL("../assets/fonts/Inter-SemiBold.ttf", import.meta.url)),
  serif: face("STIX Two Text", 400, new URL("../assets/fonts/STIXTwoText-Regular.ttf", import.meta.url)),
  serifStrong: face(
    "STIX Two Text",
    600,
    new URL("../assets/fonts/STIXTwoText-SemiBold.ttf", import.meta.url),
  ),
  math: face("KaTeX_Math", 400, new URL("../assets/fonts/KaTeX_Math-Italic.ttf", import.meta.url), "italic"),
  symbol: face("KaTeX_Main", 400, new URL("../assets/fonts/KaTeX_Main-Regular.ttf", import.meta.url)),
  script: face("KaTeX_Script", 400, new URL("../assets/fonts/KaTeX_Script-Regular.ttf", import.meta.url)),
};

function face(family: string, weight: Face["weight"], file: URL, style: Face["style"] = "normal"): Face {
  return { family, weight, style, file };
}

const PLAYER = new URL("../assets/player.json", import.meta.url);

/** A browser: its canvas draws, with only the fonts that ship with Marginscape, which are loaded when asked for. */
export const browserPlatform: Platform = {
  font: async (name) => new Uint8Array(await (await fetch(FACES[name].file)).arrayBuffer()),
  png: async (svg, scale) => {
    const blob = await encoded(await painted(svg, scale));
    return new Uint8Array(await blob.arrayBuffer());
  },
  pixels: async (svg, scale): Promise<Pixels> => {
    const canvas = await painted(svg, scale);
    const { width, height, data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
    return { width, height, data };
  },
  video: async (source) => (await import("./motion/video-browser.ts")).encodedByBrowser(source),
  player: async () => (await fetch(PLAYER)).text(),
};

async function painted(svg: string, scale: number): Promise<OffscreenCanvas> {
  checkScale(scale);
  const styled = svg.replace(/(?=<(?:path|g|text|image|defs))/, `<style>${await fontRules()}</style>`);
  const address = URL.createObjectURL(new Blob([styled], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const canvas = new OffscreenCanvas(Math.round(naturalWidth * scale), Math.round(naturalHeight * scale));
    const context = contextOf(canvas);
    // fonts inside an SVG are not there yet when it is drawn for the first time
    for (let attempt = 0; attempt < 3; attempt++) {
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      if (attempt < 2) await new Promise((done) => setTimeout(done, 60));
    }
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Chromium encodes when it is idle; where no frame is drawn it may wait a second before it says so. */
async function encoded(canvas: OffscreenCanvas): Promise<Blob> {
  let waiting = true;
  const draw = (): void => {
    if (waiting) requestAnimationFrame(draw);
  };
  draw();
  try {
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    waiting = false;
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas in this browser");
  return context;
}

let rules: Promise<string> | undefined;

function fontRules(): Promise<string> {
  rules ??= Promise.all(
    Object.values(FACES).map(async ({ family, weight, style, file }) => {
      const data = await dataUrl(await (await fetch(file)).blob());
      return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(${data})}`;
    }),
  ).then((each) => each.join(""));
  return rules;
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(String(reader.result)));
    reader.addEventListener("error", () => failed(reader.error ?? new Error("font not readable")));
    reader.readAsDataURL(blob);
  });
