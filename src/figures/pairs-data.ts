import type { Loss } from "../losses/types.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import { type PairsNode, partnersOf, type ResolvedPairs } from "../spec/pairs.ts";
import type { Pick } from "../spec/pairs-schema.ts";
import { setMargin } from "./pairs-margin.ts";
import { cosineOf, onSphere } from "./pairs-sphere.ts";
import { widthPart } from "./pairs-widths.ts";
import type { Facts } from "./prepared.ts";

export type Role = "anchor" | "positive" | "negative" | "unused";

export interface PlacedNode extends PairsNode {
  readonly role: Role;
  /** To the anchor; 1 for the anchor itself. */
  readonly similarity: number;
}

/** Two nodes that the loss sees together. */
export interface Edge {
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  readonly similarity: number;
  /** ∂L/∂s: below zero, descent pulls the two together; above, it pushes them apart. */
  readonly derivative: number;
}

/** Everything that an association diagram shows, as numbers. */
export interface PairsData {
  readonly loss: Loss;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly Edge[];
  readonly value: number;
  readonly z: number | null;
  /** The largest |∂L/∂s| of the edges that pull, and of those that push; 0 where there are none. */
  readonly largest: { readonly pull: number; readonly push: number };
}

/** Evaluates the loss of the anchor with the nodes that it sees. Throws `InputError` where the loss takes no such set. */
export function pairsData(figure: ResolvedPairs): PairsData {
  const loss = figureLoss(figure.loss);
  const { params, gradient } = figure.loss;
  const vectors = new Map(figure.nodes.map(({ name, at }) => [name, onSphere(at)] as const));
  const between = (a: string, b: string): number =>
    cosineOf(vectors.get(a) ?? [0, 0, 1], vectors.get(b) ?? [0, 0, 1]);
  const toAnchor = ({ name }: PairsNode): number => between(figure.anchor, name);
  const anchor = figure.nodes.find(({ name }) => name === figure.anchor) ?? figure.nodes[0];
  const side = (which: "positives" | "negatives"): readonly PairsNode[] =>
    picked(partnersOf(figure.nodes, anchor, figure.among, which), figure[which], which, toAnchor);
  const [positives, negatives] = [side("positives"), side("negatives")];
  const set = { positives: positives.map(toAnchor), negatives: negatives.map(toAnchor) };
  const result = loss.evaluate(
    { ...set, positiveNegative: positives.flatMap((p) => negatives.map((n) => between(p.name, n.name))) },
    params,
    gradient,
  );
  const placed = (node: PairsNode): PlacedNode => ({
    ...node,
    role:
      node === anchor
        ? "anchor"
        : positives.includes(node)
          ? "positive"
          : negatives.includes(node)
            ? "negative"
            : "unused",
    similarity: node === anchor ? 1 : toAnchor(node),
  });
  const edge = (from: PairsNode, to: PairsNode, derivative: number): Edge => ({
    from: placed(from),
    to: placed(to),
    similarity: between(from.name, to.name),
    derivative,
  });
  const thirds = result.positiveNegative ?? [];
  const edges = [
    ...positives.map((node, i) => edge(anchor, node, result.positives[i])),
    ...negatives.map((node, j) => edge(anchor, node, result.negatives[j])),
    ...Array.from(thirds, (derivative, k) =>
      edge(positives[Math.floor(k / negatives.length)], negatives[k % negatives.length], derivative),
    ),
  ];
  const largest = (sign: 1 | -1): number =>
    edges.reduce((most, { derivative }) => Math.max(most, sign * derivative), 0);
  return {
    loss,
    nodes: figure.nodes.map(placed),
    edges,
    value: result.value,
    z: setMargin(loss, params, set.positives, set.negatives),
    largest: { pull: largest(-1), push: largest(1) },
  };
}

/** The nodes that a rule picks: the least similar positive and the most similar negative are the hardest. */
function picked(
  partners: readonly PairsNode[],
  pick: Pick,
  which: "positives" | "negatives",
  similarity: (node: PairsNode) => number,
): readonly PairsNode[] {
  if (typeof pick !== "string") return partners.filter(({ name }) => pick.includes(name));
  if (pick === "all") return partners;
  const hardness = (node: PairsNode): number => (which === "positives" ? -1 : 1) * similarity(node);
  const isHardestOf = (group: readonly PairsNode[], node: PairsNode): boolean =>
    group.find((other) => hardness(other) === Math.max(...group.map(hardness))) === node;
  return partners.filter((node) =>
    isHardestOf(pick === "hardest" ? partners : partners.filter((other) => other.class === node.class), node),
  );
}

/** Every edge with its derivative, and the similarity of every node to the anchor. */
export const pairsFacts = (
  figure: ResolvedPairs,
  { loss, nodes, edges, value, z, largest }: PairsData,
): Facts => ({
  loss: loss.id,
  gradient: figure.loss.gradient,
  anchor: figure.anchor,
  value,
  z,
  largest: { ...largest },
  edges: edges.map(({ from, to, similarity, derivative }) => ({
    from: from.name,
    to: to.name,
    side: to.role,
    similarity,
    derivative,
    widthPart: widthPart(Math.abs(derivative), derivative < 0 ? largest.pull : largest.push, figure),
  })),
  similarities: Object.fromEntries(
    nodes.filter(({ role }) => role !== "anchor").map(({ name, similarity }) => [name, similarity]),
  ),
});
