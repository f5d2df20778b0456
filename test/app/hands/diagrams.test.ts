import { describe, expect, it } from "vitest";
import { diagramsIn, moved, nodeRead } from "../../../src/app/hands/diagrams.ts";
import { prepareFigure } from "../../../src/figures/figure.ts";
import { diagramLayout } from "../../../src/figures/pairs-diagram.ts";
import { type FigureSpec, resolveFigure, hasNodes } from "../../../src/spec/figure.ts";
import type { ResolvedPairs } from "../../../src/spec/pairs.ts";

const NODES = [
  { name: "a", class: "x", at: [0.5, 0.4] },
  { name: "p", class: "x", at: [0.6, 0.3] },
  { name: "n", class: "y", at: [0.3, 0.7] },
] as const;
const batch = (nodes: typeof NODES | readonly object[] = NODES) =>
  ({ version: 1, kind: "pairs", nodes, anchor: "a", loss: { id: "n-pair" } }) as FigureSpec;
const panels = (...figures: readonly FigureSpec[]) =>
  ({ version: 1, kind: "panels", panels: figures.map((figure) => ({ figure })) }) as FigureSpec;

const elsewhere = NODES.map((node) => (node.name === "p" ? { ...node, at: [0.1, 0.1] } : node));

function read(spec: FigureSpec) {
  const figure = resolveFigure(spec);
  const prepared = prepareFigure(figure);
  const scene = prepared.draw();
  return { figure, prepared, scene, diagrams: diagramsIn(figure, scene) };
}

describe("the nodes of a batch", () => {
  it.each([
    ["alone", batch()],
    ["in panels, beside others", panels({ version: 1, loss: { id: "triplet" } }, batch(), batch(elsewhere))],
  ])("are found where they are drawn: %s", (_, spec) => {
    const { prepared, scene, diagrams, figure } = read(spec);
    expect(hasNodes(figure)).toBe(true);
    expect(diagrams.length).toBe(figure.kind === "panels" ? 2 : 1);
    for (const { figure: pairs, square } of diagrams) {
      const layout = diagramLayout(square, 1);
      for (const node of pairs.nodes) {
        const { x, y } = layout.place(node.at);
        const found = nodeRead(diagrams, prepared.readAt(scene, x, y));
        expect(found?.node).toEqual(node);
        expect(found?.diagram.square).toEqual(square);
        const [u, v] = layout.placeAt(x, y);
        expect(Math.hypot(u - node.at[0], v - node.at[1])).toBeLessThan(1e-12);
      }
    }
  });

  it("are not found between nodes, nor in figures without any", () => {
    const { prepared, scene, diagrams } = read(batch());
    const { x, y } = diagramLayout(diagrams[0].square, 1).place([0.4, 0.55]);
    const reading = prepared.readAt(scene, x, y);
    expect(reading.rows[0].key).toBe("pair");
    expect(nodeRead(diagrams, reading)).toBeUndefined();
    const plane = read({ version: 1, loss: { id: "triplet" } });
    expect([hasNodes(plane.figure), plane.diagrams]).toEqual([false, []]);
  });

  it("move in every panel that has them at the same place, and only there", () => {
    const spec = panels(batch(), batch(elsewhere), batch());
    const next = resolveFigure(moved(resolveFigure(spec), "p", [0.6, 0.3], [0.2, 0.9]));
    if (next.kind !== "panels") throw new Error("no panels");
    const places = next.panels.map(({ figure }) =>
      (figure as ResolvedPairs).nodes.map(({ name, at }) => [name, ...at]),
    );
    const rest = [
      ["a", 0.5, 0.4],
      ["n", 0.3, 0.7],
    ];
    const withP = (...at: number[]) => [rest[0], ["p", ...at], rest[1]];
    expect(places).toEqual([withP(0.2, 0.9), withP(0.1, 0.1), withP(0.2, 0.9)]);
  });
});
