import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../losses/errors.ts";
import type { ExportJob, ExportResult } from "./export-jobs.ts";
import { figureFrom } from "./figure.ts";
import { writingTo } from "./output-file.ts";
import { UsageError } from "./streams.ts";
import { writtenFigure } from "./written-figure.ts";

/** Writes one file; a figure that cannot be drawn is a result too. */
export async function exportedFile({ source, format, output, flags }: ExportJob): Promise<ExportResult> {
  const start = performance.now();
  const ended = (bytes: number, problem?: string): ExportResult => ({
    output,
    bytes,
    milliseconds: performance.now() - start,
    ...(problem !== undefined && { problem }),
  });
  try {
    const file = await writtenFigure(await figureFrom(source), format, flags);
    await mkdir(dirname(output), { recursive: true });
    await writingTo(output, async ({ append }) => append(file));
    return ended(file.length);
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return ended(0, error.message);
    throw error;
  }
}

/** A process that writes the files its parent names, one after the other, until the parent lets go. */
export function exportWorker(): Promise<number> {
  return new Promise((done) => {
    process.on("message", (job: ExportJob) => {
      exportedFile(job).then(
        (result) => process.send?.(result),
        (error: Error) =>
          process.send?.({
            output: job.output,
            bytes: 0,
            milliseconds: 0,
            problem: `failed: ${error.message}`,
          }),
      );
    });
    process.on("disconnect", () => done(0));
    process.send?.("ready");
  });
}
