import { svgNodes } from "../../../export/svg-document.ts";
import {
  LiveMemory,
  liveNodes,
  type LivePlan,
  type LiveRequest,
  paintPlan,
  planLive,
} from "../../../figures/live.ts";
import type { SceneNode } from "../../../figures/scene.ts";
import { whenLoaded } from "../../../formula/on-demand.ts";
import type { KernelModule } from "../../../plane/live/kernels.ts";
import type { EngineChoice } from "../../engine/setting.ts";
import { paintPaths } from "../paint-paths.ts";
import type { GpuTurn } from "./gpu-turn.ts";
import { Sheet } from "./sheet.ts";

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
  /** Who painted its pixels. */
  readonly by: "cpu" | "webgpu";
}

/** Paints a frame's pictures while something is dragged, here or in a worker. */
export class LiveCanvas {
  readonly #memory: LiveMemory;
  // the pixels come from the processor, and few of them are painted over
  readonly #ours = new Sheet({ willReadFrequently: true });
  /** Where the GPU's pictures come to, which stay there. */
  readonly #its = new Sheet({ willReadFrequently: false });
  #image = new ImageData(1, 1);
  #sent = new Map<string, string>();

  constructor(
    kernels: KernelModule,
    private readonly gpu?: GpuTurn,
  ) {
    this.#memory = new LiveMemory(kernels);
  }

  /** The overlay is the drawn figure's again. */
  restart(engine: EngineChoice): void {
    this.#sent = new Map();
    void this.gpu?.choose(engine);
  }

  async paint(request: LiveRequest): Promise<Painted> {
    const start = performance.now();
    // another drag may begin before this picture is done
    const sent = this.#sent;
    const plan = await whenLoaded(() => planLive(request, this.#memory));
    const { above, groups } = liveNodes(plan);
    const isOnGpu = (await this.gpu?.paint(plan, this.#memory, this.#its.fit(plan.nodes))) === true;
    const sheet = isOnGpu ? this.#its : this.#onCpu(plan);
    // the first node lies on the edge of the frame, and in the middle of its pixel
    const { x, y } = plan.layout.frame;
    const { perPixel } = plan;
    const { context } = sheet;
    context.setTransform(perPixel, 0, 0, perPixel, 0.5 - x * perPixel, 0.5 - y * perPixel);
    for (const node of above) paintPaths(context, node);
    const fresh = groups.flatMap((group) => freshOf(group, sent));
    const bitmap = sheet.take();
    return { bitmap, groups: fresh, work: performance.now() - start, by: isOnGpu ? "webgpu" : "cpu" };
  }

  #onCpu(plan: LivePlan): Sheet {
    const { nodes } = plan;
    if (this.#image.width !== nodes) this.#image = new ImageData(nodes, nodes);
    paintPlan(plan, this.#memory, new Uint32Array(this.#image.data.buffer));
    this.#ours.fit(nodes).putImageData(this.#image, 0, 0);
    return this.#ours;
  }
}

function freshOf(group: Extract<SceneNode, { type: "group" }>, sent: Map<string, string>): FreshGroup[] {
  const images = group.children.filter((node) => node.type === "image");
  const svg = svgNodes([group]);
  const key = `${svg} ${images.map(({ raster: { indices } }) => `${indices[0]} ${indices.length}`).join(" ")}`;
  if (sent.get(group.name) === key) return [];
  sent.set(group.name, key);
  return [{ name: group.name, svg, images }];
}
