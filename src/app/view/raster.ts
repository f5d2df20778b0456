import type { Raster, Scene, SceneNode } from "../../figures/scene.ts";
import { type Context, paintPaths } from "./paint-paths.ts";

const spare = new Map<string, { canvas: OffscreenCanvas; pixels: ImageData }>();

/** How large a canvas is that has a scene. */
export const canvasSize = (
  { width, height }: Pick<Scene, "width" | "height">,
  density: number,
): { readonly width: number; readonly height: number } => ({
  width: Math.round(width * density),
  height: Math.round(height * density),
});

/**
 * Paints the ground and the bitmaps of a scene but for those with holes; everything else is drawn over it by the SVG.
 * `before` goes between ground and bitmaps.
 */
export function paintRasters(
  canvas: HTMLCanvasElement,
  scene: Scene,
  density: number,
  before?: (context: CanvasRenderingContext2D) => void,
): void {
  const context = contextOf(canvas, canvasSize(scene, density));
  paintGround(context, scene, density);
  before?.(context);
  for (const node of scene.nodes) paintNode(context, node, isWhole);
}

/** The canvas as large as it must be. */
export function contextOf(
  canvas: HTMLCanvasElement,
  { width, height }: ReturnType<typeof canvasSize>,
): CanvasRenderingContext2D {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas in this browser");
  return context;
}

/** Paints the ground of a scene, and these nodes on it: all but their words. */
export function paintNodes(
  context: Context,
  scene: Scene,
  nodes: readonly SceneNode[],
  density: number,
): void {
  paintGround(context, scene, density);
  for (const node of nodes) paintNode(context, node, () => true);
}

function paintGround(context: Context, { width, height, background }: Scene, density: number): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  if (background === null) return;
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
}

/** Paints bitmaps of a scene anew on the canvas that has it. */
export function paintImages(
  canvas: HTMLCanvasElement,
  scene: Scene,
  density: number,
  images: readonly SceneNode[],
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  for (const { box } of images.filter((node) => node.type === "image")) {
    context.clearRect(box.x, scene.frame.y, box.width, scene.frame.height);
    if (scene.background === null) continue;
    context.fillStyle = scene.background;
    context.fillRect(box.x, scene.frame.y, box.width, scene.frame.height);
  }
  for (const image of images) paintNode(context, image, isWhole);
}

/** Whether a node without children is a bitmap without holes. */
const isWhole = (node: SceneNode): boolean => node.type === "image" && node.raster.transparent === undefined;

function paintNode(context: Context, node: SceneNode, isPainted: (node: SceneNode) => boolean): void {
  if (node.type === "group") {
    context.save();
    // a clip lies in the room of what the group moves
    if (node.move) context.translate(...node.move);
    if (node.clip) {
      const { x, y, width, height } = node.clip;
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
    }
    for (const child of node.children) paintNode(context, child, isPainted);
    context.restore();
  } else if (!isPainted(node)) return;
  else if (node.type === "path") paintPaths(context, node);
  else if (node.type === "image") {
    const { x, y, width, height } = node.box;
    context.drawImage(bitmapOf(node.raster), x, y, width, height);
  }
}

/** Palette indices as pixels, in a canvas that is kept for the next raster of the same size. */
function bitmapOf({ columns, rows, indices, palette, transparent }: Raster): OffscreenCanvas {
  const key = `${columns}×${rows}`;
  let kept = spare.get(key);
  if (kept === undefined) {
    kept = { canvas: new OffscreenCanvas(columns, rows), pixels: new ImageData(columns, rows) };
    spare.set(key, kept);
  }
  const words = new Uint32Array(kept.pixels.data.buffer);
  const colors = new Uint32Array(256);
  const bytes = new Uint8ClampedArray(colors.buffer);
  for (let i = 0; i < 256; i++)
    bytes.set([palette[3 * i], palette[3 * i + 1], palette[3 * i + 2], i === transparent ? 0 : 255], 4 * i);
  for (let i = 0; i < indices.length; i++) words[i] = colors[indices[i]];
  kept.canvas.getContext("2d")?.putImageData(kept.pixels, 0, 0);
  return kept.canvas;
}
