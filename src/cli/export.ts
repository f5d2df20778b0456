import { figureJson, figureSvg, figureSvgForRaster } from "../export/figure.ts";
import type { FigureSpec } from "../spec/figure.ts";
import { askedFigure, presetLines } from "./figure.ts";
import { formatOf } from "./format.ts";
import { EXPORT_HELP } from "./help.ts";
import { LOSS_OPTIONS } from "./loss-option.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

const WRITERS = {
  svg: async (spec: FigureSpec) => figureSvg(spec),
  json: async (spec: FigureSpec) => figureJson(spec),
  png: async (spec: FigureSpec, scale: number) => {
    const { svgToPng } = await import("../export/png.ts");
    return svgToPng(figureSvgForRaster(spec), scale);
  },
} satisfies Record<string, (spec: FigureSpec, scale: number) => Promise<string | Uint8Array>>;

type Format = keyof typeof WRITERS;
const FORMATS = Object.keys(WRITERS) as Format[];

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
  const format = formatOf(values.output, values.format, FORMATS, "svg");
  const scale = values.scale === undefined ? 2 : Number(values.scale);
  if (!(scale > 0)) throw new UsageError(`invalid --scale: ${values.scale}; expected a number above 0`);
  const spec = await figure();
  await writeOut(values.output, await WRITERS[format](spec, scale));
  return 0;
}
