import { fileURLToPath } from "node:url";
import { InputError } from "../losses/errors.ts";

const FONTS = [
  new URL("../assets/fonts/Inter-Regular.ttf", import.meta.url),
  new URL("../assets/fonts/Inter-SemiBold.ttf", import.meta.url),
  new URL("../assets/fonts/KaTeX_Math-Italic.ttf", import.meta.url),
  new URL("../assets/fonts/KaTeX_Main-Regular.ttf", import.meta.url),
  new URL("../assets/fonts/KaTeX_Script-Regular.ttf", import.meta.url),
];

const LARGEST_SCALE = 16;

/**
 * An SVG document as PNG bytes, `scale` pixels to the figure's pixel; only the fonts that ship with Marginscape
 * are used. Node only. Throws `InputError` for a scale beyond 0 to 16.
 */
export async function svgToPng(svg: string, scale: number): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= LARGEST_SCALE)) {
    throw new InputError(`invalid scale: ${scale}; expected more than 0, at most ${LARGEST_SCALE}`);
  }
  const { Resvg } = await import("@resvg/resvg-js");
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((file) => fileURLToPath(file)),
      defaultFontFamily: "Inter",
    },
  });
  return picture.render().asPng();
}
