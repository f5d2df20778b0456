import { loadKernels } from "../../../plane/live/kernels.ts";
import { LiveCanvas } from "./live-canvas.ts";
import type { FromLiveWorker, ToLiveWorker } from "./protocol.ts";

/** Paints pictures away from the page's thread. */

const port = globalThis as {
  readonly postMessage: (message: FromLiveWorker, transfer?: readonly Transferable[]) => void;
};

const kernels = await loadKernels();
const live = kernels && new LiveCanvas(kernels);

function receive(message: ToLiveWorker): void {
  if (message.kind === "restart") live?.restart();
  else if (live) {
    const painted = live.paint(message.request);
    port.postMessage({ kind: "painted", painted }, [painted.bitmap]);
  }
}

globalThis.addEventListener("message", ({ data }: MessageEvent<ToLiveWorker>) => receive(data));
port.postMessage({ kind: live ? "ready" : "unavailable" });
