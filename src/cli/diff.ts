import { namedLoss, type NamedLoss } from "../losses/lookup.ts";
import { type Apart, planeDifference, type PlaneDifference } from "../region/difference.ts";
import { inWords } from "../region/number-words.ts";
import { DIFF_HELP } from "./help.ts";
import { parametersOf, PLANE_OPTIONS, planeOf } from "./settings.ts";
import { parsedArguments, UsageError, writeOut } from "./streams.ts";

export async function diffCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    loss: { type: "string" },
    a: { type: "string" },
    b: { type: "string" },
    ...PLANE_OPTIONS,
  });
  if (values.help) {
    await writeOut("-", DIFF_HELP);
    return 0;
  }
  if (positionals.length > 0)
    throw new UsageError(`unexpected argument: ${positionals[0]}; expected --a and --b`);
  if (values.a === undefined || values.b === undefined) {
    throw new UsageError(
      "missing --a or --b; expected two variants, for example --loss circle --a detached --b attached",
    );
  }
  const { counts, frame } = planeOf(values);
  const sides = [values.a, values.b].map((name) => sideOf(values.loss, name, values.set ?? []));
  const [a, b] = sides.map(({ loss, params, gradient }) => loss.plane(params, counts, gradient));
  const difference = planeDifference(a, b, frame);
  const [left, right] = sides.map(described);
  await writeOut(
    "-",
    values.json
      ? `${JSON.stringify({ a: left, b: right, counts, frame, ...difference }, null, 2)}\n`
      : `${inSentences(left.name, right.name, difference).join("\n")}\n`,
  );
  return 0;
}

/** With --loss a variant of it (or `default`), without it a loss by its own name. */
function sideOf(
  loss: string | undefined,
  name: string,
  settings: readonly string[],
): NamedLoss & { name: string } {
  const whole = loss === undefined ? name : name === "default" ? loss : `${loss}:${name}`;
  const { loss: found } = namedLoss(whole);
  return { ...namedLoss(whole, parametersOf(found, settings)), name: whole };
}

const described = ({ name, params, gradient }: NamedLoss & { name: string }) => ({ name, params, gradient });

function inSentences(a: string, b: string, difference: PlaneDifference): string[] {
  const apart = (what: string, { largest, at, mean }: Apart, unit = ""): string =>
    largest === 0
      ? `${what}: the same everywhere.`
      : `${what}: up to ${inWords(largest)}${unit} apart, at (s_n, s_p) = (${inWords(at.sn)}, ${inWords(at.sp)}); ` +
        `${inWords(mean)}${unit} on average.`;
  return [
    `${a} against ${b}`,
    apart("Value", difference.value),
    apart("Gradient on the positive", difference.dSp),
    apart("Gradient on the negative", difference.dSn),
    apart("Direction of descent", difference.angle, "°"),
    `They agree on ${inWords(100 * difference.same)} % of the frame and pull apart by more than 90° on ` +
      `${inWords(100 * difference.opposed)} %.`,
  ];
}
