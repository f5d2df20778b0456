import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Output } from "../export/array-file.ts";
import { InputError } from "../losses/errors.ts";
import { reasonOf, writeOut } from "./streams.ts";

/**
 * Lets `write` fill a file, or standard output for `-`. The file gets its name only when it is whole: a failure or an
 * interruption leaves nothing, and leaves what was there before.
 */
export async function writingTo(path: string, write: (output: Output) => Promise<void>): Promise<void> {
  if (path === "-") return write({ append: (bytes) => writeOut("-", bytes) });
  try {
    if (await isStream(path)) await intoStream(path, write);
    else await intoFile(path, write);
  } catch (error) {
    if (error instanceof Error && "syscall" in error)
      throw new InputError(`cannot write ${path}: ${reasonOf(error)}`);
    throw error;
  }
}

/** A device or a pipe must not be replaced by a file. */
async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

async function intoStream(path: string, write: (output: Output) => Promise<void>): Promise<void> {
  const handle = await open(path, "w");
  try {
    await write({ append: (bytes) => writeAll(handle, bytes, null) });
  } finally {
    await handle.close();
  }
}

async function intoFile(path: string, write: (output: Output) => Promise<void>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  if ((await stat(target).catch(() => undefined))?.isDirectory())
    throw Object.assign(new Error(), { code: "EISDIR", syscall: "open" });
  const part = join(dirname(target), `.marginscape-${process.pid}-${randomBytes(4).toString("hex")}.part`);
  const handle = await open(part, "wx");
  const forget = whenInterrupted(() => rmSync(part, { force: true }));
  try {
    await write({
      append: (bytes) => writeAll(handle, bytes, null),
      place: (bytes, position) => writeAll(handle, bytes, position),
    });
    await handle.close();
    await rename(part, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    rmSync(part, { force: true });
    throw error;
  } finally {
    forget();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number | null): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const from = position === null ? null : position + at;
    at += (await handle.write(bytes, at, bytes.length - at, from)).bytesWritten;
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs `tidy` before a signal or an early exit ends the program; gives back the way to call that off. */
function whenInterrupted(tidy: () => void): () => void {
  const forget = (): void => {
    process.off("exit", tidy);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    forget();
    tidy();
    process.kill(process.pid, signal);
  };
  process.on("exit", tidy);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return forget;
}
