import { fillRows, type FusedTables } from "./fused.ts";
import type { KernelModule } from "./instance.ts";
import { type Block, type FromWorker, outputsOf } from "./protocol.ts";
import { startThread } from "./thread.ts";

type Outputs = readonly (Float32Array | Float64Array | undefined)[];

/** A second thread beside this one. */
export interface KernelPair {
  /** Fills all rows, each thread taking blocks as it gets done; every cell is what `fillRows` alone would give. */
  readonly fill: (tables: FusedTables, into: Outputs) => Promise<void>;
  /** Whether the worker still runs; without it `fill` works on, on this thread alone. */
  readonly alive: () => boolean;
  readonly end: () => void;
}

/** Blocks that are with the worker at a time: one that it fills and two that wait, so that it never does. */
const AHEAD = 3;

/** So few that messages cost little, so many that neither thread has long to wait for the other at the end. */
const BLOCKS = 16;
/** All outputs of a block, at most. */
const BLOCK_BYTES = 1 << 22;

/** Starts a worker with an instance of its own; undefined where that cannot be. */
export async function pairedKernels(kernels: KernelModule): Promise<KernelPair | undefined> {
  try {
    return await started(kernels);
  } catch {
    return undefined;
  }
}

async function started(kernels: KernelModule): Promise<KernelPair> {
  let alive = true;
  let received: (message: FromWorker) => void = () => {};
  let lost: () => void = () => {};
  const thread = startThread(
    (message) => received(message),
    () => {
      alive = false;
      thread.end();
      lost();
    },
  );
  await new Promise<void>((ready, failed) => {
    received = ({ kind }) => kind === "ready" && ready();
    lost = () => failed(new Error("the worker did not start"));
    thread.post({ kind: "module", module: kernels.module }, []);
  });
  thread.hold(false);

  let buffers: ArrayBuffer[] = [];
  let fields = 0;
  /** Blocks that the worker has not sent back, of whichever field. */
  let lentBlocks = 0;
  let last: Promise<void> = Promise.resolve();

  const keep = (block: Block, byteLength: number): void => {
    lentBlocks--;
    buffers.push(...block.buffers.filter((buffer) => buffer.byteLength === byteLength));
  };

  const fillTogether = async (tables: FusedTables, into: Outputs): Promise<void> => {
    const { columns, rows, precision } = tables;
    const largest = Math.floor((BLOCK_BYTES * 8) / (3 * precision * columns));
    const size = Math.max(1, Math.min(largest, Math.ceil(rows / BLOCKS)));
    const byteLength = (size * columns * precision) / 8;
    const field = ++fields;
    buffers = buffers.filter((buffer) => buffer.byteLength === byteLength);
    let next = 0;
    /** Blocks that are with the worker: where each begins and ends. */
    const away = new Map<number, number>();

    const lend = (): void => {
      if (!alive || next >= rows || lentBlocks >= AHEAD) return;
      const from = next;
      const to = (next = Math.min(rows, from + size));
      const lent = tables.wanted.filter(Boolean).map(() => buffers.pop() ?? new ArrayBuffer(byteLength));
      away.set(from, to);
      lentBlocks++;
      thread.post({ kind: "block", field, from, to, buffers: lent }, lent);
    };
    const takeBack = (block: Block): void => {
      if (block.field !== field || !away.delete(block.from)) return;
      const outputs = outputsOf(tables, block);
      into.forEach((out, i) => outputs[i] && out?.set(outputs[i], block.from * columns));
    };
    let pace = 0;
    const fillHere = (from: number, to: number): void => {
      const start = performance.now();
      fillRows(kernels, tables, from, to, into, from * columns);
      pace = performance.now() - start;
    };

    received = (message) => {
      if (!alive || message.kind !== "block") return;
      takeBack(message);
      keep(message, byteLength);
      lend();
    };
    thread.hold(true);
    thread.post({ kind: "tables", tables }, []);
    for (let i = 0; i < AHEAD; i++) lend();
    while (next < rows) {
      const from = next;
      next = Math.min(rows, from + size);
      fillHere(from, next);
      await turn();
    }
    // the worker's last blocks: one is done here while it does the other, which is worth as long a wait as it takes here
    while (away.size > 0) {
      const [from, to] = [...away][away.size - 1];
      const until = performance.now() + (away.size > 1 ? 0 : pace);
      const isWorthWaiting = (): boolean => alive && away.has(from) && performance.now() < until;
      do await turn();
      while (isWorthWaiting());
      if (away.delete(from)) fillHere(from, to);
    }
    received = (message) => message.kind === "block" && keep(message, byteLength);
    thread.hold(false);
  };

  return {
    fill: (tables, into) => (last = last.then(() => fillTogether(tables, into))),
    alive: () => alive,
    end: () => {
      alive = false;
      thread.end();
    },
  };
}

/** Lets messages in. A timer would wait for 4 ms in a page. */
function turn(): Promise<void> {
  if (typeof setImmediate === "function") return new Promise((done) => void setImmediate(done));
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      done();
    });
    port1.start();
    port2.postMessage(0);
  });
}
