import { pythonCode } from "../../src/formula/python.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { EXCEPTIONS, type GoldenCase, goldenPlane, MAPPING, type Ours } from "./plane-cases.ts";

/** One run of a generated module beside what the library gave. */
export interface Snippet {
  readonly id: string;
  readonly loss: string;
  readonly gradient: GradientMode;
  readonly code: string;
  readonly sp: number;
  readonly sn: number;
  readonly K: number;
  readonly L: number;
  /** What the module's value is to be multiplied by. */
  readonly factor: number;
  readonly tolerance: number;
  readonly value: number;
  /** Sums over the equal members; null where the derivative is not to be compared. */
  readonly dSp: number | null;
  readonly dSn: number | null;
}

/** Snippets for all plane cases with one positive and one negative similarity, and the ids of the others with why. */
export function pytorchSnippets(): {
  readonly snippets: readonly Snippet[];
  readonly left: readonly (readonly [id: string, why: string])[];
} {
  const golden = goldenPlane();
  const snippets: Snippet[] = [];
  const left: [string, string][] = [];
  for (const each of golden.cases) {
    const reason = reasonAgainst(each);
    if (reason === undefined) snippets.push(...snippetsOf(each, golden.losses[each.loss].tolerance));
    else left.push([each.id, reason]);
  }
  return { snippets, left };
}

function reasonAgainst(each: GoldenCase): string | undefined {
  const exception = EXCEPTIONS[each.loss] ?? EXCEPTIONS[each.id];
  if (exception !== undefined) return exception;
  if (new Set(each.sp).size !== 1 || new Set(each.sn).size !== 1)
    return "members of a side have similarities of their own";
  if (each.loss === "SoftTripleLoss" && each.params["centers_per_class"] !== 1)
    return "several centres a class";
  const { morePositives } = MAPPING[each.loss](each);
  if (morePositives) return "the library adds a positive of another similarity";
  return undefined;
}

function snippetsOf(each: GoldenCase, tolerance: number): Snippet[] {
  const ours: Ours = MAPPING[each.loss](each);
  const third = each.extra ? { closure: "fixed", spn: each.extra.spn[0] } : {};
  const { loss, params, gradient } = namedLoss(ours.name, { ...ours.params, ...third }, ours.gradient);
  const made = (mode: GradientMode, dSp: GoldenCase["dSp"], dSn: GoldenCase["dSn"]): Snippet => ({
    id: each.id,
    loss: each.loss,
    gradient: mode,
    code: pythonCode(loss, params, { dialect: "torch", gradient: mode }),
    sp: each.sp[0],
    sn: each.sn[0],
    K: each.K,
    L: each.L,
    factor: ours.factor ?? 1,
    tolerance,
    value: each.value,
    dSp: each.flags?.includes("kink") ? null : sum(dSp),
    dSn: each.flags?.includes("kink") ? null : sum(dSn),
  });
  const both = [made(gradient, each.dSp, each.dSn)];
  if (each.dSpFull && each.dSnFull) both.push(made("attached", each.dSpFull, each.dSnFull));
  return both;
}

const sum = (all: readonly (number | null)[]): number | null =>
  all.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0);
