import type { Params } from "../losses/params.ts";
import type { Loss } from "../losses/types.ts";
import { attached } from "./derive.ts";
import { Graph } from "./graph.ts";
import { argsOf, type Node } from "./node.ts";
import { planeNodes, type PlaneNodes } from "./plane-nodes.ts";

/** A loss's formula as nodes, for writing it down. */
export interface LossGraph {
  readonly graph: Graph;
  readonly nodes: PlaneNodes;
  /** Nodes, with `detach` and without, that the catalogue has a name for: A_p, A_n, z, or z_p and z_n. */
  readonly notation: ReadonlyMap<Node, string>;
}

/** Counts, and parameters that cannot be zero or negative. */
export function positiveNames({ params }: Loss): ReadonlySet<string> {
  const ids = Object.entries(params).flatMap(([id, spec]) =>
    spec.kind === "number" && spec.min > 0 ? [id] : [],
  );
  return new Set(["K", "L", ...ids]);
}

/** Throws `FormulaError`. */
export function lossGraph(loss: Loss, params: Params): LossGraph {
  const graph = new Graph(positiveNames(loss));
  const formula = loss.formula(params);
  const nodes = planeNodes(graph, formula, Object.keys(loss.params));
  const notation = new Map<Node, string>();
  const note = (name: string, node: Node | undefined): void => {
    if (node?.kind === "call") notation.set(node, name).set(attached(graph, node), name);
  };
  note("A_p", nodes.transforms?.positive);
  note("A_n", nodes.transforms?.negative);
  if (formula.coupling === "decoupled") {
    const [positive, negative] = (nodes.z && argsOf(nodes.z, "max")) ?? [];
    note("z_p", positive);
    note("z_n", negative);
  } else note("z", nodes.z);
  return { graph, nodes, notation };
}
