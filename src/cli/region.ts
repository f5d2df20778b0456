import { plainLabel } from "../figures/label.ts";
import { analyseRegion } from "../region/analysis.ts";
import { analysisNumbers } from "../region/analysis-numbers.ts";
import { analysisInWords } from "../region/analysis-words.ts";
import { LOSS_OPTIONS, lossOption } from "./loss-option.ts";
import { REGION_HELP } from "./region-help.ts";
import { PLANE_OPTIONS, planeOf } from "./settings.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

export async function regionCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    ...LOSS_OPTIONS,
    ...PLANE_OPTIONS,
  });
  if (values.help) {
    await writeOut("-", REGION_HELP);
    return 0;
  }
  const name = values.loss ?? positionals[0];
  if (positionals.length > (values.loss === undefined ? 1 : 0)) {
    throw new UsageError(`unexpected argument: ${positionals[positionals.length - 1]}`);
  }
  const { counts, frame } = planeOf(values);
  const { loss, params } = lossOption(values, name);
  const analysis = analyseRegion(loss, params, counts, frame);
  await writeOut(
    "-",
    values.json
      ? `${JSON.stringify(analysisNumbers(analysis), tidy, 2)}\n`
      : `${analysisInWords(analysis).map(plainLabel).join("\n")}\n`,
  );
  return 0;
}

/** Fifteen digits: 0.25 rather than 0.24999999999999994. */
const tidy = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(15)) + 0 : value;
