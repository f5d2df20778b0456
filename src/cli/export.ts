import { availableParallelism } from "node:os";
import { FORMAT_IDS, type FormatId } from "../export/formats.ts";
import { PRESETS } from "../spec/presets.ts";
import { EXPORT_HELP } from "./export-help.ts";
import { exportJobs, type ExportJob, type ExportResult } from "./export-jobs.ts";
import { checkLook, LOOK_OPTIONS, writeOptions } from "./export-options.ts";
import { askedFigure, presetLines } from "./figure.ts";
import { formatOf } from "./format.ts";
import { LOSS_OPTIONS } from "./loss-option.ts";
import { FAILED, parsedArguments, UsageError, writeOut } from "./streams.ts";
import { writtenFigure } from "./written-figure.ts";

const OPTIONS = {
  output: { type: "string", short: "o" },
  format: { type: "string" },
  "out-dir": { type: "string" },
  jobs: { type: "string", short: "j" },
  watch: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  ...LOSS_OPTIONS,
  ...LOOK_OPTIONS,
  help: { type: "boolean", short: "h" },
} as const;

type Flags = ReturnType<typeof parsedArguments<typeof OPTIONS>>["values"];

export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, OPTIONS);
  if (values.help) {
    await writeOut("-", `${EXPORT_HELP}${presetLines()}`);
    return 0;
  }
  checkLook(values);
  if (values["out-dir"] !== undefined) return many(values, positionals, values["out-dir"]);
  if (positionals.length > 1 || values.watch || values.format?.includes(","))
    throw new UsageError(
      "missing --out-dir FOLDER; expected one for several figures or formats, and to watch",
    );
  return one(values, positionals);
}

async function one(values: Flags, positionals: readonly string[]): Promise<number> {
  const figure = askedFigure({ ...values, set: [] }, positionals);
  if (values.output === undefined)
    throw new UsageError(`missing -o FILE; expected a name ending in .${FORMAT_IDS.join(", .")}, or -`);
  const format = formatOf(values.output, values.format, FORMAT_IDS, "svg");
  writeOptions(values);
  await writeOut(values.output, await writtenFigure(await figure(), format, values));
  // what is written is written: to take the program apart takes as long as to draw some figures
  process.exit(0);
}

/** Several figures or formats: a bad one does not stop the rest. */
async function many(values: Flags, sources: readonly string[], folder: string): Promise<number> {
  if (values.output !== undefined) throw new UsageError("-o beside --out-dir; expected one");
  if (values.loss !== undefined || values.formula !== undefined)
    throw new UsageError(
      "--loss and --formula make one figure; expected spec files or presets with --out-dir",
    );
  if (sources.length === 0) throw new UsageError("missing figures; expected spec files or names of presets");
  writeOptions(values);
  const jobs = exportJobs(sources, formatsOf(values.format), folder, values);
  const processes = processCount(values.jobs);
  const { exportAll } = await import("./export-pool.ts");
  const start = performance.now();
  let done = 0;
  const tell = (result: ExportResult): void => {
    done++;
    if (result.problem !== undefined)
      process.stderr.write(`marginscape: ${result.output}: ${result.problem}\n`);
    else if (!values.quiet) process.stderr.write(`[${done}/${jobs.length}] ${written(result)}\n`);
  };
  const failures = (await exportAll(jobs, processes, tell)).filter(({ problem }) => problem !== undefined);
  if (!values.quiet)
    process.stderr.write(
      `${jobs.length - failures.length} written, ${failures.length} failed, ${seconds(performance.now() - start)}\n`,
    );
  if (values.watch) {
    await watchSources(jobs, values.quiet ?? false);
    return 0;
  }
  return failures.length > 0 ? FAILED : 0;
}

const written = ({ output, bytes, milliseconds }: ExportResult): string =>
  `${output} (${(bytes / 1024).toFixed(0)} KB, ${seconds(milliseconds)})`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

async function watchSources(jobs: readonly ExportJob[], quiet: boolean): Promise<void> {
  const files = [...new Set(jobs.map(({ source }) => source))].filter(
    (source) => !Object.hasOwn(PRESETS, source),
  );
  if (files.length === 0) throw new UsageError("nothing to watch; expected spec files with --watch");
  const [{ watching }, { exportedFile }] = await Promise.all([
    import("./export-watch.ts"),
    import("./export-worker.ts"),
  ]);
  process.stderr.write(
    `watching ${files.length === 1 ? files[0] : `${files.length} files`}; Ctrl+C ends it\n`,
  );
  await watching(files, async (file) => {
    for (const job of jobs.filter(({ source }) => source === file)) {
      const result = await exportedFile(job);
      if (result.problem !== undefined) process.stderr.write(`marginscape: ${file}: ${result.problem}\n`);
      else if (!quiet) process.stderr.write(`${written(result)}\n`);
    }
  });
}

function formatsOf(text = "svg"): readonly FormatId[] {
  const names = [...new Set(text.split(",").map((name) => name.trim()))];
  return names.map((name) => {
    const format = FORMAT_IDS.find((id) => id === name);
    if (format === undefined) throw UsageError.unknown("format", name, FORMAT_IDS);
    return format;
  });
}

function processCount(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const count = Number(text);
  if (!(Number.isInteger(count) && count >= 1 && count <= 64))
    throw new UsageError(`invalid --jobs: ${text}; expected a whole number from 1 to 64`);
  return count;
}
