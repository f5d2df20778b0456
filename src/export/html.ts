import { gzipSync } from "fflate";
import { prepareFigure } from "../figures/figure.ts";
import type { Scene } from "../figures/scene.ts";
import type { Fineness } from "../figures/surface-raster.ts";
import { plainLabel } from "../figures/label.ts";
import { withLossFormulae } from "../figures/tex/loss-macro.ts";
import { texOutline } from "../figures/tex/registry.ts";
import { texIn } from "../figures/tex/typesetting.ts";
import { type FigureSpec, type ResolvedFigure, resolveFigure } from "../spec/figure.ts";
import { utf8 } from "./bytes.ts";
import { recipeOf } from "./figure.ts";
import { PAGE_STYLE } from "./html-style.ts";
import type { Platform } from "./platform.ts";
import { type Pieces, playerOf } from "./player.ts";
import { TEX_SCRIPT_ID } from "./recipe/keys.ts";
import { jsonScript, recipeScript } from "./recipe/html.ts";
import { sha256 } from "./sha256.ts";
import { toSvg } from "./svg.ts";
import { escaped } from "./svg-document.ts";

/**
 * One page that opens from a disk: the figure as a picture, and a player that makes it alive. Its policy lets nothing
 * run but that player, and nothing be fetched. Throws `InputError` for a figure that is not legal.
 */
export async function writeHtml(spec: FigureSpec, platform: Platform): Promise<Uint8Array> {
  const figure = resolveFigure(spec);
  const prepared = prepareFigure(figure);
  const player = playerOf(figure, JSON.parse(await platform.player()) as Pieces);
  const caption = drawsCaption(figure) ? "" : figcaption(prepared.caption);
  const written = (bitmaps: Fineness): Uint8Array =>
    utf8(page(spec, figure, prepared.draw({ bitmaps }), caption, player));
  const fits = (bytes: Uint8Array): boolean => gzipSync(bytes, { level: 9 }).length <= MOST_BYTES;
  for (const fineness of FINER) {
    const bytes = written(fineness);
    if (fits(bytes)) return bytes;
  }
  return written(COARSEST);
}

/** What a page may weigh, gzipped. */
const MOST_BYTES = 118_000;

/** What surfaces are drawn with until they come alive: the first that leaves the page within its weight. */
const FINER: readonly Fineness[] = [
  { density: 2, step: 1 },
  { density: 2, step: 4 },
  { density: 1.5, step: 4 },
  { density: 1, step: 4 },
];
const COARSEST: Fineness = { density: 1, step: 8 };

function page(
  spec: FigureSpec,
  figure: ResolvedFigure,
  scene: Scene,
  caption: string,
  player: string,
): string {
  const style = `${PAGE_STYLE}:root { --width: ${Math.max(320, scene.width)}px; }\n`;
  const policy = `default-src 'none'; script-src '${hashOf(player)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const recipe = recipeOf(spec, 1).replace(LIST, (list) => list.replace(/\s+/g, " "));
  const outlines = outlinesOf(figure);
  return `<!doctype html>
<html lang="en" data-theme="${figure.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Marginscape ${__VERSION__}">
<title>${escaped(scene.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(scene.title)}</h1>
<figure>
<div id="stage">${toSvg(scene, { paths: "short" }).trim()}</div>
${caption}</figure>
<div id="room"></div>
</main>
<footer>
<p>Made with Marginscape</p>
<details><summary>Recipe</summary><pre tabindex="0" aria-label="Recipe">${asText(recipe)}</pre></details>
</footer>
${recipeScript(recipe)}
${outlines === undefined ? "" : `${jsonScript(TEX_SCRIPT_ID, outlines)}\n`}<script>${player}</script>
</body>
</html>
`;
}

/** A list of numbers that indenting has broken into lines; no string has a line's end in it. */
const LIST = /\[\n[^[\]{}"]*\]/g;

/** The marks of the JSON itself stay as in the script of the recipe, which makes it nearly free when compressed. */
const asText = (json: string): string =>
  json.replace(/\\"|[&<>']/g, (mark) => (mark.length > 1 ? "\\&#34;" : `&#${mark.charCodeAt(0)};`));

const hashOf = (text: string): string => `sha256-${sha256(utf8(text))}`;

const drawsCaption = (figure: ResolvedFigure): boolean =>
  figure.kind === "panels" ? figure.caption : figure.layers.caption;

const figcaption = (caption: string): string =>
  `<figcaption id="caption">${escaped(plainLabel(caption))}</figcaption>\n`;

function outlinesOf(figure: ResolvedFigure): string | undefined {
  const outlines = texIn(withLossFormulae(figure)).flatMap(({ tex }) => {
    const outline = texOutline(tex);
    return outline === undefined ? [] : [[tex, outline] as const];
  });
  return outlines.length === 0 ? undefined : JSON.stringify(Object.fromEntries(outlines));
}
