import { nodePlatform } from "./platform-node.ts";

/**
 * An SVG document as PNG bytes, `scale` pixels to the figure's pixel; only the fonts that ship with Marginscape
 * are used. Node only. Throws `InputError` for a scale beyond 0 to 16.
 */
export const svgToPng = (svg: string, scale: number): Promise<Uint8Array> => nodePlatform.png(svg, scale);
