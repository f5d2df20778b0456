import { planePoint } from "../losses/plane-form.ts";
import type { ResolvedScatter } from "../spec/scatter.ts";
import { planePixels } from "./layout.ts";
import { nearest, pairAt, pairRows, type ReadAt, row, within } from "./reading.ts";
import type { ScatterData } from "./scatter-data.ts";

/** The pair that is nearest to a place, where it started, and on which side of the boundary it is. */
export function scatterReader(figure: ResolvedScatter, { loss, ends, cloud, boundary }: ScatterData): ReadAt {
  const { axes, layers, counts } = figure;
  const form = loss.plane(figure.loss.params, counts, figure.loss.gradient);
  return ({ frame }, x, y) => {
    const here = within(frame, x, y);
    const toPixel = planePixels(axes, frame);
    const marks = (layers.ends ? ends : []).map((end, i) => ({ i, end, ...toPixel(end) }));
    const shown = marks.filter(
      (mark) => within(frame, mark.x, mark.y).x === mark.x && within(frame, mark.x, mark.y).y === mark.y,
    );
    const found = nearest(shown, here);
    const point = found ? found.end : pairAt(axes, frame, here);
    const start = found && cloud?.starts[found.i];
    const { z } = planePoint(form, point.sp, point.sn);
    return {
      frame,
      at: found ? { x: found.x, y: found.y } : here,
      rows: [
        ...(found ? [row("pair", "pair", String(found.i + 1))] : []),
        ...pairRows(point, axes),
        ...(start ? [row("start-sn", "from $s_n$", start.sn), row("start-sp", "from $s_p$", start.sp)] : []),
        ...(boundary.origin === "none"
          ? []
          : [row("side", "it is", z < 0 ? "in the target region" : "outside the target region")]),
      ],
    };
  };
}
