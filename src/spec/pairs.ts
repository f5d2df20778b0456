import { InputError, shown, unknownName } from "../losses/errors.ts";
import type { Filled } from "./entries.ts";
import { figureLoss } from "./figure-loss.ts";
import { type EDGE_WIDTHS, type PairsSpec, type Pick, type Shape, SHAPES } from "./pairs-schema.ts";
import { type ResolvedHead, resolvedHead, type ResolvedLoss, resolvedLoss } from "./resolve.ts";

export interface PairsNode {
  readonly name: string;
  readonly class: string;
  readonly at: readonly [number, number];
  readonly proxy: boolean;
}

/** An association diagram with nothing left to guess. */
export interface ResolvedPairs extends ResolvedHead {
  readonly kind: "pairs";
  readonly nodes: readonly PairsNode[];
  readonly anchor: string;
  readonly loss: ResolvedLoss;
  readonly among: "samples" | "proxies";
  readonly positives: Pick;
  readonly negatives: Pick;
  readonly width: (typeof EDGE_WIDTHS)[number];
  readonly decades: number;
  /** By the name of the class, for every class. */
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly layers: Filled<NonNullable<PairsSpec["layers"]>>;
}

const LAYERS: ResolvedPairs["layers"] = {
  names: true,
  unusedProxies: false,
  key: true,
  legend: true,
  caption: true,
};

/**
 * Fills in every default. Throws `InputError` for an illegal loss, two nodes of one name, a name that no node has, and
 * where the loss would see no positive or no negative.
 */
export function resolvePairs(spec: PairsSpec): ResolvedPairs {
  const nodes = spec.nodes.map((node): PairsNode => ({
    name: node.name,
    class: node.class,
    at: [...node.at],
    proxy: node.proxy ?? false,
  }));
  nodes.forEach(({ name }, i) => {
    if (nodes.findIndex((node) => node.name === name) < i)
      throw new InputError(`invalid nodes[${i}].name: ${shown(name)}; expected names that differ`);
  });
  const loss = resolvedLoss(spec.loss);
  const anchor = nodes[indexOfNode(nodes, spec.anchor, "anchor")];
  const among = spec.among ?? usualPartners(loss, anchor);
  const side = (which: "positives" | "negatives"): Pick => {
    const pick = spec[which] ?? "all";
    checkSide(nodes, anchor, among, which, pick);
    return typeof pick === "string" ? pick : [...pick];
  };
  const { version, ...head } = resolvedHead(spec, { width: 560, height: 520 });
  return {
    version,
    kind: "pairs",
    ...head,
    nodes,
    anchor: anchor.name,
    loss,
    among,
    positives: side("positives"),
    negatives: side("negatives"),
    width: spec.width ?? "linear",
    decades: spec.decades ?? 6,
    shapes: shapesOf(nodes, spec.shapes ?? {}),
    layers: { ...LAYERS, ...spec.layers },
  };
}

/** Losses with proxies or class weights compare a sample with these; a proxy is always compared with samples. */
function usualPartners(loss: ResolvedLoss, anchor: PairsNode): ResolvedPairs["among"] {
  const { family } = figureLoss(loss);
  return !anchor.proxy && (family === "proxy" || family === "classification") ? "proxies" : "samples";
}

function indexOfNode(nodes: readonly PairsNode[], name: string, path: string): number {
  const found = nodes.findIndex((node) => node.name === name);
  if (found < 0)
    throw unknownName(
      path,
      name,
      nodes.map((node) => node.name),
    );
  return found;
}

function checkSide(
  nodes: readonly PairsNode[],
  anchor: PairsNode,
  among: ResolvedPairs["among"],
  which: "positives" | "negatives",
  pick: Pick,
): void {
  const partners = partnersOf(nodes, anchor, among, which);
  const legal = partners.map(({ name }) => name);
  if (legal.length === 0)
    throw new InputError(
      `invalid ${which}: none; expected at least one of the ${among}, of ${which === "positives" ? "the class" : "another class than that"} of ${anchor.name}`,
    );
  if (typeof pick === "string") return;
  pick.forEach((name, i) => {
    indexOfNode(nodes, name, `${which}[${i}]`);
    if (!legal.includes(name) || pick.indexOf(name) < i)
      throw new InputError(
        `invalid ${which}[${i}]: ${shown(name)}; expected each of ${legal.join(", ")} at most once`,
      );
  });
}

/** The nodes that can be positives, or negatives, of an anchor. */
export const partnersOf = (
  nodes: readonly PairsNode[],
  anchor: PairsNode,
  among: ResolvedPairs["among"],
  which: "positives" | "negatives",
): readonly PairsNode[] =>
  nodes.filter(
    (node) =>
      node.name !== anchor.name &&
      node.proxy === (among === "proxies") &&
      (node.class === anchor.class) === (which === "positives"),
  );

/** The shapes that are wished for, and the ones that are left for the other classes, in turn. */
function shapesOf(
  nodes: readonly PairsNode[],
  wished: Readonly<Record<string, Shape>>,
): ResolvedPairs["shapes"] {
  const classes = [...new Set(nodes.map((node) => node.class))];
  for (const name of Object.keys(wished))
    if (!classes.includes(name)) throw unknownName("class in shapes", name, classes);
  const named = (name: string): Shape | undefined =>
    Object.hasOwn(wished, name) ? wished[name] : SHAPES.find((shape) => shape === name);
  const taken = classes.map(named);
  const left = SHAPES.filter((shape) => !taken.includes(shape));
  const free = left.length > 0 ? left : SHAPES;
  let next = 0;
  return Object.fromEntries(classes.map((name) => [name, named(name) ?? free[next++ % free.length]]));
}
