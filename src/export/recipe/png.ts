import {
  internationalText,
  physicalSize,
  type PngChunk,
  pngChunk,
  pngChunks,
  pngOfWritten,
  writtenChunks,
} from "../png-chunks.ts";
import { LARGEST_RECIPE, RECIPE_KEYWORD } from "./keys.ts";
import { textOfKeyword } from "./png-text.ts";

export interface PngFacts {
  readonly title: string;
  readonly description: string;
  readonly recipe: string;
  /** Pixels to the figure's pixel. */
  readonly scale: number;
}

const OWN = new Set(["pHYs", "iTXt", "tEXt", "tIME"]);

/** A PNG with its physical size, title, description and recipe; what the rasteriser said of these goes, and its pixels stay as it wrote them. */
export function describedPng(png: Uint8Array, { title, description, recipe, scale }: PngFacts): Uint8Array {
  const [header, ...rest] = writtenChunks(png)
    .filter(({ type }) => !OWN.has(type))
    .map(({ written }) => written);
  const facts: PngChunk[] = [
    physicalSize(scale),
    internationalText("Title", title),
    internationalText("Description", description),
    internationalText("Software", `Marginscape ${__VERSION__}`),
    internationalText(RECIPE_KEYWORD, recipe),
  ];
  return pngOfWritten([header, ...facts.map(({ type, data }) => pngChunk(type, data)), ...rest]);
}

/** The recipe of a PNG; undefined for one that has none. Throws `InputError` for a damaged file. */
export const recipeFromPng = (bytes: Uint8Array): string | undefined =>
  textOfKeyword(pngChunks(bytes), RECIPE_KEYWORD, 4 * LARGEST_RECIPE);
