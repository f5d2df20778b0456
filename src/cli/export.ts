import { FORMAT_IDS, writeFigure } from "../export/formats.ts";
import { askedFigure, presetLines } from "./figure.ts";
import { formatOf } from "./format.ts";
import { EXPORT_HELP } from "./help.ts";
import { LOSS_OPTIONS } from "./loss-option.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    output: { type: "string", short: "o" },
    format: { type: "string" },
    ...LOSS_OPTIONS,
    set: { type: "string", multiple: true },
    scale: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    await writeOut("-", `${EXPORT_HELP}${presetLines()}`);
    return 0;
  }
  const figure = askedFigure(values, positionals);
  if (values.output === undefined)
    throw new UsageError("missing -o FILE; expected a .svg, .png or .json file, or -");
  const format = formatOf(values.output, values.format, FORMAT_IDS, "svg");
  const scale = values.scale === undefined ? 2 : Number(values.scale);
  if (!(scale > 0)) throw new UsageError(`invalid --scale: ${values.scale}; expected a number above 0`);
  const spec = await figure();
  const { nodePlatform } = await import("../export/platform-node.ts");
  await writeOut(values.output, await writeFigure(spec, format, { scale }, nodePlatform));
  return 0;
}
