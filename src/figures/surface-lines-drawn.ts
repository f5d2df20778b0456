import { pathOf } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import type { View } from "./surface-camera.ts";
import type { SurfaceGrid } from "./surface-grid.ts";
import type { Line } from "./surface-lines.ts";
import { seenStretches } from "./surface-sight.ts";
import type { Look } from "./theme.ts";

/** On the colours of a surface, which are the same in every theme. */
const DARK = "#10131a";
const LIGHT = "#ffffff";

/** What is seen of a line on the surface: curves dark, the boundary white and dashed on a dark ground. */
export function drawLine({ name, places }: Line, grid: SurfaceGrid, view: View, look: Look): SceneNode {
  const d = places
    .flatMap((line) => seenStretches(line, grid, view))
    .map((stretch) =>
      pathOf(
        stretch.flatMap((place) => {
          const { x, y } = view.toPixel(place);
          return [x, y];
        }),
      ),
    )
    .join("");
  return {
    type: "group",
    name,
    children: d ? strokesOf(name, look.weight).map((stroke) => ({ type: "path", d, stroke })) : [],
  };
}

function strokesOf(name: Line["name"], weight: number) {
  if (name === "curve-positive" || name === "curve-negative")
    return [{ color: DARK, width: 1.1 * weight, opacity: 0.8 }];
  const dash = name === "boundary" ? [6 * weight, 4 * weight] : [2 * weight, 3 * weight];
  return [
    { color: DARK, width: 3.2 * weight, opacity: 0.7 },
    { color: LIGHT, width: 1.9 * weight, dash },
  ];
}
