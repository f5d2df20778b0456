import { extname } from "node:path";
import { UsageError } from "./streams.ts";

/** The format that a call asks for, or the one that the name of its file says; `usual` for standard output. */
export function formatOf<const Format extends string>(
  output: string,
  asked: string | undefined,
  legal: readonly Format[],
  usual: Format,
): Format {
  const name = asked ?? (output === "-" ? usual : extname(output).slice(1).toLowerCase());
  const format = legal.find((each) => each === name);
  if (format !== undefined) return format;
  if (asked === undefined)
    throw new UsageError(`unknown format of ${output}; expected a name ending in .${legal.join(", .")}`);
  throw UsageError.unknown("format", name, legal);
}
