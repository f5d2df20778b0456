import { checkedSimilarity } from "../losses/checks.ts";
import { InputError } from "../losses/errors.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Counts } from "../losses/types.ts";
import { type Case, lossOf } from "./case.ts";
import { batchResult } from "./eval-batch.ts";
import { EVAL_HELP } from "./help.ts";
import { FAILED, parsedArguments, readText, UsageError, writeOut } from "./streams.ts";

export async function evalCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, { help: { type: "boolean", short: "h" } });
  if (values.help) {
    await writeOut("-", EVAL_HELP);
    return 0;
  }
  if (positionals.length > 1)
    throw new UsageError(`unexpected argument: ${positionals[1]}; expected one file`);
  const results = casesOf(await readText(positionals[0] ?? "-")).map((read) => answered(read));
  await writeOut("-", `[${results.map((result) => `\n  ${JSON.stringify(result)}`).join(",")}\n]\n`);
  return results.some((result) => "error" in result) ? FAILED : 0;
}

/** One case, still to be read: what is wrong with one must not keep the others from being answered. */
type Read = () => unknown;

function casesOf(text: string): Read[] {
  const whole = text.trim();
  if (whole === "")
    throw new InputError("no cases: the input is empty; expected a JSON array or one case a line");
  if (whole.startsWith("[")) {
    const cases = parsed(whole);
    if (Array.isArray(cases)) return cases.map((each: unknown) => () => each);
  }
  if (!whole.includes("\n")) return [() => parsed(whole)];
  const single = attempted(() => parsed(whole));
  if (single !== undefined) return [() => single];
  return whole
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => () => parsed(line));
}

function attempted(read: Read): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`not JSON: ${(error as Error).message}`);
  }
}

function answered(read: Read): object {
  try {
    return evaluated(read());
  } catch (error) {
    if (error instanceof InputError) return { error: error.message };
    throw error;
  }
}

function evaluated(input: unknown): object {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new InputError(`invalid case: ${JSON.stringify(input)?.slice(0, 60)}; expected an object`);
  }
  const each = input as Case;
  if (each["embeddings"] !== undefined) return batchResult(each);
  return each["positives"] !== undefined || each["negatives"] !== undefined
    ? setResult(each)
    : pointResult(each);
}

function pointResult(each: Case): object {
  const { loss, params, gradient } = lossOf(each);
  const sp = checkedSimilarity(each["sp"], "sp");
  const sn = checkedSimilarity(each["sn"], "sn");
  const counts = { K: each["K"] ?? 1, L: each["L"] ?? 1 } as Counts;
  const { value, dSp, dSn } = planePoint(loss.plane(params, counts, gradient), sp, sn);
  return { value, dSp, dSn };
}

function setResult(each: Case): object {
  const { loss, params, gradient } = lossOf(each);
  const side = (name: "positives" | "negatives"): number[] => {
    const given = each[name] ?? [];
    if (!Array.isArray(given))
      throw new InputError(`invalid ${name}: ${JSON.stringify(given).slice(0, 60)}; expected an array`);
    return given as number[];
  };
  const { value, positives, negatives } = loss.evaluate(
    { positives: side("positives"), negatives: side("negatives") },
    params,
    gradient,
  );
  return { value, dSp: [...positives], dSn: [...negatives] };
}
