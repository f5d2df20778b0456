import { extname } from "node:path";
import { figureJson, figureSvg, figureSvgForRaster } from "../export/figure.ts";
import { InputError, unknownName } from "../losses/errors.ts";
import { parseFigure } from "../spec/parse.ts";
import { PRESETS } from "../spec/presets.ts";
import type { FigureSpec } from "../spec/schema.ts";
import { withSetting } from "../spec/settings.ts";
import { EXPORT_HELP } from "./help.ts";
import { nameAndValue } from "./settings.ts";
import { parsedArguments, readText, UsageError, writeOut } from "./streams.ts";

const WRITERS = {
  svg: async (spec: FigureSpec) => figureSvg(spec),
  json: async (spec: FigureSpec) => figureJson(spec),
  png: async (spec: FigureSpec, scale: number) => {
    const { svgToPng } = await import("../export/png.ts");
    return svgToPng(figureSvgForRaster(spec), scale);
  },
} satisfies Record<string, (spec: FigureSpec, scale: number) => Promise<string | Uint8Array>>;

type Format = keyof typeof WRITERS;

export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    output: { type: "string", short: "o" },
    format: { type: "string" },
    set: { type: "string", multiple: true },
    scale: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    const presets = Object.entries(PRESETS).map(([name, { title }]) => `  ${name.padEnd(24)} ${title}\n`);
    await writeOut("-", `${EXPORT_HELP}\npresets:\n${presets.join("")}`);
    return 0;
  }
  const [source, ...more] = positionals;
  if (source === undefined)
    throw new UsageError("missing figure; expected a spec file, - or the name of a preset");
  if (more.length > 0) throw new UsageError(`unexpected argument: ${more[0]}; expected one figure`);
  if (values.output === undefined)
    throw new UsageError("missing -o FILE; expected a .svg, .png or .json file, or -");
  const format = formatOf(values.output, values.format);
  const scale = values.scale === undefined ? 2 : Number(values.scale);
  if (!(scale > 0)) throw new UsageError(`invalid --scale: ${values.scale}; expected a number above 0`);
  const spec = changed(await figureFrom(source), values.set ?? []);
  await writeOut(values.output, await WRITERS[format](spec, scale));
  return 0;
}

function formatOf(output: string, asked: string | undefined): Format {
  const name = asked ?? (output === "-" ? "svg" : extname(output).slice(1).toLowerCase());
  if (Object.hasOwn(WRITERS, name)) return name as Format;
  const legal = Object.keys(WRITERS);
  if (asked === undefined)
    throw new UsageError(`unknown format of ${output}; expected a name ending in .${legal.join(", .")}`);
  throw UsageError.unknown("format", name, legal);
}

/** A preset by name, else a file; a word that is neither gets the nearest preset. */
async function figureFrom(source: string): Promise<FigureSpec> {
  if (Object.hasOwn(PRESETS, source)) return PRESETS[source].spec;
  if (/^[\w-]+$/.test(source) && source !== "-") {
    const text = await readText(source).catch(() => undefined);
    if (text === undefined) throw unknownName("preset", source, Object.keys(PRESETS));
    return parseFigure(text);
  }
  return parseFigure(await readText(source));
}

function changed(spec: FigureSpec, settings: readonly string[]): FigureSpec {
  let figure: object = spec;
  for (const setting of settings) {
    const [name, text] = nameAndValue(setting);
    figure = withSetting(figure, name, text);
  }
  try {
    return parseFigure(figure);
  } catch (error) {
    if (error instanceof InputError && settings.length > 0) throw new InputError(`--set: ${error.message}`);
    throw error;
  }
}
