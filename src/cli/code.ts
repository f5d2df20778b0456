import { forkedText } from "../formula/fork.ts";
import { gradientTex, lossTex } from "../formula/loss-tex.ts";
import { pythonCode } from "../formula/python.ts";
import { metricLearningCall } from "../formula/pytorch-metric-learning.ts";
import { InputError } from "../losses/errors.ts";
import type { NamedLoss } from "../losses/lookup.ts";
import { GRADIENTS } from "../spec/entries.ts";
import { CODE_HELP } from "./code-help.ts";
import { LOSS_OPTIONS, lossOption } from "./loss-option.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

/** What a loss can be written as; throwing `InputError` where it cannot. */
const WRITERS: Readonly<Record<string, (named: NamedLoss) => string>> = {
  torch: ({ loss, params, gradient }) => pythonCode(loss, params, { dialect: "torch", gradient }),
  numpy: ({ loss, params, gradient }) => pythonCode(loss, params, { dialect: "numpy", gradient }),
  "pytorch-metric-learning": ({ loss, params }) => {
    const call = metricLearningCall(loss, params);
    if ("refused" in call) throw new InputError(`no call into pytorch-metric-learning: ${call.refused}`);
    return call.code;
  },
  tex: (named) => texLines(named).join("\n"),
  formula: ({ loss, params, gradient }) => forkedText(loss, params, gradient),
};

export async function codeCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    ...LOSS_OPTIONS,
    set: { type: "string", multiple: true },
    gradient: { type: "string" },
    as: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    await writeOut("-", CODE_HELP);
    return 0;
  }
  if (positionals.length > 0)
    throw new UsageError(`unexpected argument: ${positionals[0]}; expected --loss or --formula, and --as`);
  const { as = "torch" } = values;
  if (!Object.hasOwn(WRITERS, as)) throw UsageError.unknown("code", as, Object.keys(WRITERS));
  const gradient = GRADIENTS.find((each) => each === values.gradient);
  if (values.gradient !== undefined && gradient === undefined)
    throw UsageError.unknown("gradient", values.gradient, GRADIENTS);
  const named = lossOption(values, values.loss, gradient);
  const text = WRITERS[as](named);
  await writeOut("-", text.endsWith("\n") ? text : `${text}\n`);
  return 0;
}

function texLines({ loss, params, gradient }: NamedLoss): string[] {
  const partials = gradientTex(loss, params, gradient);
  const by = (name: string): string => `\\frac{\\partial\\mathcal{L}}{\\partial ${name}}`;
  return [
    ...lossTex(loss, params),
    `${by("s_p")} = ${partials.dSp}`,
    `${by("s_n")} = ${partials.dSn}`,
    ...partials.where.map(({ symbol, tex }) => `${symbol} = ${tex}`),
  ];
}
