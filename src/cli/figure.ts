import { readRecipe } from "../export/recipe/read.ts";
import { InputError, unknownName } from "../losses/errors.ts";
import { type FigureSpec, isLandscape, parseFigure } from "../spec/figure.ts";
import type { LandscapeSpec } from "../spec/landscape-schema.ts";
import { PRESETS } from "../spec/presets.ts";
import { withSetting } from "../spec/settings.ts";
import { figureOfLoss, type LossFlags } from "./loss-option.ts";
import { nameAndValue } from "./settings.ts";
import { readBytes, UsageError } from "./streams.ts";

/** A preset by name, else a file that has or carries a figure; a word that is neither gets the nearest preset. */
export async function figureFrom(source: string): Promise<FigureSpec> {
  if (Object.hasOwn(PRESETS, source)) return PRESETS[source].spec;
  if (/^[\w-]+$/.test(source) && source !== "-") {
    const bytes = await readBytes(source).catch(() => undefined);
    if (bytes === undefined) throw unknownName("preset", source, Object.keys(PRESETS));
    return figureInFile(bytes, source);
  }
  return figureInFile(await readBytes(source), source);
}

/** A spec says by itself what is wrong with it; of other files the name says more. */
function figureInFile(bytes: Uint8Array, source: string): FigureSpec {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("utf8").trimStart();
  const text = /^[{["\w-]|^$/.test(start) && !start.startsWith("GIF8") && !start.startsWith("%");
  return text ? figureOfText(bytes) : readRecipe(bytes, source === "-" ? "standard input" : source);
}

function figureOfText(bytes: Uint8Array): FigureSpec {
  const text = Buffer.from(bytes).toString("utf8");
  return text.includes('"marginscape"') ? readRecipe(bytes) : parseFigure(text);
}

/**
 * The one figure that a call asks for, by a word or by a loss, with its `--set`s. Throws `UsageError` for none or
 * two; what it finds is read when it is asked.
 */
export function askedFigure(values: LossFlags, positionals: readonly string[]): () => Promise<FigureSpec> {
  const [source, ...more] = positionals;
  const typed = figureOfLoss(values);
  if (source === undefined && typed === undefined)
    throw new UsageError(
      "missing figure; expected a spec file, -, the name of a preset, --loss or --formula",
    );
  if (source !== undefined && typed !== undefined)
    throw new UsageError(`unexpected argument: ${source}; expected either a figure or a loss`);
  if (more.length > 0) throw new UsageError(`unexpected argument: ${more[0]}; expected one figure`);
  return async () => changed(typed ?? (await figureFrom(source)), values.set ?? []);
}

/** A figure with each `name=value` of `--set` put in. */
export function changed(spec: FigureSpec, settings: readonly string[]): FigureSpec {
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

/** A landscape with each `name=value` of `--set` put in, for commands that need the field of one loss. */
export function changedLandscape(spec: FigureSpec, settings: readonly string[]): LandscapeSpec {
  const landscape = changed(spec, settings);
  if (isLandscape(landscape)) return landscape;
  throw new InputError(
    `invalid figure: of kind ${landscape.kind}; expected a landscape, the field of one loss`,
  );
}

/** The presets as lines of a help text. */
export const presetLines = (): string =>
  `\npresets:\n${Object.entries(PRESETS)
    .map(([name, { title }]) => `  ${name.padEnd(24)} ${title}\n`)
    .join("")}`;
