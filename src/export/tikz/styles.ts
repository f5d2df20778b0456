import { rgb } from "d3";
import type { SceneNode, Stroke } from "../../figures/scene.ts";
import { bp } from "./drawing.ts";

/** bp to the figure's pixel. */
export const SCALE = 72 / 96;
/** TeX's points to the figure's pixel. */
const POINTS = 72.27 / 96;

type PathNode = Extract<SceneNode, { type: "path" }>;

/** Colours, ways of drawing and sizes of letters, each named once, in the order of their first use. */
export class Styles {
  readonly #colours = new Map<string, string>();
  readonly #ways = new Map<string, string>();
  readonly #sizes = new Map<string, string>();

  colour(css: string): string {
    return named(this.#colours, rgb(css).formatHex().slice(1).toUpperCase(), "msc");
  }

  /** The style of a path; null for one that leaves no mark. */
  way({ fill, fillOpacity, stroke }: Pick<PathNode, "fill" | "fillOpacity" | "stroke">): string | null {
    const options = [
      ...(fill === undefined || fill === "none" ? [] : [`fill=${this.colour(fill)}`]),
      ...(fillOpacity === undefined ? [] : [`fill opacity=${bp(fillOpacity)}`]),
      ...(stroke ? this.stroke(stroke) : []),
    ];
    return options.some((option) => /^(?:fill|draw)=/.test(option))
      ? named(this.#ways, options.join(", "), "line")
      : null;
  }

  /** The options of a stroke alone. */
  stroke({ color, width, dash = [], opacity }: Stroke): string[] {
    const even = dash.length % 2 === 0 ? dash : [...dash, ...dash];
    const pattern = even.map((length, i) => `${i % 2 === 0 ? "on" : "off"} ${bp(length * SCALE)}bp`);
    return [
      `draw=${this.colour(color)}`,
      `line width=${bp(width * SCALE)}bp`,
      ...(dash.some((length) => length > 0) ? [`dash pattern=${pattern.join(" ")}`] : []),
      ...(opacity === undefined ? [] : [`draw opacity=${bp(opacity)}`]),
    ];
  }

  /** The style of letters of a height in pixels. */
  letters(size: number): string {
    const points = Math.round(size * POINTS * 100) / 100;
    const leading = Math.round(points * 120) / 100;
    return named(this.#sizes, `font=\\figurefont\\fontsize{${points}}{${leading}}\\selectfont`, "text");
  }

  /** All of them, to stand before the picture. */
  definitions(): string[] {
    const style = ([options, name]: readonly [string, string]): string =>
      `\\tikzset{${name}/.style={${options}}}`;
    return [
      ...[...this.#colours].map(([hex, name]) => `\\definecolor{${name}}{HTML}{${hex}}`),
      ...[...this.#ways].map(style),
      ...[...this.#sizes].map(style),
    ];
  }
}

function named(names: Map<string, string>, key: string, prefix: string): string {
  const name = names.get(key) ?? `${prefix}${names.size + 1}`;
  names.set(key, name);
  return name;
}
