import { figureFacts } from "../export/figure.ts";
import type { Fact } from "../figures/prepared.ts";
import { FACTS_HELP } from "./facts-help.ts";
import { factsText } from "./facts-text.ts";
import { askedFigure, presetLines } from "./figure.ts";
import { LOSS_OPTIONS } from "./loss-option.ts";
import { parsedArguments, writeOut } from "./streams.ts";

export async function factsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    ...LOSS_OPTIONS,
    set: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    await writeOut("-", `${FACTS_HELP}${presetLines()}`);
    return 0;
  }
  const facts = figureFacts(await askedFigure(values, positionals)());
  await writeOut("-", values.json ? `${JSON.stringify(facts, tidy, 2)}\n` : factsText(facts));
  return 0;
}

/** Fifteen digits: 0.25 rather than 0.24999999999999994. What is not finite keeps its name, which JSON has no number for. */
function tidy(_: string, value: Fact): Fact {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) + 0 : String(value);
}
