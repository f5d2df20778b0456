import type { Scene } from "../figures/scene.ts";
import { encodePng } from "./png-encode.ts";
import { svgDocument, type SvgOptions } from "./svg-document.ts";

export type { SvgOptions } from "./svg-document.ts";

/** A scene as an SVG document. The same scene gives the same bytes everywhere. */
export const toSvg = (scene: Scene, options?: SvgOptions): string => svgDocument(scene, encodePng, options);
