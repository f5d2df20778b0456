import { readRecipe } from "../export/recipe/read.ts";
import { minimiseFigure } from "../spec/figure.ts";
import { encodeLink } from "../spec/link.ts";
import { OPEN_HELP } from "./open-help.ts";
import { parsedArguments, readBytes, UsageError, writeOut } from "./streams.ts";

export async function openCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    output: { type: "string", short: "o" },
    link: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    await writeOut("-", OPEN_HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("missing FILE; expected a file that Marginscape saved, or -");
  if (more.length > 0) throw new UsageError(`unexpected argument: ${more[0]}; expected one file`);
  const spec = readRecipe(await readBytes(file), file === "-" ? "standard input" : file);
  const text = values.link ? `#${encodeLink(spec)}` : JSON.stringify(minimiseFigure(spec), null, 2);
  await writeOut(values.output ?? "-", `${text}\n`);
  return 0;
}
