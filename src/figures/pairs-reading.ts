import type { ResolvedPairs } from "../spec/pairs.ts";
import type { Edge, PairsData, PlacedNode } from "./pairs-data.ts";
import { type DiagramLayout, diagramLayout, shownNodes } from "./pairs-diagram.ts";
import { nearest, type ReadAt, type Reading, type ReadingRow, row, within } from "./reading.ts";
import { lookOf } from "./theme.ts";

type Place = Reading["at"];

/** The node under a place; where there is none, the edge nearest to it: its similarity, and how the loss moves it. */
export function pairsReader(figure: ResolvedPairs, data: PairsData): ReadAt {
  return ({ frame }, x, y) => {
    const here = within(frame, x, y);
    const layout = diagramLayout(frame, lookOf(figure).weight);
    const nodes = shownNodes(figure, data.nodes).map((node) => ({ node, ...layout.place(node.at) }));
    const node = nearest(nodes, here);
    const edge = nearest(
      data.edges.map((each) => ({ edge: each, ...onEdge(each, layout, here) })),
      here,
    );
    const isOnNode = node && Math.hypot(node.x - here.x, node.y - here.y) <= layout.radius * 1.3;
    if (node && (isOnNode || !edge))
      return { frame, at: { x: node.x, y: node.y }, rows: nodeRows(node.node) };
    return edge
      ? { frame, at: { x: edge.x, y: edge.y }, rows: edgeRows(edge.edge) }
      : { frame, at: here, rows: [row("node", "nodes", "none")] };
  };
}

/** The point of an edge that is nearest to a place. */
function onEdge({ from, to }: Edge, { place }: DiagramLayout, here: Place): Place {
  const [a, b] = [place(from.at), place(to.at)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const part = ((here.x - a.x) * dx + (here.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const held = Math.min(1, Math.max(0, part));
  return { x: a.x + held * dx, y: a.y + held * dy };
}

const nodeRows = ({ name, class: of, proxy, role, similarity }: PlacedNode): ReadingRow[] => [
  row("node", proxy ? "proxy" : "node", name),
  row("class", "class", String(of)),
  row("role", "role", role === "unused" ? "not used" : role),
  ...(role === "anchor" ? [] : [row("similarity", "similarity to the anchor", similarity)]),
];

const edgeRows = ({ from, to, similarity, derivative }: Edge): ReadingRow[] => [
  row("pair", "pair", `${from.name} and ${to.name}`),
  row("similarity", "similarity $s$", similarity),
  row("derivative", "$∂ℒ/∂s$", derivative),
  row(
    "moves",
    "the loss",
    derivative < 0 ? "pulls them together" : derivative > 0 ? "pushes them apart" : "lets them be",
  ),
];
