import type { Params } from "../losses/params.ts";
import type { Counts, GradientMode, Loss } from "../losses/types.ts";
import type { Axes } from "../spec/axes.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import { resolveLandscape } from "../spec/landscape.ts";
import { GRADIENTS } from "../spec/entries.ts";
import { type LandscapeSpec } from "../spec/landscape-schema.ts";
import { changedLandscape, figureFrom } from "./figure.ts";
import { LOSS_OPTIONS, lossOption } from "./loss-option.ts";
import { PLANE_OPTIONS, planeOf } from "./settings.ts";
import { UsageError } from "./streams.ts";

/** The flags that choose a loss and a frame, for commands that take a figure in their place. */
export const SOURCE_OPTIONS = {
  ...PLANE_OPTIONS,
  ...LOSS_OPTIONS,
  gradient: { type: "string" },
} as const;

interface SourceValues {
  readonly [name: string]: unknown;
  readonly loss?: string | undefined;
  readonly formula?: string | undefined;
  readonly gradient?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly K?: string | undefined;
  readonly L?: string | undefined;
  readonly sn?: string | undefined;
  readonly sp?: string | undefined;
}

/** A loss over a frame of the plane, with nothing left to guess. */
export interface PlaneSource {
  readonly loss: Loss;
  readonly params: Params;
  readonly gradient: GradientMode;
  readonly counts: Counts;
  readonly axes: Axes;
  /** The figure that shows it. */
  readonly spec: LandscapeSpec;
}

/** From a figure (file, `-` or preset), or from `--loss` or `--formula` and the flags beside it. */
export async function planeSource(words: readonly string[], values: SourceValues): Promise<PlaneSource> {
  const [figure, ...more] = words;
  if (more.length > 0) throw new UsageError(`unexpected argument: ${more[0]}; expected one figure`);
  const flag = ["loss", "formula"].find((name) => values[name] !== undefined);
  if (flag === undefined && figure === undefined)
    throw new UsageError(
      "missing figure; expected a spec file, -, the name of a preset, --loss ID or --formula TEXT",
    );
  if (flag === undefined) return ofFigure(figure, values);
  if (figure !== undefined)
    throw new UsageError(`unexpected argument: ${figure}; expected either a figure or --${flag}`);
  return ofLoss(values);
}

/** What says in a figure what these flags say beside `--loss`. */
const SETTING_OF = { K: "K", L: "L", sn: "sn.range", sp: "sp.range", gradient: "gradient" } as const;

async function ofFigure(source: string, values: SourceValues): Promise<PlaneSource> {
  for (const [flag, setting] of Object.entries(SETTING_OF)) {
    if (values[flag] !== undefined)
      throw new UsageError(`unexpected --${flag} beside a figure; expected --set ${setting}=…`);
  }
  const spec = changedLandscape(await figureFrom(source), values.set ?? []);
  const { loss, counts, axes } = resolveLandscape(spec);
  const { params, gradient } = loss;
  return { loss: figureLoss(loss), params, gradient, counts, axes, spec };
}

function ofLoss(values: SourceValues): PlaneSource {
  const { counts, frame } = planeOf(values);
  const asked = gradientOption(values.gradient);
  const { loss, params, gradient } = lossOption(values, values.loss, asked);
  const axes: Axes = {
    negative: { unit: "cosine", range: frame.sn },
    positive: { unit: "cosine", range: frame.sp },
    horizontal: "negative",
  };
  const spec: LandscapeSpec = {
    version: 1,
    loss: { id: loss.id, ...(loss.text !== undefined && { formula: loss.text }), params, gradient },
    counts,
    axes,
  };
  return { loss, params, gradient, counts, axes, spec };
}

function gradientOption(text: string | undefined): GradientMode | undefined {
  if (text === undefined) return undefined;
  const gradient = GRADIENTS.find((each) => each === text);
  if (gradient === undefined) throw UsageError.unknown("gradient", text, GRADIENTS);
  return gradient;
}
