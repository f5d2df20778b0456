import type { Expression } from "./expression.ts";

/** How tightly an expression holds together: 1 conditional, 2 sum, 3 product, 4 sign, 5 power, 6 atom. */
export function tightness(expression: Expression): number {
  if (expression.kind === "name") return 6;
  if (expression.kind === "number") return expression.value < 0 ? 4 : 6;
  switch (expression.function) {
    case "select":
      return 1;
    case "add":
    case "subtract":
      return 2;
    case "multiply":
    case "divide":
      return 3;
    case "negate":
      return 4;
    case "power":
      return 5;
    default:
      return 6;
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  less: "<",
  lessEqual: "<=",
  greater: ">",
  greaterEqual: ">=",
};

/** An expression as a formula that parses to it again. Names of axes stand for themselves, in `names` or not. */
export function formulaText(expression: Expression): string {
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "number") return String(expression.value);
  const { function: name, args } = expression;
  const [a, b, c] = args;
  const inner = (each: Expression, least: number): string =>
    tightness(each) < least ? `(${formulaText(each)})` : formulaText(each);
  switch (name) {
    case "add":
    case "subtract":
      return `${inner(a, 2)} ${SIGNS[name]} ${inner(b, 3)}`;
    case "multiply":
    case "divide":
      return `${inner(a, 3)} ${SIGNS[name]} ${inner(b, 4)}`;
    case "less":
    case "lessEqual":
    case "greater":
    case "greaterEqual":
      return `${inner(a, 2)} ${SIGNS[name]} ${inner(b, 2)}`;
    case "negate":
      return `-${inner(a, 5)}`;
    case "power":
      return `${inner(a, 6)}^${inner(b, 6)}`;
    case "select":
      return `${formulaText(a)} ? ${inner(b, 2)} : ${formulaText(c)}`;
    default:
      return `${name}(${args.map(formulaText).join(", ")})`;
  }
}
