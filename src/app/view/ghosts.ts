import type { DrawnLandscape } from "../../export/figure.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import type { FigureView } from "./figure-view.ts";

const SVG = "http://www.w3.org/2000/svg";
const MOST = 6;

/** Where the boundary was before the last changes of a parameter: lines that fade. Only here, never in a file. */
export function ghosts(view: FigureView): void {
  const layer = document.createElementNS(SVG, "svg");
  layer.setAttribute("class", "ghosts");
  layer.setAttribute("aria-hidden", "true");
  view.element.append(layer);
  let before: { readonly key: string; readonly line: string } | undefined;
  view.watch((drawn) => {
    const line = boundaryOf(view.element);
    const key = keyOf(drawn);
    const { width, height, frame } = drawn.scene;
    layer.setAttribute("viewBox", `0 0 ${width} ${height}`);
    layer.style.clipPath = `inset(${percent(frame.y, height)} ${percent(width - frame.x - frame.width, width)} ${percent(height - frame.y - frame.height, height)} ${percent(frame.x, width)})`;
    if (before?.key !== key) layer.replaceChildren();
    else if (before.line !== line && before.line !== "") linger(layer, before.line);
    before = { key, line };
  });
}

const percent = (part: number, of: number): string => `${(100 * part) / of}%`;

/** The line as it was drawn, from the figure in the page. */
const boundaryOf = (figure: HTMLElement): string =>
  figure.querySelector(".overlay g.boundary path")?.getAttribute("d") ?? "";

function linger(layer: SVGElement, line: string): void {
  const ghost = document.createElementNS(SVG, "path");
  ghost.setAttribute("d", line);
  ghost.addEventListener("animationend", () => ghost.remove());
  layer.append(ghost);
  while (layer.childElementCount > MOST) layer.firstElementChild?.remove();
}

/** All of a figure but the numbers of its loss: where that changes, earlier lines mean nothing. */
function keyOf({ figure }: DrawnLandscape): string {
  const { loss, counts: _counts, ...rest }: ResolvedLandscape = figure;
  return JSON.stringify([loss.id, loss.formula, rest]);
}
