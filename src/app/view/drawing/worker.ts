import { figureTable } from "../../../export/data/figure-data.ts";
import { fetchWhenNeeded } from "../../../figures/on-demand.ts";
import { keepOutline } from "../../../figures/tex/registry.ts";
import { whenLoaded } from "../../../formula/on-demand.ts";
import { InputError } from "../../../losses/errors.ts";
import { canvasSize, paintNodes } from "../raster.ts";
import { type Drawing, drawingOf } from "./drawing.ts";
import type { Answers, Asked, FromDrawer, ToDrawer } from "./protocol.ts";

/** Draws figures, and reads and tabulates them, away from the page's thread. */

const port = globalThis as {
  readonly postMessage: (message: FromDrawer, transfer?: readonly Transferable[]) => void;
};

fetchWhenNeeded();
let last: Drawing | undefined;

async function draw({
  figure,
  outlines,
  density,
}: Extract<Asked, { kind: "draw" }>): Promise<Answers["draw"]> {
  for (const [tex, outline] of outlines) keepOutline(tex, outline);
  const drawing = await whenLoaded(() => drawingOf(figure));
  const { scene, svg, beneath } = drawing;
  const { width, height } = canvasSize(scene, density);
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas in this worker");
  paintNodes(context, scene, beneath, density);
  last = drawing;
  return { scene, svg, bitmap: canvas.transferToImageBitmap() };
}

async function answerTo(asked: Asked): Promise<Answers[Asked["kind"]]> {
  switch (asked.kind) {
    case "draw":
      return draw(asked);
    case "read":
      if (last === undefined) throw new Error("read before a picture; expected draw");
      return last.readAt(last.scene, asked.x, asked.y);
    case "table":
      return whenLoaded(() => figureTable(asked.figure));
  }
}

async function receive({ id, asked }: ToDrawer): Promise<void> {
  try {
    const answer = await answerTo(asked);
    port.postMessage({ id, answer }, "bitmap" in answer ? [answer.bitmap] : []);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    port.postMessage(error instanceof InputError ? { id, refused: message } : { id, failed: message });
  }
}

// one after the other: a picture may wait for code that it needs
let before: Promise<void> = Promise.resolve();
globalThis.addEventListener("message", ({ data }: MessageEvent<ToDrawer>) => {
  before = before.then(() => receive(data));
});
