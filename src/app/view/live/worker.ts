import { loadKernels } from "../../../plane/live/kernels.ts";
import { LiveCanvas } from "./live-canvas.ts";
import type { FromLiveWorker, ToLiveWorker } from "./protocol.ts";

/** Paints pictures away from the page's thread. */

const port = globalThis as { readonly postMessage: (message: FromLiveWorker) => void };
let live: LiveCanvas | undefined;

async function receive(message: ToLiveWorker): Promise<void> {
  if (message.kind === "canvas") {
    const kernels = await loadKernels();
    live = kernels && new LiveCanvas(message.canvas, kernels);
    port.postMessage({ kind: live ? "ready" : "unavailable" });
  } else if (message.kind === "restart") live?.restart();
  else if (live) port.postMessage({ kind: "painted", painted: live.paint(message.request) });
}

globalThis.addEventListener("message", ({ data }: MessageEvent<ToLiveWorker>) => void receive(data));
