import {
  browserPlatform,
  drawFigure,
  encodeLink,
  type FigureSpec,
  type FormatId,
  FORMATS,
  needsTypesetting,
  toSvg,
  typesetLabels,
  writeFigure,
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
      ...(["svg", "pdf", "png", "json"] as const).map((format) => saver(spec, format, `${name}.${format}`)),
      element("a", { class: "button", href: `../index.html#${encodeLink(spec)}` }, "Open in the explorer"),
    ),
  );
  onSurroundings(box, draw);
  return box;
}

function saver(spec: FigureSpec, format: FormatId, file: string): HTMLElement {
  const button = element("button", { type: "button" }, `Export ${format.toUpperCase()}`);
  button.addEventListener("click", async () => {
    const bytes = await writeFigure(spec, format, {}, browserPlatform);
    const { mime } = FORMATS[format];
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }));
    element("a", { href: address, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  });
  return button;
}
