import { watch } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";

/** Editors write a file in several steps. */
const SETTLED = 120;

/**
 * Calls `changed` for each file that was written, once it has settled, until the process is interrupted. Folders are
 * watched rather than files, because many editors put a new file in the old one's place.
 */
export function watching(files: readonly string[], changed: (file: string) => Promise<void>): Promise<void> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const soon = (file: string): void => {
    clearTimeout(timers.get(file));
    timers.set(
      file,
      setTimeout(async () => {
        // gone for a moment, or for good: there is nothing to draw
        if (await stat(file).catch(() => undefined)) await changed(file);
      }, SETTLED),
    );
  };
  const watchers = [...new Set(files.map(dirname))].map((folder) =>
    watch(folder, (_, name) => {
      for (const file of files) if (dirname(file) === folder && basename(file) === name) soon(file);
    }),
  );
  return new Promise((done) => {
    const stop = (): void => {
      for (const watcher of watchers) watcher.close();
      for (const timer of timers.values()) clearTimeout(timer);
      done();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
