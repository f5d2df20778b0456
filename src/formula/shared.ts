import type { Expression } from "./expression.ts";

/** How many calls and roots use each call below the roots; x + x and x · x use x once, as 2x and x². */
export function usesOf(roots: readonly Expression[]): Map<Expression, number> {
  const uses = new Map<Expression, number>();
  const visit = (each: Expression): void => {
    if (each.kind !== "call") return;
    const known = uses.get(each) ?? 0;
    uses.set(each, known + 1);
    if (known === 0) new Set(each.args).forEach(visit);
  };
  roots.forEach(visit);
  return uses;
}

/** The calls below the roots, each after those inside it. */
export function innerFirst(roots: readonly Expression[]): Expression[] {
  const found = new Set<Expression>();
  const visit = (each: Expression): void => {
    if (each.kind !== "call" || found.has(each)) return;
    each.args.forEach(visit);
    found.add(each);
  };
  roots.forEach(visit);
  return [...found];
}

/** Conditions make poor names. */
const CONDITIONS: readonly string[] = ["less", "lessEqual", "greater", "greaterEqual"];

/**
 * The calls that deserve a name, inner ones first: those that `always` names, and those that are used more than once
 * and have more nodes than `longest` says, a named part in them counted as one.
 */
export function namedParts(
  roots: readonly Expression[],
  always: ReadonlyMap<Expression, string>,
  longest: (each: Expression & { kind: "call" }) => number,
): Expression[] {
  const uses = usesOf(roots);
  const sizes = new Map<Expression, number>();
  const named: Expression[] = [];
  for (const each of innerFirst(roots)) {
    if (each.kind !== "call") continue;
    const size = each.args.reduce((sum, arg) => sum + (sizes.get(arg) ?? 1), 1);
    const isShared = (uses.get(each) ?? 0) > 1 && size > longest(each) && !CONDITIONS.includes(each.function);
    if (isShared || always.has(each)) named.push(each);
    sizes.set(each, isShared || always.has(each) ? 1 : size);
  }
  return named;
}
