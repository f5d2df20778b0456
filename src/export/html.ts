import { prepareFigure } from "../figures/figure.ts";
import type { Scene } from "../figures/scene.ts";
import { plainLabel } from "../figures/label.ts";
import { withLossFormulae } from "../figures/tex/loss-macro.ts";
import { texOutline } from "../figures/tex/registry.ts";
import { texIn } from "../figures/tex/typesetting.ts";
import { type FigureSpec, type ResolvedFigure, resolveFigure } from "../spec/figure.ts";
import { utf8 } from "./bytes.ts";
import { recipeOf } from "./figure.ts";
import { PAGE_STYLE } from "./html-style.ts";
import type { Platform, PlayerKind } from "./platform.ts";
import { TEX_SCRIPT_ID } from "./recipe/keys.ts";
import { jsonScript, recipeScript } from "./recipe/html.ts";
import { sha256 } from "./sha256.ts";
import { escaped, toSvg } from "./svg.ts";

/**
 * One page that opens from a disk: the figure as a picture, and a player that makes it alive. Its policy lets nothing
 * run but that player, and nothing be fetched. Throws `InputError` for a figure that is not legal.
 */
export async function writeHtml(spec: FigureSpec, platform: Platform): Promise<Uint8Array> {
  const figure = resolveFigure(spec);
  const prepared = prepareFigure(figure);
  const player = await platform.player(playerKind(figure));
  const scene = prepared.draw();
  const caption = drawsCaption(figure) ? "" : figcaption(prepared.caption);
  return utf8(page(spec, figure, scene, caption, player));
}

function page(
  spec: FigureSpec,
  figure: ResolvedFigure,
  scene: Scene,
  caption: string,
  player: string,
): string {
  const style = `${PAGE_STYLE}:root { --width: ${Math.max(320, scene.width)}px; }\n`;
  const policy = `default-src 'none'; script-src '${hashOf(player)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const recipe = recipeOf(spec);
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
<div id="stage">${toSvg(scene).trim()}</div>
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

/** The marks of the JSON itself stay as in the script of the recipe, which makes it nearly free when compressed. */
const asText = (json: string): string =>
  json.replace(/\\"|[&<>']/g, (mark) => (mark.length > 1 ? "\\&#34;" : `&#${mark.charCodeAt(0)};`));

const hashOf = (text: string): string => `sha256-${sha256(utf8(text))}`;

const drawsCaption = (figure: ResolvedFigure): boolean =>
  figure.kind === "panels" ? figure.caption : figure.layers.caption;

const figcaption = (caption: string): string =>
  `<figcaption id="caption">${escaped(plainLabel(caption))}</figcaption>\n`;

/** Which player a figure needs: that of its kind, or of all where its panels are of several. */
function playerKind(figure: ResolvedFigure): PlayerKind {
  if (figure.kind !== "panels") return figure.kind;
  const [first, ...others] = figure.panels.map((panel) => panel.figure.kind);
  return others.every((kind) => kind === first) ? first : "mixed";
}

function outlinesOf(figure: ResolvedFigure): string | undefined {
  const outlines = texIn(withLossFormulae(figure)).flatMap(({ tex }) => {
    const outline = texOutline(tex);
    return outline === undefined ? [] : [[tex, outline] as const];
  });
  return outlines.length === 0 ? undefined : JSON.stringify(Object.fromEntries(outlines));
}
