import { basename, join } from "node:path";
import { FORMATS, type Format, type FormatId } from "../export/formats.ts";
import { PRESETS } from "../spec/presets.ts";
import type { LookFlags } from "./export-options.ts";
import { UsageError } from "./streams.ts";

/** One file to be written: what `export-worker.ts` gets as a message. */
export interface ExportJob {
  /** A preset, or a file with a figure in it. */
  readonly source: string;
  readonly format: FormatId;
  readonly output: string;
  readonly flags: LookFlags;
}

/** What became of a job. */
export interface ExportResult {
  readonly output: string;
  /** Why there is no such file; nothing where there is. */
  readonly problem?: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

/**
 * Every source in every format, each with a name of its own in `folder`. Throws `UsageError` for two sources that
 * would write the same file.
 */
export function exportJobs(
  sources: readonly string[],
  formats: readonly FormatId[],
  folder: string,
  flags: LookFlags,
): ExportJob[] {
  const writer = new Map<string, string>();
  return sources.flatMap((source) =>
    formats.map((format) => {
      const output = join(folder, `${stemOf(source)}.${endingOf(format, formats)}`);
      const other = writer.get(output);
      if (other !== undefined)
        throw new UsageError(`${other} and ${source} would both write ${output}; expected different names`);
      writer.set(output, source);
      return { source, format, output, flags };
    }),
  );
}

const stemOf = (source: string): string =>
  Object.hasOwn(PRESETS, source) ? source : basename(source).replace(/(?<=.)\.[^.]*$/, "");

/** Two formats of a call may have one extension. */
function endingOf(format: FormatId, formats: readonly FormatId[]): string {
  const extensionOf = (id: FormatId): string => (FORMATS[id] as Format).extension;
  const extension = extensionOf(format);
  const first = formats.find((id) => extensionOf(id) === extension);
  return first === format ? extension : `${format}.${extension}`;
}
