import type { Scene } from "../figures/scene.ts";
import { encodePng, encodePngStored } from "./png-encode.ts";
import { svgDocument, type SvgOptions } from "./svg-document.ts";

export type { SvgOptions } from "./svg-document.ts";

/**
 * A scene as an SVG document. The same scene gives the same bytes everywhere. With its runs placed it is made for a
 * rasteriser, which would unpack in vain what had been compressed.
 */
export const toSvg = (scene: Scene, options?: SvgOptions): string =>
  svgDocument(scene, options?.runs === "placed" ? encodePngStored : encodePng, options);
