import type { LiveRequest } from "../../../figures/live.ts";
import { loadKernels } from "../../../plane/live/kernels.ts";
import { make } from "../../dom.ts";
import { LiveCanvas, type Painted } from "./live-canvas.ts";
import type { FromLiveWorker, ToLiveWorker } from "./protocol.ts";

/** Who paints the pictures of a drag on its canvas. */
export interface Painter {
  readonly canvas: HTMLCanvasElement;
  /** Nodes along each axis, at most. */
  readonly most: number;
  readonly restart: () => void;
  /** One picture at a time. Rejects where it cannot paint any more. */
  readonly paint: (request: LiveRequest) => Promise<Painted>;
}

const MOST = 1024;
/** What this thread paints in one slice. */
const MOST_HERE = 512;

const newCanvas = (): HTMLCanvasElement => make("canvas", { "aria-hidden": "true" });

/** A worker, or this thread where there is none; undefined where there are no kernels. */
export async function openPainter(): Promise<Painter | undefined> {
  try {
    return await painterInWorker();
  } catch {
    return painterHere();
  }
}

/** This thread, between two frames. */
export async function painterHere(): Promise<Painter | undefined> {
  const kernels = await loadKernels();
  if (kernels === undefined) return undefined;
  const canvas = newCanvas();
  const live = new LiveCanvas(canvas, kernels);
  return {
    canvas,
    most: MOST_HERE,
    restart: () => live.restart(),
    paint: (request) =>
      new Promise((done, failed) => {
        requestAnimationFrame(() => {
          try {
            done(live.paint(request));
          } catch (error) {
            failed(error as Error);
          }
        });
      }),
  };
}

async function painterInWorker(): Promise<Painter | undefined> {
  const canvas = newCanvas();
  const offscreen = canvas.transferControlToOffscreen();
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  let received: (message: FromLiveWorker) => void = () => {};
  let failed: (error: Error) => void = () => {};
  const answer = (): Promise<FromLiveWorker> =>
    new Promise((done, fail) => {
      received = done;
      failed = fail;
    });
  const end = (event: Event): void => {
    worker.terminate();
    event.preventDefault();
    failed(new Error("the worker that paints has ended"));
  };
  worker.addEventListener("message", ({ data }: MessageEvent<FromLiveWorker>) => received(data));
  worker.addEventListener("error", end);
  worker.addEventListener("messageerror", end);
  const post = (message: ToLiveWorker, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);
  const first = answer();
  post({ kind: "canvas", canvas: offscreen }, [offscreen]);
  if ((await first).kind === "unavailable") {
    worker.terminate();
    return undefined;
  }
  return {
    canvas,
    most: MOST,
    restart: () => post({ kind: "restart" }),
    paint: async (request) => {
      const painted = answer();
      post({ kind: "paint", request });
      const message = await painted;
      if (message.kind !== "painted") throw new Error(`unexpected ${message.kind}; expected painted`);
      return message.painted;
    },
  };
}
