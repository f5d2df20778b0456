import { drawFigure, figureJson, figureSvg } from "../export/figure.ts";
import { toSvg } from "../export/svg.ts";
import type { FigureSpec } from "../spec/figure.ts";

const FONTS = [
  {
    family: "Inter",
    weight: 400,
    style: "normal",
    file: new URL("../assets/fonts/Inter-Regular.ttf", import.meta.url),
  },
  {
    family: "Inter",
    weight: 600,
    style: "normal",
    file: new URL("../assets/fonts/Inter-SemiBold.ttf", import.meta.url),
  },
  {
    family: "KaTeX_Math",
    weight: 400,
    style: "italic",
    file: new URL("../assets/fonts/KaTeX_Math-Italic.ttf", import.meta.url),
  },
  {
    family: "KaTeX_Main",
    weight: 400,
    style: "normal",
    file: new URL("../assets/fonts/KaTeX_Main-Regular.ttf", import.meta.url),
  },
  {
    family: "KaTeX_Script",
    weight: 400,
    style: "normal",
    file: new URL("../assets/fonts/KaTeX_Script-Regular.ttf", import.meta.url),
  },
];

/** The figure as an SVG file, byte for byte what the command line writes. */
export const svgFile = (spec: FigureSpec): Blob => new Blob([figureSvg(spec)], { type: "image/svg+xml" });

/** The resolved figure as a JSON file, byte for byte what the command line writes. */
export const jsonFile = (spec: FigureSpec): Blob =>
  new Blob([figureJson(spec)], { type: "application/json" });

/** The figure as a PNG file of `scale` pixels to the figure's pixel. */
export async function pngFile(spec: FigureSpec, scale: number): Promise<Blob> {
  const scene = drawFigure(spec);
  const svg = toSvg(scene, { style: await fontFaces(), runs: "placed" });
  const image = new Image(scene.width, scene.height);
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(Math.round(scene.width * scale), Math.round(scene.height * scale));
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no 2D canvas in this browser");
    // Fonts inside an SVG are not there yet when it is drawn for the first time.
    for (let attempt = 0; attempt < 2; attempt++) {
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      await new Promise((done) => setTimeout(done, 60));
    }
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}

let faces: Promise<string> | undefined;

function fontFaces(): Promise<string> {
  faces ??= Promise.all(
    FONTS.map(async ({ family, weight, style, file }) => {
      const data = await dataUrl(await (await fetch(file)).blob());
      return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url(${data})}`;
    }),
  ).then((each) => each.join(""));
  return faces;
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(String(reader.result)));
    reader.addEventListener("error", () => failed(reader.error ?? new Error("font not readable")));
    reader.readAsDataURL(blob);
  });

/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
