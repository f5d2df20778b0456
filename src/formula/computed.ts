import { applied, type Expression, isVariadic, numeral, substituted, VARIADIC } from "./expression.ts";
import { PRIMITIVES } from "./primitives/table.ts";

/** An expression with numbers instead of names, and every part that is a number worked out. */
export function computed(expression: Expression, numbers: ReadonlyMap<string, number>): Expression {
  const by = new Map([...numbers].map(([name, value]) => [name, numeral(value)] as const));
  return worked(substituted(expression, by));
}

function worked(each: Expression): Expression {
  if (each.kind !== "call") return each;
  const args = each.args.map(worked);
  const values = args.flatMap((arg) => (arg.kind === "number" ? [arg.value] : []));
  if (values.length === args.length) {
    const value = valueOf(each.function, values);
    if (Number.isFinite(value)) return numeral(value);
  }
  return neutral(each.function, args) ?? applied(each.function, ...args);
}

function valueOf(name: (Expression & { kind: "call" })["function"], values: readonly number[]): number {
  if (isVariadic(name)) return values.reduce((a, b) => PRIMITIVES[VARIADIC[name]](a, b));
  return (PRIMITIVES[name] as (...args: readonly number[]) => number)(...values);
}

/** x + 0, x − 0, 1 · x, x / 1 and a choice that is made are what is left of them. */
function neutral(name: string, [a, b, c]: readonly Expression[]): Expression | undefined {
  const is = (each: Expression, value: number): boolean => each.kind === "number" && each.value === value;
  switch (name) {
    case "add":
      return is(a, 0) ? b : is(b, 0) ? a : undefined;
    case "subtract":
      return is(b, 0) ? a : undefined;
    case "multiply":
      return is(a, 1) ? b : is(b, 1) ? a : undefined;
    case "divide":
      return is(b, 1) ? a : undefined;
    case "power":
      return is(b, 1) ? a : undefined;
    case "select":
      return a.kind === "number" ? (a.value === 0 ? c : b) : undefined;
    default:
      return undefined;
  }
}
