import { FORMAT_IDS, writeFigure } from "../export/formats.ts";
import { plainLabel } from "../figures/label.ts";
import { InputError } from "../losses/errors.ts";
import { type NamedLoss, namedLoss } from "../losses/lookup.ts";
import type { Point } from "../losses/curves.ts";
import { UNITS } from "../region/choosing/answers.ts";
import { changeNumbers, type Change, USUAL_POINT } from "../region/choosing/change.ts";
import { changeFigure } from "../region/choosing/change-figure.ts";
import { chooseNumbers, negativesOf, situationOf } from "../region/choosing/choosing.ts";
import { answerInWords, ENGLISH } from "../region/choosing/english.ts";
import { equalSlope } from "../region/choosing/equal-slope.ts";
import type { AnswerWords } from "../region/choosing/language.ts";
import { parseFigure } from "../spec/figure.ts";
import { CHOOSE_HELP } from "./choose-help.ts";
import { formatOf } from "./format.ts";
import { jsonText } from "./json.ts";
import { LOSS_OPTIONS, lossOption } from "./loss-option.ts";
import { nameAndValue, PLANE_OPTIONS, planeOf } from "./settings.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

const OPTIONS = {
  ...LOSS_OPTIONS,
  ...PLANE_OPTIONS,
  classes: { type: "string" },
  negatives: { type: "string" },
  probability: { type: "string" },
  gap: { type: "string" },
  match: { type: "string" },
  at: { type: "string" },
  change: { type: "string" },
  output: { type: "string", short: "o" },
} as const;

type Flags = ReturnType<typeof parsedArguments<typeof OPTIONS>>["values"];

export async function chooseCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, OPTIONS);
  if (values.help) {
    await writeOut("-", CHOOSE_HELP);
    return 0;
  }
  if (positionals.length > (values.loss === undefined && values.formula === undefined ? 1 : 0))
    throw new UsageError(`unexpected argument: ${positionals[positionals.length - 1]}; expected one loss`);
  checkTogether(values);
  const chosen = lossOption(values, values.loss ?? positionals[0]);
  await (values.change === undefined ? answers(values, chosen) : change(values, chosen, values.change));
  return 0;
}

/** Flags that say nothing of what is asked are refused rather than forgotten. */
function checkTogether(values: Flags): void {
  const alone = (names: readonly (keyof Flags)[], partner: string): void => {
    const given = names.find((name) => values[name] !== undefined);
    if (given !== undefined) throw new UsageError(`--${given} ${partner}`);
  };
  if (values.change === undefined) {
    alone(["output", "K", "L", "sn", "sp"], "without --change; expected both");
    if (values.match === undefined) alone(["at"], "without --match or --change; expected one of them");
  } else
    alone(["classes", "negatives", "probability", "gap", "match"], "beside --change; expected one of them");
  if (values.classes !== undefined) alone(["negatives"], "beside --classes; expected one of them");
}

async function answers(values: Flags, chosen: NamedLoss): Promise<void> {
  const inputs = {
    ...(values.classes !== undefined && {
      negatives: negativesOf(numberOption("classes", values.classes)),
    }),
    ...(values.negatives !== undefined && { negatives: numberOption("negatives", values.negatives) }),
    ...(values.probability !== undefined && { probability: numberOption("probability", values.probability) }),
    ...(values.gap !== undefined && { gap: numberOption("gap", values.gap) }),
  };
  const situation = situationOf(chosen, inputs);
  const found = chooseNumbers(situation).map((answer) => ({ answer, words: answerInWords(answer) }));
  const match = matched(values, chosen);
  if (!values.json) {
    const all = [...found.map(({ words }) => words), ...(match ? [match.words] : [])];
    if (all.length === 0)
      all.push({ title: chosen.loss.name, sentences: ["No question here makes sense of this loss."] });
    await writeOut("-", all.map(paragraph).join("\n"));
    return;
  }
  const { negatives, probability, gap } = situation;
  await writeJson({
    ...headOf(chosen),
    inputs: { negatives, probability, gap },
    answers: found.map(({ answer: { id, numbers, settings }, words }) => ({
      id,
      ...plain(words),
      numbers,
      units: UNITS[id],
      settings,
    })),
    ...(match && { match: { ...plain(match.words), ...match.numbers } }),
  });
}

function matched({ match, at }: Flags, chosen: NamedLoss) {
  if (match === undefined) return null;
  const numbers = equalSlope(chosen, namedLoss(match), at === undefined ? "boundary" : pointOption(at));
  if (numbers === null)
    throw new InputError(
      "no boundary midway between the corners of one of the two losses; expected a point, for example --at 0.4,0.6",
    );
  return { numbers, words: ENGLISH.equalSlope(numbers) };
}

async function change(values: Flags, chosen: NamedLoss, text: string): Promise<void> {
  const { output } = values;
  const format = output === undefined ? undefined : formatOf(output, undefined, FORMAT_IDS, "svg");
  const asked: Change = {
    ...chosen,
    ...planeOf(values),
    ...changeOption(chosen, text),
    point: values.at === undefined ? USUAL_POINT : pointOption(values.at),
  };
  const numbers = changeNumbers(asked);
  if (output !== undefined && format !== undefined) {
    const { nodePlatform } = await import("../export/platform-node.ts");
    await writeOut(output, await writeFigure(parseFigure(changeFigure(asked)), format, {}, nodePlatform));
    if (output === "-") return;
  }
  const words = ENGLISH.change(numbers);
  if (values.json)
    await writeJson({ ...headOf(chosen), ...plain(words), ...numbers, figure: changeFigure(asked) });
  else await writeOut("-", paragraph(words));
}

/** `margin=0.25:0.35` */
function changeOption({ loss }: NamedLoss, text: string): Pick<Change, "param" | "from" | "to"> {
  const [param, range] = nameAndValue(text);
  const ends = range.split(":").map((end) => end.trim());
  if (ends.length !== 2 || ends.includes(""))
    throw new UsageError(`invalid --change: ${text}; expected name=from:to, for example margin=0.25:0.35`);
  const isNumber = Object.hasOwn(loss.params, param) && loss.params[param].kind === "number";
  const [from, to] = ends.map((end) => (isNumber && Number.isFinite(Number(end)) ? Number(end) : end));
  return { param, from, to };
}

function numberOption(name: string, text: string): number {
  const number = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(number)) throw new UsageError(`invalid --${name}: ${text}; expected a number`);
  return number;
}

function pointOption(text: string): Point {
  const [sn, sp, ...more] = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (more.length > 0 || !(Math.abs(sn) <= 1 && Math.abs(sp) <= 1))
    throw new UsageError(
      `invalid --at: ${text}; expected s_n,s_p with both from -1 to 1, for example 0.4,0.6`,
    );
  return { sn, sp };
}

const headOf = ({ loss, params, gradient }: NamedLoss) => ({
  loss: loss.id,
  ...(loss.text !== undefined && { formula: loss.text }),
  params,
  gradient,
});

const plain = ({ title, sentences }: AnswerWords): AnswerWords => ({
  title: plainLabel(title),
  sentences: sentences.map(plainLabel),
});

function paragraph(words: AnswerWords): string {
  const { title, sentences } = plain(words);
  return [title, ...sentences.map((sentence) => `  ${sentence}`), ""].join("\n");
}

const writeJson = (content: object): Promise<void> => writeOut("-", jsonText(content));
