import { toSvg } from "../../../export/svg.ts";
import { prepareFigure } from "../../../figures/figure.ts";
import type { ReadAt } from "../../../figures/reading.ts";
import type { Scene } from "../../../figures/scene.ts";
import type { ResolvedFigure } from "../../../spec/figure.ts";
import { type Layers, layersOf } from "./layers.ts";

/** A figure that is drawn: what to paint, and what to write over it. */
export interface Drawing {
  /** Without its nodes: where everything stands. */
  readonly scene: Scene;
  readonly beneath: Layers["beneath"];
  readonly svg: string;
  readonly readAt: ReadAt;
}

/** Throws what `prepareFigure` throws. */
export function drawingOf(figure: ResolvedFigure): Drawing {
  const { draw, readAt } = prepareFigure(figure);
  const whole = draw();
  const { beneath, over } = layersOf(whole.nodes);
  const svg = toSvg({ ...whole, nodes: over }, { bitmaps: "omitted" });
  return { scene: withoutNodes(whole), beneath, svg, readAt };
}

const withoutNodes = (scene: Scene): Scene => ({
  ...scene,
  nodes: [],
  ...(scene.panels && {
    panels: scene.panels.map((panel) => ({ ...panel, scene: withoutNodes(panel.scene) })),
  }),
});
