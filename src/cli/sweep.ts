import { type SweepFormat, SWEEP_WRITERS } from "../export/sweep-file.ts";
import { InputError } from "../losses/errors.ts";
import { similarityRange } from "../plane/axis.ts";
import { MEASURE_IDS, type MeasureId } from "../region/sweep/measures.ts";
import { sweep, SWEEP_DEFAULTS, type SweepOptions } from "../region/sweep/sweep.ts";
import { minimiseLandscape } from "../spec/minimise.ts";
import { gpuOption, unlessNamed } from "./engine-option.ts";
import { presetLines } from "./figure.ts";
import { formatOf } from "./format.ts";
import { writingTo } from "./output-file.ts";
import { type PlaneSource, planeSource, SOURCE_OPTIONS } from "./plane-source.ts";
import { Progress } from "./progress.ts";
import { type Range, rangeOf } from "./ranges.ts";
import { nameAndValue } from "./settings.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";
import { SWEEP_HELP } from "./sweep-help.ts";

const FORMATS = Object.keys(SWEEP_WRITERS) as SweepFormat[];

export async function sweepCommand(args: readonly string[]): Promise<number> {
  const { json: _, ...sourceOptions } = SOURCE_OPTIONS;
  const { values, positionals } = parsedArguments(args, {
    ...sourceOptions,
    vary: { type: "string", multiple: true },
    measure: { type: "string" },
    output: { type: "string", short: "o" },
    format: { type: "string" },
    size: { type: "string" },
    threshold: { type: "string" },
    engine: { type: "string" },
    progress: { type: "boolean" },
  });
  if (values.help) {
    await writeOut("-", `${SWEEP_HELP}${presetLines()}`);
    return 0;
  }
  const { output, vary = [] } = values;
  if (vary.length < 1 || vary.length > 2)
    throw new UsageError(
      `${vary.length === 0 ? "missing" : "too many"} --vary; expected one or two, for example --vary margin=0:0.5:101`,
    );
  if (values.measure === undefined)
    throw new UsageError(`missing --measure; expected one or more of ${MEASURE_IDS.join(", ")}`);
  if (output === undefined)
    throw new UsageError("missing -o FILE; expected a .csv, .json, .npz or .npy file, or -");
  const format = formatOf(output, values.format, FORMATS, "csv");
  const measures = measuresOption(values.measure);
  checkFormat(format, output, measures.length);
  const ranges = vary.map(rangeOf);
  const set = (values.set ?? []).map((setting) => nameAndValue(setting)[0]);
  const both = ranges.find(({ name }) => set.includes(name));
  if (both) throw new UsageError(`--vary and --set both name ${both.name}; expected one of them`);
  const source = await planeSource(positionals, {
    ...values,
    set: [...(values.set ?? []), ...declaredBy(values, ranges)],
  });
  const options = { ...inFrame(source), ...gridOptions(values), vary: ranges, measures };
  const progress = new Progress("sweep", values.progress ?? false);
  const gpu = await gpuOption(values.engine, "cpu");
  const found = await sweep({ ...options, gpu, onProgress: progress.report })
    .catch(unlessNamed(values.engine, () => sweep({ ...options, onProgress: progress.report })))
    .finally(() => {
      gpu?.close();
      progress.end();
    });
  await writingTo(output, (to) => SWEEP_WRITERS[format](found, recipeOf(source, options), to));
  return 0;
}

/** What is varied need not be declared in a typed loss. */
const declaredBy = ({ formula }: { formula?: string | undefined }, ranges: readonly Range[]): string[] =>
  formula === undefined
    ? []
    : ranges
        .filter(({ name }) => name !== "K" && name !== "L")
        .map(({ name, values: [first] }) => `${name}=${first}`);

function checkFormat(format: SweepFormat, output: string, measures: number): void {
  if (format === "npy" && measures > 1)
    throw new UsageError(
      `invalid --measure: ${measures} of them; expected one, since a .npy holds one array, or a name ending in .npz`,
    );
  if (format === "npz" && output === "-")
    throw new UsageError("invalid -o: - for npz, which is not written in one go; expected a file");
}

function measuresOption(text: string): readonly MeasureId[] {
  const names = text.split(",").map((name) => name.trim());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new UsageError(`invalid --measure: ${twice} twice; expected each name once`);
  return names.map((name) => {
    const id = MEASURE_IDS.find((each) => each === name);
    if (id === undefined) throw UsageError.unknown("measure", name, MEASURE_IDS);
    return id;
  });
}

const [LEAST, MOST] = [2, 8192];

function gridOptions({ size, threshold }: { size?: string | undefined; threshold?: string | undefined }) {
  const nodes = size === undefined ? SWEEP_DEFAULTS.size : Number(size);
  if (!(Number.isInteger(nodes) && nodes >= LEAST && nodes <= MOST))
    throw new InputError(`invalid --size: ${size}; expected a whole number from ${LEAST} to ${MOST}`);
  const shortest = threshold === undefined ? SWEEP_DEFAULTS.threshold : Number(threshold);
  if (threshold?.trim() === "" || !(shortest >= 0 && Number.isFinite(shortest)))
    throw new InputError(`invalid --threshold: ${threshold}; expected a number, 0 or above`);
  return { size: nodes, threshold: shortest };
}

const inFrame = ({ loss, params, gradient, counts, axes }: PlaneSource) => ({
  loss,
  params,
  gradient,
  counts,
  frame: { sn: similarityRange(axes.negative), sp: similarityRange(axes.positive) },
});

/** What to run for the same numbers again. */
const recipeOf = ({ spec }: PlaneSource, { size, threshold }: SweepOptions): object => ({
  marginscape: __VERSION__,
  figure: minimiseLandscape(spec),
  sweep: { size, threshold, engine: { name: "analytic", precision: 64 } },
});
