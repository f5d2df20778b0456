import { figureTable } from "../../../export/data/figure-data.ts";
import { preparationSteps } from "../../../figures/figure.ts";
import type { Table } from "../../../figures/figure-table.ts";
import { texIn } from "../../../figures/tex/typesetting.ts";
import { texOutline } from "../../../figures/tex/registry.ts";
import { whenLoaded } from "../../../formula/on-demand.ts";
import type { Reading } from "../../../figures/reading.ts";
import type { Scene } from "../../../figures/scene.ts";
import type { AskAt } from "../../../player/crosshair.ts";
import { hasNodes, type ResolvedFigure } from "../../../spec/figure.ts";
import { inSlices } from "../../idle.ts";
import { canvasSize, contextOf, paintNodes } from "../raster.ts";
import { askAway, NobodyAway } from "./away.ts";
import { drawingOf } from "./drawing.ts";

/** The picture of a figure that is no landscape. */
export interface OtherPicture {
  /** Without its nodes: where everything stands. */
  readonly scene: Scene;
  /** Paints what lies beneath the SVG. */
  readonly paint: (canvas: HTMLCanvasElement) => void;
  readonly svg: string;
  readonly askAt: AskAt;
}

/**
 * Draws a figure away from this thread. One with nodes that a hand can move is drawn here, in slices: it is light, and the
 * hand must be answered at once. Rejects with what `prepareFigure` throws.
 */
export const otherPicture = (figure: ResolvedFigure, density: number): Promise<OtherPicture> =>
  hasNodes(figure)
    ? pictureHere(figure, density)
    : orHere(
        () => pictureAway(figure, density),
        () => pictureHere(figure, density),
      );

/** The numbers behind a figure. Rejects with what `figureTable` throws. */
export const tableAway = (figure: ResolvedFigure): Promise<Table> =>
  orHere(
    () => askAway({ kind: "table", figure }),
    () => whenLoaded(() => figureTable(figure)),
  );

async function orHere<Result>(away: () => Promise<Result>, here: () => Promise<Result>): Promise<Result> {
  try {
    return await away();
  } catch (error) {
    if (!(error instanceof NobodyAway)) throw error;
    return here();
  }
}

async function pictureAway(figure: ResolvedFigure, density: number): Promise<OtherPicture> {
  const outlines = texIn(figure).flatMap(({ tex }) => {
    const outline = texOutline(tex);
    return outline ? [[tex, outline] as const] : [];
  });
  const { scene, svg, bitmap } = await askAway({ kind: "draw", figure, outlines, density });
  return {
    scene,
    svg,
    paint: (canvas) => {
      const context = contextOf(canvas, bitmap);
      context.resetTransform();
      context.clearRect(0, 0, bitmap.width, bitmap.height);
      context.drawImage(bitmap, 0, 0);
      bitmap.close();
    },
    askAt: latestOnly((x, y) => askAway({ kind: "read", x, y })),
  };
}

async function pictureHere(figure: ResolvedFigure, density: number): Promise<OtherPicture> {
  await inSlices(await whenLoaded(() => preparationSteps(figure)), whenLoaded);
  const { scene, svg, beneath, readAt } = await whenLoaded(() => drawingOf(figure));
  return {
    scene,
    svg,
    paint: (canvas) => paintNodes(contextOf(canvas, canvasSize(scene, density)), scene, beneath, density),
    askAt: (x, y) => readAt(scene, x, y),
  };
}

/** Of several places that wait the last one alone is asked for. */
function latestOnly(ask: (x: number, y: number) => Promise<Reading>): AskAt {
  let asking: Promise<unknown> = Promise.resolve();
  let last = 0;
  return (x, y) => {
    const own = ++last;
    const answer = asking.then(() => (own === last ? ask(x, y) : undefined));
    asking = answer.catch(() => undefined);
    return answer;
  };
}
