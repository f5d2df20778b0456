import { loadKernels } from "../../../plane/live/kernels.ts";
import { fetchWhenNeeded } from "../../../figures/on-demand.ts";
import type { LiveRequest } from "../../../figures/live.ts";
import { GpuTurn } from "./gpu-turn.ts";
import { LiveCanvas } from "./live-canvas.ts";
import { withNumbers } from "./numbers.ts";
import type { FromLiveWorker, ToLiveWorker } from "./protocol.ts";

/** Paints pictures away from the page's thread. */

const port = globalThis as {
  readonly postMessage: (message: FromLiveWorker, transfer?: readonly Transferable[]) => void;
};

fetchWhenNeeded();
const kernels = await loadKernels();
const live = kernels && new LiveCanvas(kernels, new GpuTurn());

let before: LiveRequest | undefined;

function requestOf(message: Exclude<ToLiveWorker, { kind: "restart" }>): LiveRequest {
  if (message.kind === "paint") return message.request;
  if (before === undefined) throw new Error("numbers without a picture before; expected paint");
  return withNumbers(before, message.numbers);
}

async function receive(message: ToLiveWorker): Promise<void> {
  if (message.kind === "restart") live?.restart(message.engine);
  else if (live) {
    try {
      before = requestOf(message);
      const painted = await live.paint(before);
      const bitmaps = painted.strips.map(({ bitmap }) => bitmap);
      port.postMessage({ kind: "painted", painted }, bitmaps);
    } catch {
      port.postMessage({ kind: "unavailable" });
    }
  }
}

globalThis.addEventListener("message", ({ data }: MessageEvent<ToLiveWorker>) => void receive(data));
port.postMessage({ kind: live ? "ready" : "unavailable" });
