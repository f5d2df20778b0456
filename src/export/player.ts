import { isSecond } from "../plane/field.ts";
import { CHANNELS_OF } from "../plane/quantity.ts";
import { TYPED } from "../formula/language.ts";
import type { ResolvedFigure } from "../spec/figure.ts";
import type { QuantityId } from "../spec/quantities.ts";

/** What `scripts/build-player.mjs` writes: each piece with those that must be there before it. */
export type Pieces = Readonly<Record<string, { readonly needs: readonly string[]; readonly code: string }>>;

/**
 * The script that makes a figure alive, with the kinds, the losses and the engines that this figure needs and no others.
 * Each piece is a function that fills its exports; asked for one that is not there, it gets none.
 */
export function playerOf(figure: ResolvedFigure, pieces: Pieces): string {
  const losses = lossesOf(figure);
  const catalogue = losses.filter((id) => id !== TYPED);
  const wanted = [
    "page",
    ...kindsOf(figure).map((kind) => `kind-${kind}`),
    ...catalogue.map((id) => `loss-${id}`),
    ...(losses.includes(TYPED) || hasSecond(figure) ? ["formula"] : []),
    ...(hasPaths(figure) ? ["flow"] : []),
  ];
  const functions = withNeeds(wanted, pieces).map(
    (name) => `${JSON.stringify(name)}(exports,require){${pieces[name].code}}`,
  );
  return `(()=>{"use strict";const pieces={${functions.join(",\n")}},made={losses:{}},require=n=>{n=n.replace("optional:","");if(!made[n]){made[n]={};pieces[n]?.(made[n],require)}return made[n]};made.losses.LOSSES=${JSON.stringify(catalogue)}.map(n=>require("loss-"+n).loss);require("page")})()`;
}

const kindsOf = (figure: ResolvedFigure): readonly string[] => [
  ...new Set(figure.kind === "panels" ? figure.panels.map((panel) => panel.figure.kind) : [figure.kind]),
];

/** Every value of a tree, objects included. */
function valuesIn(tree: unknown): readonly unknown[] {
  return typeof tree === "object" && tree !== null
    ? [tree, ...Object.values(tree).flatMap(valuesIn)]
    : [tree];
}

function lossesOf(figure: ResolvedFigure): readonly string[] {
  const ids = valuesIn(figure).flatMap((value) => {
    if (typeof value !== "object" || value === null) return [];
    const { id, params, gradient } = value as Readonly<Record<string, unknown>>;
    return typeof id === "string" && params !== undefined && gradient !== undefined ? [id] : [];
  });
  return [...new Set(ids)].toSorted();
}

/** Whether a path of a figure or of a panel follows a gradient. */
const hasPaths = (figure: ResolvedFigure): boolean =>
  valuesIn(figure).some((value) => (value as { readonly method?: unknown } | null)?.method === "flow");

/** Whether a figure shows second derivatives, which come from the formula of a loss. */
const hasSecond = (figure: ResolvedFigure): boolean =>
  valuesIn(figure).some(
    (value) =>
      typeof value === "string" &&
      Object.hasOwn(CHANNELS_OF, value) &&
      CHANNELS_OF[value as QuantityId].some(isSecond),
  );

function withNeeds(names: readonly string[], pieces: Pieces): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    pieces[name].needs.forEach(add);
    found.add(name);
  };
  names.forEach(add);
  return [...found];
}
