import { svgNodes } from "../../../export/svg-document.ts";
import { LivePainter, type LiveRequest } from "../../../figures/live.ts";
import type { SceneNode } from "../../../figures/scene.ts";
import type { KernelModule } from "../../../plane/live/kernels.ts";
import { paintPaths } from "../paint-paths.ts";

type ImageNode = Extract<SceneNode, { type: "image" }>;

/** A group of the overlay that has changed: its SVG, and the bitmaps in it. */
export interface FreshGroup {
  readonly name: string;
  readonly svg: string;
  readonly images: readonly ImageNode[];
}

/** What a painted picture asks of the page. */
export interface Painted {
  readonly bitmap: ImageBitmap;
  readonly groups: readonly FreshGroup[];
  /** How long it took, in milliseconds. */
  readonly work: number;
}

/** Paints a frame's pictures while something is dragged, here or in a worker. */
export class LiveCanvas {
  readonly #painter: LivePainter;
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #context: OffscreenCanvasRenderingContext2D;
  #image = new ImageData(1, 1);
  #sent = new Map<string, string>();

  constructor(kernels: KernelModule) {
    this.#painter = new LivePainter(kernels);
    // the pixels come from the processor, and few of them are painted over
    const context = this.#canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error("no 2D canvas in this browser");
    this.#context = context;
  }

  /** The overlay is the drawn figure's again. */
  restart(): void {
    this.#sent = new Map();
  }

  paint(request: LiveRequest): Painted {
    const start = performance.now();
    const { nodes, layout } = request;
    if (this.#image.width !== nodes) this.#image = new ImageData(nodes, nodes);
    if (this.#canvas.width !== nodes) Object.assign(this.#canvas, { width: nodes, height: nodes });
    const pixels = new Uint32Array(this.#image.data.buffer);
    const { above, groups, perPixel } = this.#painter.paint(request, pixels);
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.putImageData(this.#image, 0, 0);
    // the first node lies on the edge of the frame, and in the middle of its pixel
    const { x, y } = layout.frame;
    context.setTransform(perPixel, 0, 0, perPixel, 0.5 - x * perPixel, 0.5 - y * perPixel);
    for (const node of above) paintPaths(context, node);
    const fresh = groups.flatMap((group) => this.#fresh(group));
    const bitmap = this.#canvas.transferToImageBitmap();
    return { bitmap, groups: fresh, work: performance.now() - start };
  }

  #fresh(group: Extract<SceneNode, { type: "group" }>): FreshGroup[] {
    const images = group.children.filter((node) => node.type === "image");
    const svg = svgNodes([group]);
    const key = `${svg} ${images.map(({ raster: { indices } }) => `${indices[0]} ${indices.length}`).join(" ")}`;
    if (this.#sent.get(group.name) === key) return [];
    this.#sent.set(group.name, key);
    return [{ name: group.name, svg, images }];
  }
}
