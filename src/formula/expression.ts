import type { PrimitiveName } from "./primitives/table.ts";

/** Functions of any number of arguments, as they are written; in a graph they become pairs. */
export const VARIADIC = { min: "min", max: "max", logSumExp: "logAddExp" } as const satisfies Record<
  string,
  PrimitiveName
>;
export type Variadic = keyof typeof VARIADIC;

export const isVariadic = (name: string): name is Variadic => Object.hasOwn(VARIADIC, name);

/** A formula as it is written, without brackets: what TeX, text and Python are made from. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "call";
      readonly function: PrimitiveName | Variadic;
      readonly args: readonly Expression[];
    };

export const numeral = (value: number): Expression => ({ kind: "number", value });
export const named = (name: string): Expression => ({ kind: "name", name });
export const applied = (name: PrimitiveName | Variadic, ...args: readonly Expression[]): Expression => ({
  kind: "call",
  function: name,
  args,
});

/** Nodes of the tree, a shared branch counted as often as it occurs; stops counting beyond `limit`. */
export function sizeOf(expression: Expression, limit = Infinity): number {
  const sizes = new Map<Expression, number>();
  const size = (each: Expression): number => {
    if (each.kind !== "call") return 1;
    const known = sizes.get(each);
    if (known !== undefined) return known;
    let sum = 1;
    for (const arg of each.args) {
      sum += size(arg);
      if (sum > limit) break;
    }
    sizes.set(each, sum);
    return sum;
  };
  return size(expression);
}

/** Levels of the deepest branch. */
export function depthOf(expression: Expression): number {
  const depths = new Map<Expression, number>();
  const depth = (each: Expression): number => {
    if (each.kind !== "call") return 1;
    const known = depths.get(each) ?? 1 + Math.max(...each.args.map(depth));
    depths.set(each, known);
    return known;
  };
  return depth(expression);
}

/** Every name that occurs. */
export function namesIn(expression: Expression, found: Set<string> = new Set()): Set<string> {
  const seen = new Set<Expression>();
  const visit = (each: Expression): void => {
    if (each.kind === "name") found.add(each.name);
    if (each.kind !== "call" || seen.has(each)) return;
    seen.add(each);
    each.args.forEach(visit);
  };
  visit(expression);
  return found;
}

/** The expression with names replaced; branches that are shared stay shared. */
export function substituted(expression: Expression, by: ReadonlyMap<string, Expression>): Expression {
  const done = new Map<Expression, Expression>();
  const replace = (each: Expression): Expression => {
    if (each.kind === "number") return each;
    if (each.kind === "name") return by.get(each.name) ?? each;
    const known = done.get(each);
    if (known !== undefined) return known;
    const args = each.args.map(replace);
    const result = args.every((arg, i) => arg === each.args[i]) ? each : { ...each, args };
    done.set(each, result);
    return result;
  };
  return replace(expression);
}
