import { GRID_WRITERS, type GridFormat, type GridLayout, type GridWriter } from "../export/grid-file.ts";
import type { Output } from "../export/array-file.ts";
import { nodesOf, placed, type PlacedAxis } from "../plane/axis.ts";
import type { EngineInfo, Field, Numbers } from "../plane/field.ts";
import { gpuTiles } from "../plane/webgpu/tiles.ts";
import { analyticTiles, fieldTiles, type GridRequest, type TileEngine } from "../plane/field-tiles.ts";
import { CHANNELS_OF, finiteRange, quantityNumbers } from "../plane/quantity.ts";
import { minimiseLandscape } from "../spec/minimise.ts";
import type { QuantityId } from "../spec/quantities.ts";
import { gpuOption, unlessNamed } from "./engine-option.ts";
import { presetLines } from "./figure.ts";
import { formatOf } from "./format.ts";
import { channelsOption, precisionOption, sizeOption } from "./grid-options.ts";
import { GRID_HELP } from "./grid-help.ts";
import { writingTo } from "./output-file.ts";
import { type PlaneSource, planeSource, SOURCE_OPTIONS } from "./plane-source.ts";
import { Progress } from "./progress.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

const FORMATS = Object.keys(GRID_WRITERS) as GridFormat[];

export async function gridCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    ...SOURCE_OPTIONS,
    output: { type: "string", short: "o" },
    format: { type: "string" },
    size: { type: "string" },
    channels: { type: "string" },
    precision: { type: "string" },
    engine: { type: "string" },
    progress: { type: "boolean" },
  });
  if (values.help) {
    await writeOut("-", `${GRID_HELP}${presetLines()}`);
    return 0;
  }
  const { output } = values;
  if (output === undefined) throw new UsageError("missing -o FILE; expected a .npy, .npz or .csv file, or -");
  const format = formatOf(output, values.format, FORMATS, "npy");
  const source = await planeSource(positionals, values);
  const isFigure = values.loss === undefined && values.formula === undefined;
  const usual = isFigure ? (source.spec.quantity ?? "loss") : "value";
  const channels = channelsOption(values.channels ?? usual);
  checkTogether(format, output, channels.length, values.json ?? false);
  const [columns, rows] = sizeOption(values.size ?? String(source.spec.samples ?? 256));
  // a GPU computes in single precision: unless that is asked for, or the GPU itself, the CPU it is
  const precision = precisionOption(values.precision ?? (values.engine === "webgpu" ? "32" : "64"));
  const wanted: Wanted = { source, channels, columns, rows, precision };
  const gpu =
    precision === 32
      ? await gpuOption(values.engine)
      : await gpuOption(values.engine === "auto" ? "cpu" : values.engine, "cpu");
  const progress = new Progress("grid", values.progress ?? false);
  let made: Made | undefined;
  const write = (engine: TileEngine) =>
    writingTo(output, async (to) => {
      made = await writeGrid(wanted, engine, GRID_WRITERS[format], to, progress.report);
    });
  try {
    await (gpu
      ? write(gpuTiles(gpu)).catch(unlessNamed(values.engine, () => write(analyticTiles)))
      : write(analyticTiles));
  } finally {
    gpu?.close();
    progress.end();
  }
  if (made === undefined) return 0;
  for (const [name, { masked }] of Object.entries(made.channels)) {
    if (masked > 0)
      process.stderr.write(`${name}: ${masked} of ${columns * rows} cells are not finite (masked)\n`);
  }
  if (values.json) await writeOut("-", `${JSON.stringify({ file: output, format, ...made }, null, 2)}\n`);
  return 0;
}

function checkTogether(format: GridFormat, output: string, channels: number, json: boolean): void {
  if (format === "npy" && channels > 1)
    throw new UsageError(
      `invalid --channels: ${channels} of them; expected one, since a .npy holds one array, or a name ending in .npz`,
    );
  if (output !== "-") return;
  if (format === "npz")
    throw new UsageError("invalid -o: - for npz, which is not written in one go; expected a file");
  if (json) throw new UsageError("unexpected --json beside -o -; expected a file for the grid");
}

interface Wanted {
  readonly source: PlaneSource;
  readonly channels: ReturnType<typeof channelsOption>;
  readonly columns: number;
  readonly rows: number;
  readonly precision: 64 | 32;
}

/** What can be said of the grid as written. */
interface Made {
  readonly columns: number;
  readonly rows: number;
  readonly precision: 64 | 32;
  readonly engine: EngineInfo;
  readonly channels: Readonly<Record<string, { masked: number; low: number; high: number }>>;
}

async function writeGrid(
  wanted: Wanted,
  engine: TileEngine,
  makeWriter: (layout: GridLayout, output: Output) => Promise<GridWriter>,
  output: Output,
  onProgress: (done: number, total: number) => void,
): Promise<Made | undefined> {
  const { source, channels, columns, rows, precision } = wanted;
  const request: GridRequest = {
    ...source,
    columns,
    rows,
    channels: [...new Set(channels.flatMap(([, quantity]) => CHANNELS_OF[quantity]))],
  };
  const found = Object.fromEntries(
    channels.map(([name]) => [name, { masked: 0, low: Infinity, high: -Infinity }]),
  );
  const inBand = bandNumbers(precision);
  let [writer, made]: [GridWriter?, Made?] = [];
  let done = 0;
  for await (const band of fieldTiles(request, engine)) {
    made ??= { columns, rows, precision, engine: band.engine, channels: found };
    writer ??= await makeWriter(layoutOf(wanted, band.engine), output);
    const arrays = channels.map(([name, quantity]) => inBand(band, name, quantity));
    channels.forEach(([name], i) => gather(found[name], arrays[i]));
    await writer.add(arrays);
    onProgress((done += band.rows), rows);
  }
  await writer?.finish();
  return made;
}

/** The numbers of a quantity over a band, in the file's precision; memory is used again from band to band. */
function bandNumbers(precision: 64 | 32) {
  const kept = new Map<string, Float64Array>();
  return (band: Field, name: string, quantity: QuantityId): Numbers => {
    const old = kept.get(name);
    const cells = band.columns * band.rows;
    const out = old?.length === cells ? old : new Float64Array(cells);
    kept.set(name, out);
    const numbers = quantityNumbers(band, quantity, out);
    return precision === 32 && numbers instanceof Float64Array ? new Float32Array(numbers) : numbers;
  };
}

function gather(all: { masked: number; low: number; high: number }, numbers: Numbers): void {
  const { masked, low, high } = finiteRange(numbers);
  all.masked += masked;
  all.low = Math.min(all.low, low);
  all.high = Math.max(all.high, high);
}

function layoutOf({ source, channels, columns, rows, precision }: Wanted, engine: EngineInfo): GridLayout {
  const { horizontal, vertical } = placed(source.axes);
  const names = channels.map(([name]) => name);
  const alongAxis = (axis: PlacedAxis, count: number) =>
    ({ name: axis.similarity === "negative" ? "s_n" : "s_p", nodes: nodesOf(axis, count) }) as const;
  const recipe = JSON.stringify({
    marginscape: __VERSION__,
    figure: minimiseLandscape(source.spec),
    grid: { columns, rows, channels: names, precision, engine },
  });
  return { names, across: alongAxis(horizontal, columns), up: alongAxis(vertical, rows), precision, recipe };
}
