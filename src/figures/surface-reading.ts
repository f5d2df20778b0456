import { QUANTITIES } from "../spec/quantities.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { pairRows, type ReadAt, row, within } from "./reading.ts";
import { type Pixel, type Place, viewOf } from "./surface-camera.ts";
import type { SurfaceData } from "./surface-data.ts";
import { isInBox, placeOf } from "./surface-grid.ts";
import { partsOf } from "./surface-heights.ts";
import { heightLabelOf } from "./surface-labels.ts";
import { isSeen } from "./surface-sight.ts";

/** The node of the surface that is seen nearest to a place, with its height. */
export function surfaceReader(figure: ResolvedSurface, { grid }: SurfaceData): ReadAt {
  const { axes, colour, quantity, camera, boxHeight } = figure;
  const { columns, rows, heights, colours, range } = grid;
  const { toPoint } = partsOf(axes);
  return ({ frame, room = frame }, x, y) => {
    const view = viewOf(camera, boxHeight, room);
    const nodes: (Pixel & { readonly node: number; readonly place: Place; readonly distance: number })[] = [];
    for (let node = 0; node < columns * rows; node++) {
      const [u, v] = partsAt(node);
      const place = placeOf(range, u, v, heights[node]);
      if (!Number.isFinite(heights[node]) || !isInBox(place)) continue;
      const pixel = view.toPixel(place);
      nodes.push({ node, place, ...pixel, distance: Math.hypot(pixel.x - x, pixel.y - y) });
    }
    const found = nodes
      .toSorted((a, b) => a.distance - b.distance)
      .find(({ place }) => isSeen(place, grid, view));
    if (!found)
      return { frame: room, at: within(room, x, y), rows: [row("height", heightLabelOf(figure), NaN)] };
    const [u, v] = partsAt(found.node);
    return {
      frame: room,
      at: { x: found.x, y: found.y },
      rows: [
        ...pairRows(toPoint({ u, v }), axes),
        row("height", heightLabelOf(figure), heights[found.node]),
        ...(colour === quantity ? [] : [row("colour", QUANTITIES[colour].label, colours[found.node])]),
      ],
    };
  };

  function partsAt(node: number): readonly [number, number] {
    const column = node % columns;
    return [column / (columns - 1), (node - column) / columns / (rows - 1)];
  }
}
