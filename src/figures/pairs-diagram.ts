import type { ResolvedPairs } from "../spec/pairs.ts";
import { parseLabel, widthOf } from "./label.ts";
import { PAIRS_COLORS } from "./pairs-colors.ts";
import type { PairsData, PlacedNode } from "./pairs-data.ts";
import { shapePath } from "./pairs-shapes.ts";
import { edgeWidth, type WidthRange } from "./pairs-widths.ts";
import { disc, line } from "./path.ts";
import { type Rectangle, round, type SceneNode } from "./scene.ts";
import { LEAST_LETTERS, lookOf, LOOKS } from "./theme.ts";

/** Where the nodes stand in a square, and how large they are. */
export interface DiagramLayout {
  readonly square: Rectangle;
  readonly radius: number;
  readonly widths: WidthRange;
  readonly place: (at: readonly [number, number]) => { readonly x: number; readonly y: number };
  /** Where in the panel a pixel lies; beyond its edges below 0 or above 1. */
  readonly placeAt: (x: number, y: number) => readonly [number, number];
}

export function diagramLayout(square: Rectangle, weight: number): DiagramLayout {
  const radius = square.width * 0.036;
  const inset = radius * 1.7;
  const side = square.width - 2 * inset;
  return {
    square,
    radius,
    widths: { most: square.width * 0.02, least: 0.7 * weight },
    place: ([u, v]) => ({ x: square.x + inset + side * u, y: square.y + inset + side * v }),
    placeAt: (x, y) => [(x - square.x - inset) / side, (y - square.y - inset) / side],
  };
}

/** Edges under nodes, the wide ones lowest; an edge without derivative is dotted. */
export function drawEdges(figure: ResolvedPairs, data: PairsData, layout: DiagramLayout): SceneNode {
  const { pull, push } = PAIRS_COLORS[figure.theme];
  const { soft, weight } = lookOf(figure);
  const edges = data.edges
    .map((edge) => ({ ...edge, width: edgeWidth(edge.derivative, data.largest, figure, layout.widths) }))
    .toSorted((a, b) => b.width - a.width);
  return {
    type: "group",
    name: "edges",
    children: edges.map(({ from, to, derivative, width }): SceneNode => {
      const [a, b] = [layout.place(from.at), layout.place(to.at)];
      return {
        type: "path",
        d: line(a.x, a.y, b.x, b.y),
        stroke: {
          color: derivative < 0 ? pull : derivative > 0 ? push : soft,
          width: round(width),
          ...(derivative === 0 && { dash: [1.5 * weight, 3 * weight] }),
        },
      };
    }),
  };
}

/** A proxy is a little larger, as in the papers. */
const PROXY = 1.2;

/** Proxies that the loss does not see are left out unless they are asked for. */
export const shownNodes = ({ layers }: ResolvedPairs, nodes: readonly PlacedNode[]): readonly PlacedNode[] =>
  nodes.filter(({ proxy, role }) => !proxy || role !== "unused" || layers.unusedProxies);

/** Every node with its shape and name; the anchor has a ring round it. */
export function drawNodes(figure: ResolvedPairs, { nodes }: PairsData, layout: DiagramLayout): SceneNode {
  const shown = shownNodes(figure, nodes);
  return {
    type: "group",
    name: "nodes",
    children: shown.flatMap((node) => drawNode(figure, node, layout)),
  };
}

function drawNode(figure: ResolvedPairs, node: PlacedNode, layout: DiagramLayout): SceneNode[] {
  const look = lookOf(figure);
  const { x, y } = layout.place(node.at);
  const radius = layout.radius * (node.proxy ? PROXY : 1);
  const shape = figure.shapes[node.class];
  const outline = { color: look.ink, width: 1.2 * look.weight };
  const body: SceneNode = {
    type: "path",
    d: shapePath(shape, x, y, radius),
    fill: nodeFill(figure, node),
    stroke: outline,
  };
  const ring: SceneNode = { type: "path", d: disc(x, y, round(radius * 1.55)), stroke: outline };
  return [
    ...(node.role === "anchor" ? [ring] : []),
    body,
    ...(figure.layers.names ? nodeName(figure, node, x, y, radius) : []),
  ];
}

function nodeFill({ theme }: ResolvedPairs, { proxy, role }: PlacedNode): string {
  const { pull, push } = PAIRS_COLORS[theme];
  const { ink, background } = LOOKS[theme];
  if (proxy) return ink;
  return role === "unused" ? background : role === "negative" ? push : pull;
}

/** Inside the shape, as large as fits; `c2` is written as a letter with an index. */
function nodeName(
  { theme }: ResolvedPairs,
  { name, proxy, role }: PlacedNode,
  x: number,
  y: number,
  radius: number,
): SceneNode[] {
  const look = LOOKS[theme];
  const runs = parseLabel(/^\p{L}[\p{L}\d]$/u.test(name) ? `$${name[0]}_${name[1]}$` : name);
  const size = Math.min(radius * 1.15, (radius * 1.55) / Math.max(widthOf(runs, 1), 1e-9));
  if (size < LEAST_LETTERS) return [];
  const color = proxy ? look.background : role === "unused" ? look.ink : PAIRS_COLORS[theme].onFill;
  return [{ type: "text", x, y: y + size * 0.3, runs, size: round(size), color, anchor: "middle" }];
}
