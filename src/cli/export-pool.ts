import { type ChildProcess, fork } from "node:child_process";
import type { ExportJob, ExportResult } from "./export-jobs.ts";
import { WORKER_COMMAND } from "./worker-command.ts";

/**
 * Writes many files with so many processes at once, and tells of each as it ends. A figure that cannot be drawn, or
 * that takes its process with it, does not stop the others.
 */
export async function exportAll(
  jobs: readonly ExportJob[],
  processes: number,
  tell: (result: ExportResult) => void,
): Promise<readonly ExportResult[]> {
  const { exportedFile } = await import("./export-worker.ts");
  const results: ExportResult[] = [];
  const note = (result: ExportResult): void => {
    results.push(result);
    tell(result);
  };
  const waiting = [...jobs];
  if (processes <= 1 || jobs.length === 1) {
    for (const job of waiting) note(await exportedFile(job));
    return results;
  }
  const count = Math.min(processes, jobs.length);
  await Promise.all(Array.from({ length: count }, () => drained(waiting, note)));
  // processes that could not start leave work behind
  for (const job of waiting.splice(0)) note(await exportedFile(job));
  return results;
}

/** A child works until nothing waits; one that dies fails its job and is replaced. */
function drained(waiting: ExportJob[], note: (result: ExportResult) => void): Promise<void> {
  return new Promise((done) => {
    let job: ExportJob | undefined;
    const child: ChildProcess = fork(process.argv[1], [WORKER_COMMAND], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.on("message", (message: ExportResult | "ready") => {
      if (message !== "ready") note(message);
      job = waiting.shift();
      if (job) child.send(job);
      else child.disconnect();
    });
    child.on("error", () => child.kill());
    child.on("exit", (code, signal) => {
      if (job === undefined) {
        done();
        return;
      }
      const reason = signal ?? `exit code ${code}`;
      note({ output: job.output, bytes: 0, milliseconds: 0, problem: `its process ended (${reason})` });
      done(waiting.length > 0 ? drained(waiting, note) : undefined);
    });
  });
}
