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
import { type MarkupPatch, patchBetween, piecesOf } from "./markup-patch.ts";
import { AT_HAND, Sheet, type Strip } from "./sheet.ts";

type ImageNode = Extract<SceneNode, { type: "image" }>;

type Group = Extract<SceneNode, { type: "group" }>;

/** A group of the overlay that has changed, and the bitmaps in it where these have changed as well. */
export interface FreshGroup {
  readonly name: string;
  /** Its SVG, or what has changed in it. */
  readonly change: string | MarkupPatch;
  readonly images: readonly ImageNode[];
}

/** What was last sent of a group. */
interface SentGroup {
  readonly svg: string;
  readonly pieces: readonly string[];
  readonly images: readonly ImageNode[];
}

/** What a painted picture asks of the page. */
export interface Painted {
  /** From the top down. */
  readonly strips: readonly Strip[];
  /** Pixels each way. */
  readonly side: number;
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
  readonly #ours = new Sheet(AT_HAND, { willReadFrequently: true });
  /** Where the GPU's pictures come to, which stay there. */
  readonly #its = new Sheet(Infinity, { willReadFrequently: false });
  #sent = new Map<string, SentGroup>();

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
    const isOnGpu = (await this.gpu?.paint(plan, this.#memory, this.#its.fit(plan.nodes).context)) === true;
    const sheet = isOnGpu ? this.#its : this.#onCpu(plan);
    // the first node lies on the edge of the frame, and in the middle of its pixel
    const { x, y } = plan.layout.frame;
    const { perPixel, nodes: side } = plan;
    sheet.paint((context) => {
      context.transform(perPixel, 0, 0, perPixel, 0.5 - x * perPixel, 0.5 - y * perPixel);
      // round joins take longer than all else, and of lines this thin nobody sees them
      for (const node of above) paintPaths(context, node, "bevel");
    });
    const fresh = groups.flatMap((group) => freshOf(group, sent));
    const strips = sheet.take();
    const by = isOnGpu ? "webgpu" : "cpu";
    return { strips, side, groups: fresh, work: performance.now() - start, by };
  }

  #onCpu(plan: LivePlan): Sheet {
    const { nodes } = plan;
    const sheet = this.#ours.fit(nodes);
    paintPlan(plan, this.#memory, (pixels, top, count) =>
      sheet.put(new ImageData(pixels, nodes, count), top),
    );
    return sheet;
  }
}

function freshOf(group: Group, sent: Map<string, SentGroup>): FreshGroup[] {
  const { name, children } = group;
  const known = sent.get(name);
  const svg = svgNodes([group]);
  const images = children.filter((node) => node.type === "image");
  const isSame = known !== undefined && areSame(known.images, images, isSameImage);
  if (isSame && known.svg === svg) return [];
  const pieces = piecesOf(svg);
  sent.set(name, { svg, pieces, images });
  // markup that is put in costs the page more than what has changed in it, and a canvas that is touched than a bitmap
  const change = (known && patchBetween(known.pieces, pieces)) ?? svg;
  return [{ name, change, images: isSame ? [] : images }];
}

function areSame<Item>(
  a: ArrayLike<Item>,
  b: ArrayLike<Item>,
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSame(a[i], b[i])) return false;
  return true;
}

const isSameByte = (a: number, b: number): boolean => a === b;

const isSameImage = (a: ImageNode, b: ImageNode): boolean =>
  JSON.stringify(a.box) === JSON.stringify(b.box) &&
  a.raster.columns === b.raster.columns &&
  areSame(a.raster.indices, b.raster.indices, isSameByte) &&
  areSame(a.raster.palette, b.raster.palette, isSameByte);
