import type { Grid, PlacedScene } from "./panels-grid.ts";
import type { Scene } from "./scene.ts";

export type DrawPanel = (panel: number, height: number, keyBelow: boolean) => Scene;

/**
 * Every panel drawn, those of a row with frames of one height and on one line. What a panel needs more than others, for
 * a key or for words on two lines, makes it higher: the figure grows by it, or all rows give of their height.
 */
export function evenScenes(
  draw: DrawPanel,
  { cell, rows }: Pick<Grid, "cell" | "rows">,
  grows: boolean,
  keysBelow: ReadonlySet<number> = new Set(),
): PlacedScene[] {
  const drawn = (i: number, height: number): Scene => draw(i, height, keysBelow.has(i));
  // a key that has left its frame stays below it at any height: it would take other room in turn
  const again = (scenes: readonly Scene[]): PlacedScene[] | undefined => {
    const left = [...scenes.keys()].filter((i) => scenes[i].foot !== undefined && !keysBelow.has(i));
    return left.length > 0
      ? evenScenes(draw, { cell, rows }, grows, new Set([...keysBelow, ...left]))
      : undefined;
  };
  const first = rows.flat().map((i) => drawn(i, cell.height));
  const retried = again(first);
  if (retried) return retried;
  const highest = Math.min(...first.map(({ frame }) => frame.y));
  const lower = (i: number): number => first[i].frame.y - highest;
  const foot = (i: number): number => first[i].foot ?? 0;
  const needs = rows.map((row) => Math.max(...row.map(lower)) + Math.max(...row.map(foot)));
  const given = grows ? 0 : needs.reduce((sum, need) => sum + need, 0) / rows.length;
  const even = rows.flatMap((row) => {
    const heights = row.map((i) => cell.height - given + lower(i) + foot(i));
    const scenes = row.map((i, k) =>
      Math.abs(heights[k] - cell.height) < 0.5 ? first[i] : drawn(i, heights[k]),
    );
    const alike = asHigh(scenes, (k, excess) => drawn(row[k], (heights[k] -= excess)));
    const line = Math.max(...alike.map(({ frame }) => frame.y));
    return alike.map((scene): PlacedScene => ({ scene, down: line - scene.frame.y }));
  });
  return again(even.map(({ scene }) => scene)) ?? even;
}

/** Words break otherwise over a frame that becomes narrower as it becomes lower: hence several turns. */
const MOST_TURNS = 4;

/** Scenes whose frames are as high as the lowest of them. */
function asHigh(
  scenes: readonly Scene[],
  lower: (place: number, excess: number) => Scene,
  turns = MOST_TURNS,
): readonly Scene[] {
  const lowest = Math.min(...scenes.map(({ frame }) => frame.height));
  const excess = ({ frame }: Scene): number => frame.height - lowest;
  if (turns === 0 || scenes.every((scene) => excess(scene) < 0.5)) return scenes;
  const next = scenes.map((scene, k) => (excess(scene) < 0.5 ? scene : lower(k, excess(scene))));
  return asHigh(next, lower, turns - 1);
}
