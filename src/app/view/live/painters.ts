import type { LiveRequest } from "../../../figures/live.ts";
import { loadKernels } from "../../../plane/live/kernels.ts";
import type { EngineChoice } from "../../engine/setting.ts";
import { LiveCanvas, type Painted } from "./live-canvas.ts";
import { numbersAfter } from "./numbers.ts";
import type { FromLiveWorker, ToLiveWorker } from "./protocol.ts";

/** Who paints the pictures of a drag. */
export interface Painter {
  /** Nodes along each axis, at most. */
  readonly most: number;
  /** Another drag begins; who may paint it. */
  readonly restart: (engine: EngineChoice) => void;
  /** One picture at a time. Rejects where it cannot paint any more. */
  readonly paint: (request: LiveRequest) => Promise<Painted>;
}

const MOST = 1024;
/** What this thread paints in one slice. */
const MOST_HERE = 512;

/** A worker, or this thread where there is none; undefined where there are no kernels. */
export async function openPainter(): Promise<Painter | undefined> {
  try {
    return await painterInWorker();
  } catch {
    return painterHere();
  }
}

/** This thread, once a frame. */
export async function painterHere(): Promise<Painter | undefined> {
  const kernels = await loadKernels();
  if (kernels === undefined) return undefined;
  const live = new LiveCanvas(kernels);
  return {
    most: MOST_HERE,
    restart: (engine) => live.restart(engine),
    paint: async (request) => {
      await new Promise(requestAnimationFrame);
      return live.paint(request);
    },
  };
}

async function painterInWorker(): Promise<Painter | undefined> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  let received: (message: FromLiveWorker) => void = () => {};
  let failed: (error: Error) => void = () => {};
  let isGone = false;
  const gone = new Error("the worker that paints has ended");
  const answer = (): Promise<FromLiveWorker> =>
    new Promise((done, fail) => {
      if (isGone) fail(gone);
      received = done;
      failed = fail;
    });
  const end = (event: Event): void => {
    // it is told by who waits for the answer
    event.preventDefault();
    isGone = true;
    worker.terminate();
    failed(gone);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<FromLiveWorker>) => received(data));
  worker.addEventListener("error", end);
  worker.addEventListener("messageerror", end);
  if ((await answer()).kind === "unavailable") {
    worker.terminate();
    return undefined;
  }
  const post = (message: ToLiveWorker): void => worker.postMessage(message, []);
  let before: LiveRequest | undefined;
  return {
    most: MOST,
    restart: (engine) => post({ kind: "restart", engine }),
    paint: async (request) => {
      const painted = answer();
      const numbers = numbersAfter(before, request);
      post(numbers ? { kind: "numbers", numbers } : { kind: "paint", request });
      before = request;
      const message = await painted;
      if (message.kind !== "painted") throw new Error(`unexpected ${message.kind}; expected painted`);
      return message.painted;
    },
  };
}
