import { plainLabel } from "../figures/label.ts";
import { analyseRegion } from "../region/analysis.ts";
import { analysisNumbers } from "../region/analysis-numbers.ts";
import { analysisInWords } from "../region/analysis-words.ts";
import { jsonText } from "./json.ts";
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
      ? jsonText(analysisNumbers(analysis))
      : `${analysisInWords(analysis).map(plainLabel).join("\n")}\n`,
  );
  return 0;
}
