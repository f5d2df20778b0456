import { bibtex } from "../losses/bibtex.ts";
import { LOSSES } from "../losses/index.ts";
import type { ParamSpec } from "../losses/params.ts";
import type { Loss } from "../losses/types.ts";
import { LIST_HELP } from "./help.ts";
import { LOSS_OPTIONS, lossOption } from "./loss-option.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

export async function listCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    ...LOSS_OPTIONS,
    set: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    await writeOut("-", LIST_HELP);
    return 0;
  }
  if (positionals.length > 0)
    throw new UsageError(`unexpected argument: ${positionals[0]}; expected options only`);
  const one = values.loss !== undefined || values.formula !== undefined;
  if (!one && values.set !== undefined)
    throw new UsageError("--set without a loss; expected --loss or --formula");
  const losses = one ? [lossOption(values).loss] : LOSSES;
  await writeOut(
    "-",
    values.json ? `${JSON.stringify(losses.map(lossEntry), null, 2)}\n` : losses.map(lossLines).join("\n"),
  );
  return 0;
}

const lossEntry = (loss: Loss) => ({
  id: loss.id,
  name: loss.name,
  family: loss.family,
  scope: loss.scope,
  aliases: loss.aliases,
  similarity: loss.similarity,
  gradient: loss.gradient,
  detaches: loss.detaches,
  params: Object.entries(loss.params).map(([id, spec]) => paramEntry(id, spec)),
  variants: Object.entries(loss.variants).map(([name, variant]) => ({ name, ...variant })),
  pitfalls: loss.pitfalls,
  formula: loss.formula({}),
  ...(loss.text === undefined ? { source: loss.source, bibtex: bibtex(loss.source) } : { text: loss.text }),
});

function paramEntry(id: string, spec: ParamSpec) {
  const { symbol, label, effect } = spec;
  const head = { id, symbol, label, default: spec.default };
  return spec.kind === "choice"
    ? { ...head, options: spec.options, effect }
    : {
        ...head,
        min: spec.min,
        max: spec.max,
        slider: spec.slider,
        scale: spec.scale,
        ...(spec.whole && { whole: true }),
        effect,
      };
}

function lossLines(loss: Loss): string {
  const params = Object.entries(loss.params).map(([id, spec]) =>
    spec.kind === "choice"
      ? `    ${id} = ${spec.default}   one of ${spec.options.join(", ")}`
      : `    ${id} = ${spec.default}   ${spec.min} to ${spec.max}   ${spec.symbol}, ${spec.label}`,
  );
  const variants = Object.keys(loss.variants);
  return [
    `${loss.id}   ${loss.name} · ${loss.family} · ${loss.scope}`,
    ...params,
    ...(variants.length > 0 ? [`    variants: ${variants.join(", ")}`] : []),
    "",
  ].join("\n");
}
