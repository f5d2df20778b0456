import type { Raster, Rectangle, Scene, SceneNode } from "../../figures/scene.ts";

const spare = new Map<string, { canvas: OffscreenCanvas; pixels: ImageData }>();

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
  const width = Math.round(scene.width * density);
  const height = Math.round(scene.height * density);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas in this browser");
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, scene.width, scene.height);
  if (scene.background !== null) {
    context.fillStyle = scene.background;
    context.fillRect(0, 0, scene.width, scene.height);
  }
  before?.(context);
  for (const node of scene.nodes) paintNode(context, node, undefined);
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
  for (const image of images) paintNode(context, image, undefined);
}

function paintNode(context: CanvasRenderingContext2D, node: SceneNode, clip: Rectangle | undefined): void {
  if (node.type === "group") {
    context.save();
    // a clip lies in the room of what the group moves
    if (node.move) context.translate(...node.move);
    for (const child of node.children) paintNode(context, child, node.clip ?? clip);
    context.restore();
  }
  if (node.type !== "image" || node.raster.transparent !== undefined) return;
  const { x, y, width, height } = node.box;
  context.save();
  if (clip) {
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
  }
  context.drawImage(bitmapOf(node.raster), x, y, width, height);
  context.restore();
}

/** Palette indices as pixels, in a canvas that is kept for the next raster of the same size. */
function bitmapOf({ columns, rows, indices, palette }: Raster): OffscreenCanvas {
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
    bytes.set([palette[3 * i], palette[3 * i + 1], palette[3 * i + 2], 255], 4 * i);
  for (let i = 0; i < indices.length; i++) words[i] = colors[indices[i]];
  kept.canvas.getContext("2d")?.putImageData(kept.pixels, 0, 0);
  return kept.canvas;
}
