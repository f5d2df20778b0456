import type { Reading } from "../../figures/reading.ts";
import type { Rectangle, Scene } from "../../figures/scene.ts";
import type { FigureSpec, ResolvedFigure } from "../../spec/figure.ts";
import type { PairsNode, ResolvedPairs } from "../../spec/pairs.ts";

export type Place = PairsNode["at"];

/** A diagram of a batch in the picture, and where its square lies. */
export interface Diagram {
  readonly figure: ResolvedPairs;
  readonly square: Rectangle;
}

/** The diagrams of a figure with their squares in its picture. */
export function diagramsIn(figure: ResolvedFigure, { frame, panels = [] }: Scene): readonly Diagram[] {
  if (figure.kind === "pairs") return [{ figure, square: frame }];
  if (figure.kind !== "panels") return [];
  return figure.panels.flatMap((panel, i) => {
    if (panel.figure.kind !== "pairs") return [];
    const { x, y, scene } = panels[i];
    return [{ figure: panel.figure, square: { ...scene.frame, x: scene.frame.x + x, y: scene.frame.y + y } }];
  });
}

/** The node that a reading speaks of; undefined where it speaks of an edge. */
export function nodeRead(
  diagrams: readonly Diagram[],
  { frame, rows }: Reading,
): { readonly diagram: Diagram; readonly node: PairsNode } | undefined {
  const diagram = diagrams.find(({ square }) => isSame(square, frame));
  const name = rows.find(({ key }) => key === "node")?.value;
  const node = diagram?.figure.nodes.find((each) => each.name === name);
  return diagram && node && { diagram, node };
}

const isSame = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The figure with a node elsewhere; in every panel that had it at the same place. */
export function moved(figure: ResolvedFigure, name: string, from: Place, to: Place): FigureSpec {
  const inDiagram = (pairs: ResolvedPairs): ResolvedPairs => ({
    ...pairs,
    nodes: pairs.nodes.map((node) =>
      node.name === name && node.at[0] === from[0] && node.at[1] === from[1] ? { ...node, at: to } : node,
    ),
  });
  if (figure.kind === "pairs") return inDiagram(figure);
  if (figure.kind !== "panels") return figure;
  return {
    ...figure,
    panels: figure.panels.map((panel) =>
      panel.figure.kind === "pairs" ? { ...panel, figure: inDiagram(panel.figure) } : panel,
    ),
  };
}
