import type PDFDocument from "pdfkit";
import { SCRIPT_SCALE } from "../../figures/label.ts";
import type { Rectangle, SceneNode } from "../../figures/scene.ts";
import type { FontBook, Stretch } from "../font-book.ts";
import { encodePng } from "../png-encode.ts";
import { placedRuns, type TextNode } from "../placed-runs.ts";

type Page = InstanceType<typeof PDFDocument>;

/** Paints the nodes of a scene on a page whose unit is the figure's pixel. */
export class Painter {
  readonly #registered = new Set<string>();

  constructor(
    private readonly page: Page,
    private readonly fonts: FontBook,
  ) {}

  async node(node: SceneNode): Promise<void> {
    switch (node.type) {
      case "group":
        this.page.save();
        if (node.move) this.page.translate(...node.move);
        if (node.clip) this.page.rect(...corners(node.clip)).clip();
        for (const child of node.children) await this.node(child);
        this.page.restore();
        break;
      case "path":
        this.#path(node);
        break;
      case "text":
        await this.#text(node);
        break;
      case "image": {
        const { x, y, width, height } = node.box;
        // pdfkit takes any bytes, its types only know Node's
        this.page.image(encodePng(node.raster) as Buffer, x, y, { width, height });
        break;
      }
    }
  }

  #path({ d, fill, fillOpacity = 1, stroke, inside }: Extract<SceneNode, { type: "path" }>): void {
    const { page } = this;
    page.save();
    if (inside !== undefined) page.path(inside).clip("even-odd");
    const filled = fill !== undefined && fill !== "none";
    if (filled) page.fillColor(rgb(fill), fillOpacity);
    if (stroke) {
      const { color, width, dash, opacity = 1 } = stroke;
      page.lineJoin("round").lineWidth(width).strokeColor(rgb(color), opacity);
      if (dash) dashed(page, dash);
    }
    // what shows through is filled first and then stroked, as in SVG; in one go neither would show through the other
    const opaque = fillOpacity === 1 && (stroke?.opacity ?? 1) === 1;
    if (filled && stroke && opaque) page.path(d).fillAndStroke();
    else {
      if (filled) page.path(d).fill();
      if (stroke) page.path(d).stroke();
    }
    page.restore();
  }

  async #text(node: TextNode): Promise<void> {
    const { page } = this;
    page.save();
    if (node.rotate !== undefined) page.rotate(node.rotate, { origin: [node.x, node.y] });
    const letters: PlacedStretch[] = [];
    const shapes: { d: string; x: number; y: number; em: number }[] = [];
    for (const { run, x, y } of placedRuns(node)) {
      const size = node.size * (run.shift === 0 ? 1 : SCRIPT_SCALE);
      if (run.outline) {
        shapes.push({ d: run.outline.d, x, y, em: size / 1000 });
        continue;
      }
      const stretches = await this.fonts.stretches(run);
      let at = x;
      for (const [i, stretch] of stretches.entries()) {
        if (i > 0) at += (advance(stretches[i - 1]) * size) / 1000;
        letters.push({ stretch, x: at, y, size });
      }
    }
    if (node.halo !== undefined) {
      const width = node.size * 0.22;
      page.lineJoin("round").strokeColor(rgb(node.halo));
      for (const each of letters) this.#letters(each, () => page.lineWidth(width), true);
      for (const { d, x, y, em } of shapes) {
        page
          .save()
          .translate(x, y)
          .scale(em)
          .path(d)
          .lineWidth(width / em)
          .stroke()
          .restore();
      }
    }
    page.fillColor(rgb(node.color));
    for (const each of letters) this.#letters(each, () => undefined, false);
    for (const { d, x, y, em } of shapes) page.save().translate(x, y).scale(em).path(d).fill().restore();
    page.restore();
  }

  #letters(
    { stretch: { text, open }, x, y, size }: PlacedStretch,
    prepare: () => void,
    stroke: boolean,
  ): void {
    const { page } = this;
    if (!this.#registered.has(open.name)) {
      // pdfkit takes an open font, its types only know what one is read from
      page.registerFont(open.name, open.font as unknown as Buffer);
      this.#registered.add(open.name);
    }
    page.font(open.name).fontSize(size);
    prepare();
    page.text(text, x, y, { lineBreak: false, baseline: "alphabetic", stroke, fill: !stroke });
  }
}

interface PlacedStretch {
  readonly stretch: Stretch;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Width in thousandths of an em. */
const advance = ({ text, open: { font } }: Stretch): number =>
  (font.layout(text).advanceWidth * 1000) / font.unitsPerEm;

const corners = ({ x, y, width, height }: Rectangle): [number, number, number, number] => [
  x,
  y,
  width,
  height,
];

/** A pattern of lengths; an odd one is repeated, as in SVG. */
function dashed(page: Page, dash: readonly number[]): void {
  if (dash.some((length) => length > 0)) page.dash([...dash] as unknown as number, {});
}

/** `#rrggbb` as it is, `rgb(r,g,b)` as three bytes. */
function rgb(color: string): string | [number, number, number] {
  const bytes = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(color);
  return bytes ? [Number(bytes[1]), Number(bytes[2]), Number(bytes[3])] : color;
}
