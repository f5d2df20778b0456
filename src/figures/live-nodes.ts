import { QUANTITIES } from "../spec/quantities.ts";
import { drawArrows } from "./arrows.ts";
import { boundaryBoxes, drawBoundary } from "./boundary.ts";
import { parameterLine } from "./caption.ts";
import { dressed } from "./dress.ts";
import { drawWords } from "./frame.ts";
import { above, legendPlace } from "./frame-words.ts";
import { guideBoundary } from "./guides.ts";
import { drawLegend } from "./legend.ts";
import type { LivePlan } from "./live-plan.ts";
import { drawMarks, placeMarks } from "./marks.ts";
import { drawPaths, followedPaths } from "./paths.ts";
import { drawPointArrows } from "./point-arrows.ts";
import type { SceneNode } from "./scene.ts";
import { texIn } from "./tex/typesetting.ts";

/** What goes over the pixels of a picture that does not last. */
export interface LiveNodes {
  /** Paths, from the bottom up, to be painted on the pixels. */
  readonly above: readonly SceneNode[];
  /** Groups that take the place of the drawn figure's groups of the same name. */
  readonly groups: readonly Extract<SceneNode, { type: "group" }>[];
}

export function liveNodes({ figure, on, layout, look, domain, boundaries }: LivePlan): LiveNodes {
  const { layers, guides, points, axes } = figure;
  const form = on.loss.plane(on.params, on.counts, on.gradient);
  const main = boundaries[layers.boundary === "counts" ? boundaries.length - 1 : 0].known;
  const others = main ? [guideBoundary(guides, axes), main] : [];
  const avoid = guides.length > 0 ? others.flatMap((line) => boundaryBoxes(line, layout, 0.3)) : [];
  // a point of a boundary that is traced is where it was until the figure is drawn
  const marks =
    main || points.every((point) => "sp" in point)
      ? placeMarks(points, main ?? { pieces: [], origin: "none" }, layout, avoid)
      : undefined;
  const boxes = marks?.map(({ box }) => box) ?? [];
  const over = [
    ...(layers.arrows > 0 ? [drawArrows(form, figure, layout, look, boxes)] : []),
    ...boundaries.flatMap(({ known, isShown, name, isDashed }) =>
      known && isShown ? [drawBoundary(known, name, isDashed, layout, look)] : [],
    ),
    ...drawPaths(followedPaths(figure, on.loss), layout, look),
    ...(layers.pointArrows ? [drawPointArrows(points, form, layout, look)] : []),
  ];
  const options = {
    size: figure.size,
    width: figure.size.width,
    title: figure.title || on.loss.name,
    subtitle: parameterLine(figure),
    legend: legendPlace(layers),
  };
  const words = above(options, layout.frame, layout.sizes);
  const nodes = [
    ...drawLegend(layout, look, QUANTITIES[figure.quantity], domain),
    ...(marks ? [drawMarks(marks, layout, look)] : []),
    // typeset formulae stay as they are until the figure is drawn
    ...(texIn(figure).length === 0 ? [drawWords(figure.size, { ...layout, words }, look)] : []),
  ];
  const scene = { width: 0, height: 0, background: null, frame: layout.frame, title: "", description: "" };
  const groups = dressed({ ...scene, nodes }, figure).nodes.flatMap((node) =>
    node.type === "group" ? [node] : [],
  );
  return { above: over, groups };
}
