import * as v from "valibot";
import { InputError } from "../losses/errors.ts";
import type { GradientMode } from "../losses/types.ts";
import { GRADIENTS, listOf, objectOf, oneOf, type Readable, similarity, whole, within } from "./entries.ts";

export const PATH_METHODS = ["flow", "steps"] as const;

const path = objectOf(
  {
    from: objectOf({ sn: similarity, sp: similarity }, "expected {sn, sp} with both from -1 to 1"),
    /** Which gradient it follows; the one that the figure shows unless given. */
    field: v.exactOptional(oneOf(GRADIENTS)),
    /** `flow`: against the gradient without end; `steps`: gradient descent. By steps where a rate or number is given. */
    method: v.exactOptional(oneOf(PATH_METHODS)),
    /** Similarities per unit of the gradient. */
    learningRate: v.exactOptional(within(1e-9, 1e3)),
    steps: v.exactOptional(whole(1, 5000)),
  },
  "expected {from: {sn, sp}} and, where they are not the usual ones, field, method, learningRate, steps",
);

/** Ways down the loss from chosen pairs. */
export const paths = listOf(path, 40, "paths");
export type PathSpec = Readable<v.InferOutput<typeof path>>;

interface Start {
  readonly from: { readonly sn: number; readonly sp: number };
  readonly field: GradientMode;
}

/** A path with nothing left to guess. */
export type ResolvedPath =
  | (Start & { readonly method: "flow" })
  | (Start & { readonly method: "steps"; readonly learningRate: number; readonly steps: number });

const USUAL = { learningRate: 0.001, steps: 50 } as const;

/** Fills in what a path leaves open; of a flow it drops what only steps have. */
export function resolvedPath({ from, ...given }: PathSpec, figures: GradientMode): ResolvedPath {
  const { field = figures, learningRate, steps } = given;
  const method = given.method ?? (learningRate === undefined && steps === undefined ? "flow" : "steps");
  const start = { from: { sn: from.sn, sp: from.sp }, field };
  return method === "flow"
    ? { ...start, method }
    : {
        ...start,
        method,
        learningRate: learningRate ?? USUAL.learningRate,
        steps: steps ?? USUAL.steps,
      };
}

/** Paths as one readable line: `detached@0.2,0.4;0.8,0.8,steps,0.001,50` with (s_n, s_p) in this order. */
export const encodePaths = (all: readonly PathSpec[]): string => all.map(encoded).join(";");

function encoded({ from, field, method, learningRate, steps }: PathSpec): string {
  const how = [method ?? "", learningRate ?? "", steps ?? ""].map(String);
  return [`${field === undefined ? "" : `${field}@`}${from.sn}`, from.sp, ...how]
    .join(",")
    .replace(/(,flow)?,*$/, "");
}

/** The reverse; whether the numbers are legal is for `parseLandscape` to say. */
export const decodePaths = (text: string): unknown[] => (text === "" ? [] : text.split(";").map(decoded));

function decoded(text: string): unknown {
  const [, field, numbers] = /^(?:([a-z]*)@)?(.*)$/s.exec(text) ?? [];
  const [sn, sp, method, learningRate, steps, ...more] = numbers.split(",");
  if (!sn || !sp || more.length > 0)
    throw new InputError(
      `invalid paths: ${text.slice(0, 80)}; expected s_n,s_p or field@s_n,s_p or field@s_n,s_p,steps,rate,number`,
    );
  return {
    from: { sn: Number(sn), sp: Number(sp) },
    ...(field && { field }),
    ...(method && { method }),
    ...(learningRate && { learningRate: Number(learningRate) }),
    ...(steps && { steps: Number(steps) }),
  };
}
