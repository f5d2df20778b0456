import { nodeModule } from "./node.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

const ADDRESS = new URL("../assets/kernel-worker.js", import.meta.url);

/** A worker of the page or of Node, as far as it is used here. */
export interface Thread {
  readonly post: (message: ToWorker, transfer: ArrayBuffer[]) => void;
  /** Whether it keeps a Node process from ending. */
  readonly hold: (held: boolean) => void;
  readonly end: () => void;
}

/** Starts the worker. `failed` is called when it cannot start or ends by itself. */
export function startThread(received: (message: FromWorker) => void, failed: () => void): Thread {
  const threads = nodeModule("node:worker_threads");
  if (threads && ADDRESS.protocol === "file:") {
    const worker = new threads.Worker(ADDRESS);
    worker.on("message", received);
    worker.on("error", failed);
    worker.on("exit", failed);
    return {
      post: (message, transfer) => worker.postMessage(message, transfer),
      hold: (held) => (held ? worker.ref() : worker.unref()),
      end: () => void worker.terminate(),
    };
  }
  const worker = new Worker(ADDRESS, { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => received(data));
  worker.addEventListener("error", failed);
  worker.addEventListener("messageerror", failed);
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    hold: () => {},
    end: () => worker.terminate(),
  };
}
