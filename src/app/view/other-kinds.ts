import { toSvg } from "../../export/svg.ts";
import { preparationSteps, prepareFigure } from "../../figures/figure.ts";
import type { ReadAt } from "../../figures/reading.ts";
import type { Scene } from "../../figures/scene.ts";
import { whenLoaded } from "../../formula/on-demand.ts";
import type { ResolvedFigure } from "../../spec/figure.ts";
import { inSlices } from "../idle.ts";

/** The picture of a figure that is no landscape. */
export interface OtherPicture {
  readonly scene: Scene;
  readonly svg: string;
  readonly readAt: ReadAt;
  /** When its drawing began. */
  readonly start: number;
}

/**
 * Prepares a figure in slices, between which the page answers, then draws it as `fitted` has it by then; undefined where
 * it is not wanted any more. Throws what `prepareFigure` throws.
 */
export async function otherPicture(
  fitted: () => ResolvedFigure,
  isWanted: () => boolean,
): Promise<OtherPicture | undefined> {
  await inSlices(await whenLoaded(() => preparationSteps(fitted())), whenLoaded);
  if (!isWanted()) return undefined;
  return whenLoaded(() => {
    const start = performance.now();
    const { draw, readAt } = prepareFigure(fitted());
    const scene = draw();
    return { scene, svg: toSvg(scene, { bitmaps: "omitted" }), readAt, start };
  });
}
