import { casedLine, casedMark } from "./cased.ts";
import type { FrameLayout } from "./frame.ts";
import { parseLabel } from "./label.ts";
import { disc, line } from "./path.ts";
import { round, type SceneNode, type Stroke } from "./scene.ts";
import type { Place, View } from "./surface-camera.ts";
import type { Marked } from "./surface-data.ts";
import type { SurfaceGrid } from "./surface-grid.ts";
import { isSeen } from "./surface-sight.ts";
import type { Look } from "./theme.ts";

/** In widths of the type. */
const RADIUS = 0.32;
/** Of what the surface hides. */
const FAINT = 0.4;

/** Pieces of a drop line that are looked at one by one. */
const PIECES = 32;

/** Marked points on the surface, each with its name and a drop line to a cross on the floor; faint where hidden. */
export function drawSurfaceMarks(
  points: readonly Marked[],
  drops: boolean,
  grid: SurfaceGrid,
  view: View,
  sizes: FrameLayout["sizes"],
  look: Look,
): SceneNode {
  const shown = points.flatMap(({ name, place }) => (place === null ? [] : [{ name, place }]));
  const children = [
    ...(drops ? shown.flatMap(({ place }) => drop(place, grid, view, sizes.base, look)) : []),
    ...shown.flatMap(({ place }): SceneNode[] => {
      const { x, y } = view.toPixel(place);
      const d = disc(x, y, round(RADIUS * sizes.base));
      const edge = { color: look.casing, width: look.weight };
      return isSeen(place, grid, view)
        ? casedMark(d, look.accent, edge, look)
        : [{ type: "path", d, fill: look.accent, fillOpacity: FAINT, stroke: edge }];
    }),
    ...shown.map(({ name, place }): SceneNode => {
      const { x, y } = view.toPixel(place);
      return {
        type: "text",
        x: x - sizes.base * 0.5,
        y: y - sizes.base * 0.5,
        runs: parseLabel(/^\p{L}′*$/u.test(name) ? `$${name}$` : name),
        size: sizes.base * 1.1,
        color: look.boundary,
        anchor: "end",
        halo: look.casing,
      };
    }),
  ];
  return { type: "group", name: "points", children };
}

function drop(place: Place, grid: SurfaceGrid, view: View, em: number, look: Look): SceneNode[] {
  const floor = { ...place, h: 0 };
  const [from, to] = [place, floor].map(view.toPixel);
  const height = (part: number): number => from.y + (to.y - from.y) * part;
  const pieces = Array.from({ length: PIECES }, (_, i) =>
    isSeen({ ...place, h: place.h * (1 - (i + 0.5) / PIECES) }, grid, view),
  );
  const stretch = (seen: boolean): string =>
    runsOf(pieces, seen)
      .map(([start, end]) => line(from.x, height(start / PIECES), from.x, height(end / PIECES)))
      .join("");
  const width = 1.4 * look.weight;
  const dash = [4 * look.weight, 3 * look.weight];
  const arm = em * 0.28;
  const cross =
    line(to.x - arm, to.y - arm, to.x + arm, to.y + arm) +
    line(to.x - arm, to.y + arm, to.x + arm, to.y - arm);
  const stroked = (d: string, stroke: Stroke, seen: boolean): SceneNode[] =>
    seen ? casedLine(d, stroke, look) : [{ type: "path", d, stroke: { ...stroke, opacity: FAINT } }];
  return [
    ...[false, true].flatMap((seen): SceneNode[] => {
      const d = stretch(seen);
      return d ? stroked(d, { color: look.accent, width, dash }, seen) : [];
    }),
    ...stroked(cross, { color: look.accent, width }, isSeen(floor, grid, view)),
  ];
}

/** Where a list is `value`: from the first place of each stretch to the one behind its last. */
function runsOf(list: readonly boolean[], value: boolean): [number, number][] {
  const runs: [number, number][] = [];
  list.forEach((each, i) => {
    if (each !== value) return;
    const last = runs.at(-1);
    if (last?.[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  });
  return runs;
}
