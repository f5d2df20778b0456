import {
  drawFigure,
  encodeLink,
  figureJson,
  figureSvg,
  type FigureSpec,
  needsTypesetting,
  toSvg,
  typesetLabels,
} from "../../src/index.ts";
import { element, type Words, wordsOf } from "./element.ts";
import { onSurroundings, surroundings } from "./surroundings.ts";
import { asShown } from "./shown.ts";

export interface FigureOptions {
  /** What the reader should see in it; the number comes by itself. */
  readonly caption?: Words;
  /** Name of the exported files, without an extension. */
  readonly name?: string;
}

let drawnSoFar = 0;

/**
 * A live figure: drawn as wide as the column and in the colours of the page, with its files and its link to the
 * explorer beneath. Files and link carry the figure as it was given: the same bytes as from the command line.
 * Throws `InputError` for what `drawFigure` refuses.
 */
export function figure(spec: FigureSpec, { caption, name = "figure" }: FigureOptions = {}): HTMLElement {
  const idPrefix = `figure${++drawnSoFar}-`;
  const picture = element("div", { class: "picture", lang: "en" });
  const draw = (): void => {
    picture.innerHTML = toSvg(drawFigure(asShown(spec, surroundings())), { idPrefix });
  };
  draw();
  if (needsTypesetting(spec)) void typesetLabels(spec).then(draw);
  const title = picture.querySelector("title")?.textContent ?? "";
  const box = element(
    "figure",
    { class: "live" },
    picture,
    ...(caption === undefined ? [] : [element("figcaption", {}, ...wordsOf(caption))]),
    element(
      "div",
      { class: "files", lang: "en", role: "group", "aria-label": `Files and link: ${title}` },
      saver("SVG", () => figureSvg(spec), `${name}.svg`, "image/svg+xml"),
      saver("JSON", () => figureJson(spec), `${name}.json`, "application/json"),
      element("a", { class: "button", href: `../index.html#${encodeLink(spec)}` }, "Open in the explorer"),
    ),
  );
  onSurroundings(box, draw);
  return box;
}

function saver(format: string, content: () => string, file: string, type: string): HTMLElement {
  const button = element("button", { type: "button" }, `Export ${format}`);
  button.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([content()], { type }));
    element("a", { href: address, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  });
  return button;
}
