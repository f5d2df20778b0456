import { QUANTITIES } from "../spec/quantities.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import { pairRows, type ReadAt, type Reading, type ReadPair, row, within } from "./reading.ts";
import type { Scene } from "./scene.ts";
import { type View, viewOf } from "./surface-camera.ts";
import type { SurfaceData } from "./surface-data.ts";
import { isInBox, placeOf } from "./surface-grid.ts";
import { partsOf } from "./surface-heights.ts";
import { heightLabelOf } from "./surface-labels.ts";
import { isSeen } from "./surface-sight.ts";

/** The node of the surface that is seen nearest to a pixel, or that is nearest to a pair, with its height. */
export function surfaceReaders(
  figure: ResolvedSurface,
  { grid }: SurfaceData,
): { readonly readAt: ReadAt; readonly readPair: ReadPair } {
  const { axes, colour, quantity, camera, boxHeight } = figure;
  const { columns, rows, heights, colours, range } = grid;
  const { toPoint, toParts } = partsOf(axes);
  const partsAt = (node: number): readonly [number, number] => {
    const column = node % columns;
    return [column / (columns - 1), (node - column) / columns / (rows - 1)];
  };
  const placeAt = (node: number) => placeOf(range, ...partsAt(node), heights[node]);
  const readNode = ({ frame, room = frame }: Scene, node: number, view: View): Reading => {
    const [u, v] = partsAt(node);
    const { x, y } = view.toPixel(placeAt(node));
    const pair = toPoint({ u, v });
    return {
      frame: room,
      at: { x, y },
      pair,
      rows: [
        ...pairRows(pair, axes),
        row("height", heightLabelOf(figure), heights[node]),
        ...(colour === quantity ? [] : [row("colour", QUANTITIES[colour].label, colours[node])]),
      ],
    };
  };
  const viewIn = ({ frame, room = frame }: Scene): View => viewOf(camera, boxHeight, room);

  return {
    readAt: (scene, x, y) => {
      const { frame, room = frame } = scene;
      const view = viewIn(scene);
      const nodes: { readonly node: number; readonly distance: number }[] = [];
      for (let node = 0; node < columns * rows; node++) {
        const place = placeAt(node);
        if (!Number.isFinite(heights[node]) || !isInBox(place)) continue;
        const pixel = view.toPixel(place);
        nodes.push({ node, distance: Math.hypot(pixel.x - x, pixel.y - y) });
      }
      const found = nodes
        .toSorted((a, b) => a.distance - b.distance)
        .find(({ node }) => isSeen(placeAt(node), grid, view));
      return found
        ? readNode(scene, found.node, view)
        : { frame: room, at: within(room, x, y), rows: [row("height", heightLabelOf(figure), NaN)] };
    },
    readPair: (scene, pair) => {
      const { u, v } = toParts(pair);
      if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) return undefined;
      const node = Math.round(v * (rows - 1)) * columns + Math.round(u * (columns - 1));
      return isInBox(placeAt(node)) ? readNode(scene, node, viewIn(scene)) : undefined;
    },
  };
}
