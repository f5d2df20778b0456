import type { PlacedCurve } from "./curves-lines.ts";
import { drawSample, namesWidth } from "./curves-ends.ts";
import type { FrameLayout } from "./frame.ts";
import { rectangle } from "./path.ts";
import type { Rectangle, SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";

/** A key in the corner of the frame that hides least of the curves. */
export function drawKey(
  curves: readonly PlacedCurve[],
  { frame, sizes }: FrameLayout,
  look: Look,
  markers: boolean,
): SceneNode {
  const pad = sizes.base * 0.6;
  const step = sizes.small * 1.4;
  const width = namesWidth(
    curves.map(({ name }) => name),
    sizes,
  );
  const box = { width: width + 2 * pad, height: curves.length * step + pad };
  const [left, right] = [frame.x + pad, frame.x + frame.width - pad - box.width];
  const [top, bottom] = [frame.y + pad, frame.y + frame.height - pad - box.height];
  const corners = [
    [right, top],
    [left, top],
    [right, bottom],
    [left, bottom],
  ].map(([x, y]) => ({ x, y, ...box }));
  const hidden = corners.map((corner) => pointsIn(curves, corner));
  const { x, y } = corners[hidden.indexOf(Math.min(...hidden))];
  return {
    type: "group",
    name: "names",
    children: [
      {
        type: "path",
        d: rectangle(x, y, box.width, box.height),
        fill: look.background,
        fillOpacity: 0.88,
        stroke: { color: look.soft, width: 0.6 * look.weight, opacity: 0.6 },
      },
      ...curves.flatMap(({ name, style }, i) =>
        drawSample(x + pad, y + pad / 2 + (i + 0.5) * step, name, sizes, look, { style, markers }),
      ),
    ],
  };
}

const PROBES = 8;

/** How many of the points along the curves, and between them, lie in a box. */
function pointsIn(curves: readonly PlacedCurve[], { x, y, width, height }: Rectangle): number {
  let count = 0;
  for (const { stretches } of curves)
    for (const points of stretches)
      for (let i = 0; i + 3 < points.length; i += 2)
        for (let k = 0; k < PROBES; k++) {
          const [px, py] = [0, 1].map(
            (side) => points[i + side] + ((points[i + side + 2] - points[i + side]) * k) / PROBES,
          );
          if (px > x && px < x + width && py > y && py < y + height) count++;
        }
  return count;
}
