import { SCRIPT_SCALE } from "../figures/label.ts";
import {
  type Raster,
  type Rectangle,
  round,
  type Run,
  type Scene,
  type SceneNode,
  type Stroke,
} from "../figures/scene.ts";
import { placedRuns, type TextNode } from "./placed-runs.ts";
import { nodesForRaster } from "./shared-clips.ts";
import { shortPath } from "./short-path.ts";

/** First the fonts that ship with Marginscape, then what a reader's machine is likely to have. */
const FAMILIES: Readonly<Record<Run["font"], string>> = {
  text: "Inter, Helvetica, Arial, sans-serif",
  strong: "Inter, Helvetica, Arial, sans-serif",
  serif: "'STIX Two Text', 'Times New Roman', Times, serif",
  serifStrong: "'STIX Two Text', 'Times New Roman', Times, serif",
  math: "KaTeX_Math, 'STIX Two Math', 'Cambria Math', 'Times New Roman', serif",
  symbol: "KaTeX_Main, 'STIX Two Math', 'Cambria Math', 'Times New Roman', serif",
  script: "KaTeX_Script, 'STIX Two Math', 'Times New Roman', serif",
};

export interface SvgOptions {
  /** The recipe, as text, for `<metadata>`. */
  readonly recipe?: string;
  /** CSS for `<style>`, such as an embedded font. */
  readonly style?: string;
  /**
   * `flowing`: the reader's font decides where a run ends. `placed`: every run stands where the figure fonts put it;
   * for resvg, which otherwise draws a whole line in the first font that has all of its letters. Groups then share
   * their clips.
   */
  readonly runs?: "flowing" | "placed";
  /** The bitmaps as embedded PNGs, or of them only those with holes, and no ground: somebody else paints beneath. */
  readonly bitmaps?: "embedded" | "omitted";
  /** Points in tenths of a pixel, each from the last one: smaller, for eyes and not for further work. */
  readonly paths?: "exact" | "short";
  /** Goes before the ids of the document, so that several can stand in one page. */
  readonly idPrefix?: string;
}

/** The bytes of a bitmap as a PNG. */
export type PngEncoder = (raster: Raster) => Uint8Array;

const noBitmap: PngEncoder = ({ transparent }) => {
  throw new Error(`bitmap with holes: colour ${transparent}; expected toSvg for this scene`);
};

/** Of a scene that has no bitmaps with holes, what stands over its bitmaps. */
export const svgOverBitmaps = (scene: Scene): string => svgDocument(scene, noBitmap, { bitmaps: "omitted" });

/** Nodes that need no clip as SVG without a document, to be put into one; their bitmaps are somebody else's. */
export function svgNodes(nodes: readonly SceneNode[]): string {
  const writer = new Writer(noBitmap, "omitted", "flowing", (d) => d, "");
  for (const node of nodes) writer.node(node);
  return writer.lines.join("\n");
}

/** A scene as an SVG document, with somebody's way to write PNGs. */
export function svgDocument(
  scene: Scene,
  encodePng: PngEncoder,
  { recipe, style, runs = "flowing", bitmaps = "embedded", paths = "exact", idPrefix = "" }: SvgOptions = {},
): string {
  const { width, height } = scene;
  const writer = new Writer(encodePng, bitmaps, runs, paths === "short" ? shortPath : (d) => d, idPrefix);
  if (bitmaps === "embedded" && scene.background !== null)
    writer.add(`<path d="M0 0H${width}V${height}H0Z" fill="${scene.background}"/>`);
  for (const node of runs === "placed" ? nodesForRaster(scene) : scene.nodes) writer.node(node);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(scene.title)}</title>`,
    `<desc>${escaped(scene.description)}</desc>`,
    ...(recipe === undefined ? [] : [`<metadata>${escaped(recipe)}</metadata>`]),
    ...(style === undefined ? [] : [`<style>${escaped(style)}</style>`]),
    ...(writer.clips.length > 0 ? [`<defs>${writer.clips.join("")}</defs>`] : []),
    ...writer.lines,
    "</svg>\n",
  ].join("\n");
}

class Writer {
  readonly lines: string[] = [];
  readonly clips: string[] = [];
  readonly #clipOf = new Map<string, string>();

  constructor(
    private readonly encodePng: PngEncoder,
    private readonly bitmaps: "embedded" | "omitted",
    private readonly runs: "flowing" | "placed",
    private readonly written: (d: string) => string,
    private readonly idPrefix: string,
  ) {}

  add(line: string): void {
    this.lines.push(line);
  }

  node(node: SceneNode): void {
    switch (node.type) {
      case "group": {
        const clip = node.clip ? ` clip-path="url(#${this.#clip(rectanglePath(node.clip))})"` : "";
        const move = node.move ? ` transform="translate(${node.move.map(round).join(" ")})"` : "";
        this.add(`<g class="${node.name}"${move}${clip}>`);
        for (const child of node.children) this.node(child);
        this.add("</g>");
        break;
      }
      case "path": {
        const inside = node.inside === undefined ? "" : ` clip-path="url(#${this.#clip(node.inside)})"`;
        const opacity = node.fillOpacity === undefined ? "" : ` fill-opacity="${node.fillOpacity}"`;
        this.add(
          `<path d="${this.written(node.d)}" fill="${node.fill ?? "none"}"${opacity}${strokeOf(node.stroke)}${inside}/>`,
        );
        break;
      }
      case "text":
        this.#text(node);
        break;
      case "image":
        // one with holes lies over paths, where nobody can paint it beneath
        if (this.bitmaps === "embedded" || node.raster.transparent !== undefined)
          this.add(imageOf(node.box, this.encodePng(node.raster)));
        break;
    }
  }

  /** Shapes stand at fixed places, and so do then the letters beside them. */
  #text(node: TextNode): void {
    if (!node.runs.some(({ outline }) => outline)) {
      this.add(this.runs === "placed" ? placedText(node) : flowingText(node));
      return;
    }
    if (node.runs.some(({ outline }) => !outline)) this.add(placedText(node));
    for (const path of outlinePaths(node)) this.add(path);
  }

  /** Clips are numbered in the order of their first use; equal ones are written once. */
  #clip(d: string): string {
    let id = this.#clipOf.get(d);
    if (id === undefined) {
      id = `${this.idPrefix}clip${this.#clipOf.size + 1}`;
      this.#clipOf.set(d, id);
      this.clips.push(`<clipPath id="${id}"><path d="${this.written(d)}" clip-rule="evenodd"/></clipPath>`);
    }
    return id;
  }
}

const rectanglePath = ({ x, y, width, height }: Rectangle): string =>
  `M${round(x)} ${round(y)}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;

function strokeOf(stroke: Stroke | undefined): string {
  if (stroke === undefined) return "";
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(round).join(" ")}"` : "";
  const opacity = stroke.opacity === undefined ? "" : ` stroke-opacity="${stroke.opacity}"`;
  return ` stroke="${stroke.color}" stroke-width="${round(stroke.width)}" stroke-linejoin="round"${dash}${opacity}`;
}

function flowingText(node: TextNode): string {
  const anchor = node.anchor === "start" ? "" : ` text-anchor="${node.anchor}"`;
  return `${textHead(node, node.x, anchor)}${spans(node.runs, node.size)}</text>`;
}

function placedText(node: TextNode): string {
  const runs = placedRuns(node);
  const placed = runs.map(({ run, x, y }) => {
    if (run.outline) return "";
    const small = run.shift === 0 ? "" : ` font-size="${round(node.size * SCRIPT_SCALE)}"`;
    return `<tspan x="${round(x)}" y="${round(y)}"${fontOf(run.font)}${small}>${escaped(run.text)}</tspan>`;
  });
  return `${textHead(node, runs[0]?.x ?? node.x, "")}${placed.join("")}</text>`;
}

/** The shapes of a text, over their halo; what they read as stands in the figure's description. */
function outlinePaths(node: TextNode): string[] {
  const turn = node.rotate === undefined ? "" : `rotate(${node.rotate} ${round(node.x)} ${round(node.y)}) `;
  const shapes = placedRuns(node).flatMap(({ run, x, y }) => {
    if (!run.outline || run.outline.d === "") return [];
    const scale = (node.size * (run.shift === 0 ? 1 : SCRIPT_SCALE)) / 1000;
    const place = `transform="${turn}translate(${round(x)} ${round(y)}) scale(${Number(scale.toPrecision(6))})"`;
    return [{ place, d: run.outline.d, halo: (node.size * 0.22) / scale }];
  });
  return [
    ...(node.halo === undefined
      ? []
      : shapes.map(
          ({ place, d, halo }) =>
            `<path ${place} d="${d}" fill="none" stroke="${node.halo}" stroke-width="${round(halo)}" stroke-linejoin="round"/>`,
        )),
    ...shapes.map(({ place, d }) => `<path ${place} d="${d}" fill="${node.color}"/>`),
  ];
}

function textHead(node: TextNode, atX: number, anchor: string): string {
  const y = round(node.y);
  const turn = node.rotate === undefined ? "" : ` transform="rotate(${node.rotate} ${round(node.x)} ${y})"`;
  const halo =
    node.halo === undefined
      ? ""
      : ` stroke="${node.halo}" stroke-width="${round(node.size * 0.22)}" stroke-linejoin="round" paint-order="stroke"`;
  const font = ` font-family="${FAMILIES.text}" font-size="${round(node.size)}" fill="${node.color}"`;
  return `<text x="${round(atX)}" y="${y}"${font}${anchor}${halo}${turn} xml:space="preserve">`;
}

/** Runs as tspans; the baseline is moved by dy, which every reader knows, and moved back by the next run. */
function spans(runs: readonly Run[], size: number): string {
  let before = 0;
  return runs
    .map(({ text, font, shift }) => {
      const dy = round((shift - before) * size);
      before = shift;
      const small = shift === 0 ? "" : ` font-size="${round(size * SCRIPT_SCALE)}"`;
      const down = dy === 0 ? "" : ` dy="${dy}"`;
      const plain = font === "text" && !small && !down;
      return plain ? escaped(text) : `<tspan${fontOf(font)}${small}${down}>${escaped(text)}</tspan>`;
    })
    .join("");
}

function fontOf(font: Run["font"]): string {
  if (font === "text") return "";
  if (font === "strong") return ' font-weight="600"';
  if (font === "serifStrong") return ` font-family="${FAMILIES.serif}" font-weight="600"`;
  return ` font-family="${FAMILIES[font]}"${font === "math" ? ' font-style="italic"' : ""}`;
}

function imageOf({ x, y, width, height }: Rectangle, png: Uint8Array): string {
  const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return `<image ${place} preserveAspectRatio="none" href="data:image/png;base64,${base64(png)}"/>`;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** Text for XML: the five marks escaped, and what XML 1.0 cannot carry left out. */
export const escaped = (text: string): string =>
  PLAIN.test(text)
    ? text
    : Array.from(text, (letter) => (isForXml(letter) ? letter : ""))
        .join("")
        .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Most of what a figure says. */
const PLAIN = /^[ !#-%(-;=?-~\u00a0-\ud7ff]*$/;

/** XML 1.0, section 2.2: no control characters but three, no lone surrogates, not U+FFFE and U+FFFF. */
function isForXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
