import { fillRows, type FusedTables } from "./fused.ts";
import { instantiateKernels, type KernelModule } from "./instance.ts";
import { nodeModule } from "./node.ts";
import { type FromWorker, outputsOf, type ToWorker } from "./protocol.ts";

/** The second thread: it fills blocks of rows into buffers that are sent to and fro. */

interface Port {
  postMessage: (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;
}

const parent = nodeModule("node:worker_threads")?.parentPort;
const port = (parent ?? globalThis) as Port;

let kernels: KernelModule | undefined;
let tables: FusedTables | undefined;

async function receive(message: ToWorker): Promise<void> {
  if (message.kind === "module") {
    kernels = await instantiateKernels(message.module);
    port.postMessage({ kind: "ready" }, []);
  } else if (message.kind === "tables") tables = message.tables;
  else if (kernels && tables) {
    const { field, from, to, buffers } = message;
    fillRows(kernels, tables, from, to, outputsOf(tables, message), 0);
    port.postMessage({ kind: "block", field, from, to, buffers }, buffers);
  }
}

if (parent) parent.on("message", (message: ToWorker) => void receive(message));
else globalThis.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void receive(data));
