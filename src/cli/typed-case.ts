import { declarationText } from "../formula/fork.ts";
import { InputError, shown } from "../losses/errors.ts";
import type { Params } from "../losses/params.ts";

const PARTS = {
  loss: "loss",
  plane: "loss",
  z: "z",
  positive: "A_p",
  negative: "A_n",
  A_p: "A_p",
  A_n: "A_n",
  link: "link",
  coupling: "coupling",
} as const;

/** A case's `formula` and `params` as one text and the numbers beside it. Throws `InputError`. */
export function typedCase(formula: unknown, params: object): { text: string; numbers: Params } {
  const declarations: string[] = [];
  const numbers: Record<string, number> = {};
  for (const [name, given] of Object.entries(params)) {
    if (typeof given === "number") numbers[name] = given;
    else declarations.push(declared(name, given));
  }
  return { text: [...declarations, ...linesOf(formula)].join("\n"), numbers };
}

function linesOf(formula: unknown): string[] {
  if (typeof formula === "string") return [formula];
  if (Array.isArray(formula) && formula.every((line) => typeof line === "string")) return formula;
  if (typeof formula !== "object" || formula === null || Array.isArray(formula))
    throw new InputError(`invalid formula: ${shown(formula)}; expected text, lines, or an object of parts`);
  return Object.entries(formula).map(([part, text]) => {
    if (!Object.hasOwn(PARTS, part))
      throw new InputError(
        `invalid formula.${part.slice(0, 40)}; expected one of ${Object.keys(PARTS).join(", ")}`,
      );
    if (typeof text !== "string")
      throw new InputError(`invalid formula.${part}: ${shown(text)}; expected text`);
    return `${PARTS[part as keyof typeof PARTS]} = ${text}`;
  });
}

/** `{"default": 0.25, "min": 0, "max": 1, "scale": "linear"}` */
function declared(name: string, given: unknown): string {
  const spec = given as { default?: unknown; min?: unknown; max?: unknown; scale?: unknown } | null;
  const { default: value, min, max, scale = "linear" } = spec ?? {};
  const isRange = typeof min === "number" && typeof max === "number";
  if (
    typeof value !== "number" ||
    !isRange ||
    (scale !== "linear" && scale !== "log") ||
    !/^[A-Za-z]\w*$/.test(name)
  ) {
    throw new InputError(
      `invalid params.${name.slice(0, 40)}: ${shown(given)}; expected a number, or {"default", "min", "max", "scale"}`,
    );
  }
  return declarationText(name, { default: value, min, max, scale });
}
