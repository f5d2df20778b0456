import type { Rectangle, Scene, SceneNode } from "../../figures/scene.ts";
import { SCRIPT_SCALE, widthOf } from "../../figures/label.ts";
import { placedRuns, type TextNode } from "../placed-runs.ts";
import { bitmap, drawing } from "./objects.ts";
import { at, bp, tikzPath } from "./drawing.ts";
import { nativeAxis } from "./native-axis.ts";
import { segmentsOf } from "./outline.ts";
import type { Place } from "./place.ts";
import { SCALE, type Styles } from "./styles.ts";
import { texOfRuns } from "./words.ts";

type PathNode = Extract<SceneNode, { type: "path" }>;
type GroupNode = Extract<SceneNode, { type: "group" }>;

/** TeX has no memory for the facets of several surfaces: from so many paths in a row on they are a drawing. */
const MANY = 100;

/** Letters of LaTeX may be so much wider than those of the figure before they are made smaller. */
const WIDER = 1.08;

const ANCHORS = { start: "base west", middle: "base", end: "base east" } as const;

/** The nodes of a scene as lines of a `tikzpicture` whose units are bp. */
export class Picture {
  readonly lines: string[] = [];
  /** Whether there are axes of pgfplots, and objects of the PDF. */
  hasAxes = false;
  hasObjects = false;

  constructor(
    private readonly scene: Scene,
    private readonly styles: Styles,
  ) {
    for (const node of scene.nodes) this.#node(node);
  }

  readonly #to = (x: number, y: number): Place => [x * SCALE, (this.scene.height - y) * SCALE];

  #node(node: SceneNode): void {
    switch (node.type) {
      case "group":
        this.#group(node);
        break;
      case "path":
        this.#path(node);
        break;
      case "text":
        this.#text(node);
        break;
      case "image": {
        const { x, y, width, height } = node.box;
        const corner = at(this.#to(x, y + height));
        this.hasObjects = true;
        this.lines.push(
          `\\node[anchor=south west, inner sep=0pt, outer sep=0pt] at ${corner} {%`,
          `${bitmap(node.raster, bp(width * SCALE), bp(height * SCALE))}};`,
        );
        break;
      }
    }
  }

  #group({ name, clip, move, axes, children }: GroupNode): void {
    if (children.length === 0) return;
    this.lines.push(`% ${name}`);
    const axis = axes && nativeAxis(axes, children, this.styles, this.#to);
    const isScope = move !== undefined || clip !== undefined;
    const shift = move ? `[shift={${at([move[0] * SCALE, -move[1] * SCALE])}}]` : "";
    if (isScope) this.lines.push(`\\begin{scope}${shift}`);
    if (clip) this.lines.push(`\\clip ${this.#box(clip)};`);
    if (axis) {
      this.hasAxes = true;
      this.lines.push(axis);
    } else this.#children(children);
    if (isScope) this.lines.push("\\end{scope}");
  }

  #box({ x, y, width, height }: Rectangle): string {
    return `${at(this.#to(x, y + height))} rectangle ${at(this.#to(x + width, y))}`;
  }

  #outline(d: string): string {
    return tikzPath(segmentsOf(d, this.#to, SCALE));
  }

  #path(node: PathNode): void {
    const style = this.styles.way(node);
    const path = this.#outline(node.d);
    if (style === null || path === "") return;
    const line = `\\path[${style}] ${path};`;
    if (node.inside === undefined) this.lines.push(line);
    else
      this.lines.push(
        "\\begin{scope}[even odd rule]",
        `\\clip ${this.#outline(node.inside)};`,
        line,
        "\\end{scope}",
      );
  }

  /** Long rows of plain paths become drawings; what stands between them is drawn as ever. */
  #children(children: readonly SceneNode[]): void {
    for (let i = 0; i < children.length;) {
      let end = i;
      while (end < children.length && isPlain(children[end])) end++;
      if (end - i > MANY) {
        const [width, height] = [this.scene.width, this.scene.height].map((length) => bp(length * SCALE));
        this.hasObjects = true;
        this.lines.push(
          "\\node[anchor=south west, inner sep=0pt, outer sep=0pt] at (0,0) {%",
          `${drawing(children.slice(i, end).filter(isPlain), this.#to, width, height)}};`,
        );
        i = end;
      } else this.#node(children[i++]);
    }
  }

  #text(node: TextNode): void {
    if (node.runs.every(({ text }) => text.trim() === "")) return;
    const tex = texOfRuns(node.runs);
    if (tex === null) {
      this.#shapes(node);
      return;
    }
    const place = at(this.#to(node.x, node.y));
    const words = `\\msfit{${bp(widthOf(node.runs, node.size) * WIDER * SCALE)}}{${tex}}`;
    const turn = node.rotate === undefined ? "" : `, rotate=${bp(-node.rotate)}`;
    const options = (colour: string): string =>
      `${this.styles.letters(node.size)}, text=${this.styles.colour(colour)}, anchor=${ANCHORS[node.anchor]}, inner sep=0pt, outer sep=0pt${turn}`;
    if (node.halo !== undefined)
      this.lines.push(
        `\\node[${options(node.halo)}] at ${place} {\\mshalo{${bp(node.size * 0.22 * SCALE)}}{${words}}};`,
      );
    this.lines.push(`\\node[${options(node.color)}] at ${place} {${words}};`);
  }

  /** Letters that LaTeX cannot set, as shapes where the figure fonts put them. */
  #shapes(node: TextNode): void {
    const [x, y] = this.#to(node.x, node.y);
    if (node.rotate !== undefined)
      this.lines.push(`\\begin{scope}[rotate around={${bp(-node.rotate)}:(${bp(x)},${bp(y)})}]`);
    const shapes = placedRuns(node).flatMap(({ run, x: left, y: base }) => {
      if (!run.outline || run.outline.d === "") return [];
      const em = (node.size * (run.shift === 0 ? 1 : SCRIPT_SCALE)) / 1000;
      const to = (a: number, b: number): Place => this.#to(left + a * em, base + b * em);
      return [tikzPath(segmentsOf(run.outline.d, to, em * SCALE))];
    });
    const { halo, color, size } = node;
    const around =
      halo === undefined ? null : this.styles.way({ stroke: { color: halo, width: size * 0.22 } });
    const within = this.styles.way({ fill: color });
    if (around !== null) for (const shape of shapes) this.lines.push(`\\path[${around}] ${shape};`);
    for (const shape of shapes) this.lines.push(`\\path[${within ?? ""}] ${shape};`);
    if (node.rotate !== undefined) this.lines.push("\\end{scope}");
  }
}

const isPlain = (node: SceneNode): node is PathNode =>
  node.type === "path" &&
  node.fillOpacity === undefined &&
  node.inside === undefined &&
  node.stroke?.dash === undefined &&
  node.stroke?.opacity === undefined &&
  !node.d.includes("a");
