import { openedFigure, type OpenedFigure } from "../export/recipe/read.ts";
import { minimiseFigure } from "../spec/figure.ts";
import { encodeLink } from "../spec/link.ts";
import { OPEN_HELP } from "./open-help.ts";
import { parsedArguments, readBytes, UsageError, writeOut } from "./streams.ts";

export async function openCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    output: { type: "string", short: "o" },
    link: { type: "boolean" },
    base: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    await writeOut("-", OPEN_HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("missing FILE; expected a file that Marginscape saved, or -");
  if (more.length > 0) throw new UsageError(`unexpected argument: ${more[0]}; expected one file`);
  if (values.link && values.json)
    throw new UsageError("--link beside --json, which has the link; expected one");
  if (values.base !== undefined && !values.link && !values.json)
    throw new UsageError("--base without a link; expected --link or --json beside it");
  const base = checkedAddress(values.base);
  const opened = openedFigure(await readBytes(file), file === "-" ? "standard input" : file);
  const text = values.json
    ? everything(opened, file, base)
    : values.link
      ? linkTo(opened, base)
      : specOf(opened);
  await writeOut(values.output ?? "-", `${text}\n`);
  return 0;
}

const specOf = ({ figure }: OpenedFigure): string => JSON.stringify(minimiseFigure(figure), null, 2);

/** The explorer's address, if one is given. */
function checkedAddress(base: string | undefined): string | undefined {
  if (base === undefined || URL.canParse(base)) return base;
  throw new UsageError(`invalid --base: ${base}; expected an address, such as http://127.0.0.1:4173/`);
}

function linkTo({ figure }: OpenedFigure, base: string | undefined): string {
  const link = `#${encodeLink(figure)}`;
  return base === undefined ? link : new URL(link, base).href;
}

/** All that the file says, on one line. */
const everything = (opened: OpenedFigure, file: string, base: string | undefined): string =>
  JSON.stringify({
    file,
    format: opened.kind,
    ...(opened.by !== undefined && { marginscape: opened.by }),
    link: linkTo(opened, base),
    figure: minimiseFigure(opened.figure),
  });
