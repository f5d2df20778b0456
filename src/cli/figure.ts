import { whenLoaded } from "../formula/on-demand.ts";
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

/**
 * A spec says by itself what is wrong with it, and may be put right by `--set`: it is read as it stands. What reads
 * the other files is loaded only for them.
 */
async function figureInFile(bytes: Uint8Array, source: string): Promise<FigureSpec> {
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  if (/^\s*(?:$|[{["\d]|-\d|(?:true|false|null)\s*$)/.test(text) && !text.includes('"marginscape"'))
    return whenLoaded(() => parseFigure(text));
  const { readRecipe } = await import("../export/recipe/read.ts");
  return whenLoaded(() => readRecipe(bytes, source === "-" ? "standard input" : source));
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
  return async () => {
    const spec = typed ?? (await figureFrom(source));
    return whenLoaded(() => changed(spec, values.set ?? []));
  };
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
